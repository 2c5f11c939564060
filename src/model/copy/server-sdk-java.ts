import type { SdkValue, ServerSdkCall } from './server-sdk-call.ts';
import { indent, quoted } from './server-sdk-text.ts';

const STEP = '    ';

/** The call with the SDK of Java, as a class that can be run. */
export function writeJava({ method, server, parameters, body, bearer }: ServerSdkCall): string {
  const [, service = 'v3', call = ''] = /^sdk\.(\w+)\(\)\.(\w+)\(\)$/.exec(method) ?? [];
  const setServer =
    'name' in server
      ? `.server(Proveapi.AvailableServers.${server.name.toUpperCase().replace('-', '_')})`
      : `.serverURL(${quoted(server.url)})`;
  const security = [
    '.security(Security.builder()',
    `${STEP}.clientID(System.getenv("PROVE_CLIENT_ID"))`,
    `${STEP}.clientSecret(System.getenv("PROVE_CLIENT_SECRET"))`,
    `${STEP}.build())`,
  ];
  const build = [
    'Proveapi sdk = Proveapi.builder()',
    indent([setServer, ...(bearer ? security : [])].join('\n'), STEP),
    `${STEP}.build();`,
  ];
  const steps = [
    ...parameters.flatMap(({ name, value }) => (value ? [`.${name}(${write(value)})`] : [])),
    // Beside parameters, the body is called by its class.
    ...(body
      ? [
          `.${parameters.length === 0 ? 'request' : body.model.charAt(0).toLowerCase() + body.model.slice(1)}(request)`,
        ]
      : []),
    '.call();',
  ];
  const main = [
    ...build,
    '',
    ...(body ? [`${body.model} request = ${write(body)};`, ''] : []),
    `var response = sdk.${service}().${call}()`,
    indent(steps.join('\n'), STEP),
    'System.out.println(response);',
  ];
  return [
    'import com.prove.proveapi.Proveapi;',
    'import com.prove.proveapi.models.components.*;',
    'import java.util.List;',
    '',
    'public class Application {',
    '',
    `${STEP}public static void main(String[] args) throws Exception {`,
    indent(main.join('\n'), STEP + STEP),
    `${STEP}}`,
    '}',
    '',
  ].join('\n');
}

function write(value: SdkValue): string {
  switch (value.kind) {
    case 'text':
      return quoted(value.value);
    case 'number':
      return `${value.value}L`;
    case 'flag':
      return String(value.value);
    case 'constant':
      return `${value.type}.${value.value.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
    case 'list':
      return `List.of(${value.items.length === 0 ? '' : `\n${indent(value.items.map(write).join(',\n'), STEP)}`})`;
    case 'object':
      return [
        `${value.model}.builder()`,
        ...value.fields.flatMap((field) =>
          field.value ? [indent(`.${field.name}(${write(field.value)})`, STEP)] : [],
        ),
        `${STEP}.build()`,
      ].join('\n');
  }
}

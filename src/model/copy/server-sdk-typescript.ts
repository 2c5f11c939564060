import type { SdkValue, ServerSdkCall } from './server-sdk-call.ts';
import { indent, quoted } from './server-sdk-text.ts';

const STEP = '  ';

/** The call with the SDK of TypeScript, as a module that can be run. */
export function writeTypeScript({ method, server, parameters, body, bearer }: ServerSdkCall): string {
  const options = [
    'name' in server ? `server: ${quoted(server.name)},` : `serverURL: ${quoted(server.url)},`,
    ...(bearer
      ? [
          'security: {',
          `${STEP}clientID: process.env.PROVE_CLIENT_ID ?? "",`,
          `${STEP}clientSecret: process.env.PROVE_CLIENT_SECRET ?? "",`,
          '},',
        ]
      : []),
  ];
  const given = [
    ...parameters.map(({ value }) => (value ? write(value) : 'undefined')),
    ...(body ? [write(body)] : []),
  ];
  while (given.at(-1) === 'undefined') given.pop();
  return [
    '// The class is called ProveAPI in newer versions (0.14).',
    'import { Proveapi } from "@prove-identity/prove-api";',
    '',
    `const proveapi = new Proveapi({\n${indent(options.join('\n'), STEP)}\n});`,
    '',
    `const result = await ${method}(${given.join(', ')});`,
    'console.log(result);',
    '',
  ].join('\n');
}

function write(value: SdkValue): string {
  switch (value.kind) {
    case 'text':
    case 'constant':
      return quoted(value.value);
    case 'number':
    case 'flag':
      return String(value.value);
    case 'list':
      return value.items.length === 0
        ? '[]'
        : `[\n${indent(value.items.map((item) => `${write(item)},`).join('\n'), STEP)}\n]`;
    case 'object': {
      const fields = value.fields.flatMap((field) =>
        field.value ? [`${field.name}: ${write(field.value)},`] : [],
      );
      return fields.length === 0 ? '{}' : `{\n${indent(fields.join('\n'), STEP)}\n}`;
    }
  }
}

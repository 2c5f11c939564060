import type { SdkField, SdkValue, ServerSdkCall } from './server-sdk-call.ts';
import { capital, indent, quoted } from './server-sdk-text.ts';

const STEP = '\t';
const MODULE = 'github.com/prove-identity/prove-sdk-server-go';

/** The call with the SDK of Go, as a program that can be run. */
export function writeGo({ method, server, parameters, body, bearer }: ServerSdkCall): string {
  const options = [
    'name' in server
      ? `provesdkservergo.WithServer(${quoted(server.name)}),`
      : `provesdkservergo.WithServerURL(${quoted(server.url)}),`,
    ...(bearer
      ? [
          'provesdkservergo.WithSecurity(components.Security{',
          `${STEP}ClientID:     provesdkservergo.String(os.Getenv("PROVE_CLIENT_ID")),`,
          `${STEP}ClientSecret: provesdkservergo.String(os.Getenv("PROVE_CLIENT_SECRET")),`,
          '}),',
        ]
      : []),
  ];
  const given = ['ctx', ...parameters.map(pointer), ...(body ? [`&${write(body)}`] : [])];
  const main = [
    'ctx := context.Background()',
    `client := provesdkservergo.New(\n${indent(options.join('\n'), STEP)}\n)`,
    '',
    `response, err := ${method}(${given.join(', ')})`,
    'if err != nil {',
    `${STEP}log.Fatal(err)`,
    '}',
    'log.Printf("%+v", response)',
  ];
  const imports = [
    '"context"',
    '"log"',
    ...(bearer ? ['"os"'] : []),
    '',
    `provesdkservergo ${quoted(MODULE)}`,
    ...(bearer || body ? [quoted(`${MODULE}/models/components`)] : []),
  ];
  return [
    'package main',
    '',
    `import (\n${indent(imports.join('\n'), STEP)}\n)`,
    '',
    `func main() {\n${indent(main.join('\n'), STEP)}\n}`,
    '',
  ].join('\n');
}

/** What may be left out is a pointer, but for lists. */
function pointer({ required, value }: SdkField): string {
  if (!value) return 'nil';
  if (required || value.kind === 'list') return write(value);
  switch (value.kind) {
    case 'text':
      return `provesdkservergo.String(${write(value)})`;
    case 'number':
      return `provesdkservergo.Int64(${write(value)})`;
    case 'flag':
      return `provesdkservergo.Bool(${write(value)})`;
    case 'constant':
      return `${write(value)}.ToPointer()`;
    case 'object':
      return `&${write(value)}`;
  }
}

function write(value: SdkValue): string {
  switch (value.kind) {
    case 'text':
      return quoted(value.value);
    case 'number':
    case 'flag':
      return String(value.value);
    case 'constant':
      return `components.${value.type}${capital(value.value)}`;
    case 'list':
      return `[]${value.of === undefined ? 'string' : `components.${value.of}`}{${block(value.items.map(write))}}`;
    case 'object':
      return `components.${value.model}{${block(
        value.fields.flatMap((field) => (field.value ? [`${goName(field.name)}: ${pointer(field)}`] : [])),
      )}}`;
  }
}

const block = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n${indent(lines.map((line) => `${line},`).join('\n'), STEP)}\n`;

/** `finalTargetUrl` is FinalTargetURL: Go writes what is short for something in capitals. */
export const goName = (name: string): string =>
  capital(name).replace(/(?:Id|Url|Ip)(?![a-z])/g, (word) => word.toUpperCase());

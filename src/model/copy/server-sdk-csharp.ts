import type { SdkValue, ServerSdkCall } from './server-sdk-call.ts';
import { capital, indent, quoted } from './server-sdk-text.ts';

const STEP = '    ';

/** The call with the SDK of C#, as a program that can be run. It alone wants a token instead of credentials. */
export function writeCsharp({ method, server, parameters, body, bearer }: ServerSdkCall): string {
  const options = [
    ...(bearer ? ['auth: Environment.GetEnvironmentVariable("PROVE_TOKEN")'] : []),
    'name' in server
      ? `server: SDKConfig.Server.${server.name.split('-').map(capital).join('')}`
      : `serverUrl: ${quoted(server.url)}`,
  ];
  const named = (name: string, value: string) => `${name}: ${value}`;
  const given =
    parameters.length === 0
      ? body
        ? ['request']
        : []
      : [
          ...parameters.flatMap(({ name, value }) => (value ? [named(name, write(value))] : [])),
          ...(body ? [named(body.model.charAt(0).toLowerCase() + body.model.slice(1), 'request')] : []),
        ];
  return [
    'using System;',
    'using System.Collections.Generic;',
    'using Prove.Proveapi;',
    'using Prove.Proveapi.Models.Components;',
    '',
    `var sdk = new ProveAPI(${options.join(', ')});`,
    '',
    ...(body ? [`var request = ${write(body)};`, ''] : []),
    `var response = await ${method}(${given.join(', ')});`,
    'Console.WriteLine(response);',
    '',
  ].join('\n');
}

function write(value: SdkValue): string {
  switch (value.kind) {
    case 'text':
      return quoted(value.value);
    case 'number':
    case 'flag':
      return String(value.value);
    case 'constant':
      return `${value.type}.${capital(value.value)}`;
    case 'list':
      return `new List<${value.of ?? 'string'}>() {${block(value.items.map(write))}}`;
    case 'object':
      return `new ${value.model}() {${block(
        value.fields.flatMap((field) =>
          field.value ? [`${capital(field.name)} = ${write(field.value)}`] : [],
        ),
      )}}`;
  }
}

const block = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n${indent(lines.map((line) => `${line},`).join('\n'), STEP)}\n`;

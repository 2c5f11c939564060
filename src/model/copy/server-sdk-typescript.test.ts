import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fieldDocs, unwrap } from '../../schemas/field.ts';
import { operation } from '../fixtures.test-support.ts';
import { codeOf } from './copy-draft.test-support.ts';

describe('a snippet for the SDK of TypeScript', () => {
  /** The operations of the version on npm, with fields that it knows. */
  const known = [
    'token',
    'start',
    'validate',
    'challenge',
    'complete',
    'verify-v1',
    'verify-status',
    'unify',
    'unify-status',
    'unify-bind',
  ];

  /** What the compiler says of modules that import the real SDK. */
  function complaints(modules: Readonly<Record<string, string>>): string[] {
    const root = path.resolve(import.meta.dirname, '../..');
    const files = new Map(
      Object.entries(modules).map(([name, code]) => [path.join(root, `${name}.snippet.ts`), code]),
    );
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: ['node'],
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    host.getSourceFile = (name, target, ...rest) => {
      const code = files.get(name);
      return code === undefined
        ? getSourceFile(name, target, ...rest)
        : ts.createSourceFile(name, code, target);
    };
    host.fileExists = (name) => files.has(name) || fileExists(name);
    host.readFile = (name) => files.get(name) ?? readFile(name);
    const program = ts.createProgram([...files.keys()], options, host);
    return ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) =>
          `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
      );
  }

  /** Without the fields that are younger than the SDK on npm. */
  function withoutLater(id: string): string {
    const { exampleRequest, request, bodyKind } = operation(id);
    const kept = Object.entries(exampleRequest ?? {}).filter(([name]) => {
      const field = request?.shape[name];
      return field && (fieldDocs.get(unwrap(field))?.since ?? '') <= '2025-04-04';
    });
    return bodyKind === 'form'
      ? new URLSearchParams(Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))).toString()
      : JSON.stringify(Object.fromEntries(kept));
  }

  it('compiles against the SDK from npm, for every operation that it has', () => {
    const modules = Object.fromEntries(known.map((id) => [id, codeOf('ts', id, { body: withoutLater(id) })]));
    expect(complaints(modules)).toEqual([]);
  }, 60_000);

  it('would not compile with a name that the SDK does not have', () => {
    const good = codeOf('ts', 'unify', { body: withoutLater('unify') });
    const modules = {
      field: good.replace('phoneNumber:', 'phone:'),
      method: good.replace('v3UnifyRequest', 'v3UniteRequest'),
      server: good.replace('uat-us', 'uat-uk'),
    };
    expect(complaints(modules).map((told) => told.split(':')[0])).toEqual([
      'field.snippet.ts',
      'method.snippet.ts',
      'server.snippet.ts',
    ]);
  }, 60_000);

  it('reads as one would write it', () => {
    const body = '{"possessionType":"mobile","clientRequestId":"x","rebind":true}';
    expect(codeOf('ts', 'unify', { body })).toBe(`// The class is called ProveAPI in newer versions (0.14).
import { Proveapi } from "@prove-identity/prove-api";

const proveapi = new Proveapi({
  server: "uat-us",
  security: {
    clientID: process.env.PROVE_CLIENT_ID ?? "",
    clientSecret: process.env.PROVE_CLIENT_SECRET ?? "",
  },
});

const result = await proveapi.v3.v3UnifyRequest({
  possessionType: "mobile",
  clientRequestId: "x",
  rebind: true,
});
console.log(result);
`);
  });
});

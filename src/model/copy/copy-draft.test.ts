import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { fieldDocs, unwrap } from '../../schemas/field.ts';
import { operations } from '../../schemas/operations.ts';
import type { SdkLanguage } from '../../schemas/sdk.ts';
import { blankDraft, type Draft } from '../compose/draft.ts';
import { operation } from '../fixtures.test-support.ts';
import { draftFromImport } from '../import/imported-request.ts';
import { readCurl } from '../import/read-curl.ts';
import { type CopyFormat, copyDraft } from './copy-draft.ts';
import { goName } from './server-sdk-go.ts';

const UAT = 'https://platform.uat.proveapis.com';
const languages: readonly SdkLanguage[] = ['ts', 'java', 'go', 'csharp'];

/** The example of an operation as a draft. */
function example(id: string, over: Partial<Draft> = {}): Draft {
  return { ...blankDraft(operation(id), UAT), ...over };
}

function codeOf(format: CopyFormat, id: string, over?: Partial<Draft>): string {
  const copied = copyDraft(format, example(id, over), operation(id));
  return 'code' in copied ? copied.code : copied.reason;
}

const notesOf = (format: CopyFormat, id: string, over?: Partial<Draft>) => {
  const copied = copyDraft(format, example(id, over), operation(id));
  return 'notes' in copied ? copied.notes : [copied.reason];
};

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

describe('a snippet for the SDK of each other language', () => {
  it('is a program in Java', () => {
    expect(codeOf('java', 'mfa-status')).toContain(`        Proveapi sdk = Proveapi.builder()
            .server(Proveapi.AvailableServers.UAT_US)
            .security(Security.builder()
                .clientID(System.getenv("PROVE_CLIENT_ID"))
                .clientSecret(System.getenv("PROVE_CLIENT_SECRET"))
                .build())
            .build();

        V3MFAStatusRequest request = V3MFAStatusRequest.builder()
            .clientRequestId("71010d88-d0e7-4a24-9297-d1be6fefde81")
            .correlationId("713189b8-5555-4b08-83ba-75d08780aebd")
            .phoneNumber("2001004011")
            .build();

        var response = sdk.v3().v3MFAStatusRequest()
            .request(request)
            .call();`);
  });

  it('is a program in Go, with pointers where a field may be left out', () => {
    expect(
      codeOf('go', 'complete'),
    ).toContain(`	response, err := client.V3.V3CompleteRequest(ctx, &components.V3CompleteRequest{
		CorrelationID: "713189b8-5555-4b08-83ba-75d08780aebd",
		Individual: components.V3CompleteIndividualRequest{`);
    expect(codeOf('go', 'unify')).toMatch(/PhoneNumber: provesdkservergo\.String\("2001004014"\),/);
  });

  it('is a program in C#, which wants a token', () => {
    expect(codeOf('csharp', 'validate')).toBe(`using System;
using System.Collections.Generic;
using Prove.Proveapi;
using Prove.Proveapi.Models.Components;

var sdk = new ProveAPI(auth: Environment.GetEnvironmentVariable("PROVE_TOKEN"), server: SDKConfig.Server.UatUs);

var request = new V3ValidateRequest() {
    CorrelationId = "713189b8-5555-4b08-83ba-75d08780aebd",
};

var response = await sdk.V3.V3ValidateRequestAsync(request);
Console.WriteLine(response);
`);
  });

  it('writes names as the SDKs do', () => {
    expect(
      ['clientRequestId', 'finalTargetUrl', 'ipAddress', 'allowOTPRetry', 'proveId', 'pcidFrom', 'ssn'].map(
        goName,
      ),
    ).toEqual([
      'ClientRequestID',
      'FinalTargetURL',
      'IPAddress',
      'AllowOTPRetry',
      'ProveID',
      'PcidFrom',
      'Ssn',
    ]);
  });

  it('gives what stands in the path and the query in the order of the method', () => {
    const url = `${UAT}/v3/identity?limit=5&showInactive=true`;
    expect(codeOf('ts', 'identity-list', { url })).toContain(
      'v3BatchGetIdentities(undefined, 5, undefined, true)',
    );
    expect(codeOf('go', 'identity-list', { url })).toContain(
      'V3BatchGetIdentities(ctx, nil, provesdkservergo.Int64(5), nil, provesdkservergo.Bool(true))',
    );
    expect(codeOf('csharp', 'identity-activate')).toContain(
      'V3ActivateIdentityAsync(proveId: "e0f78bc2-f748-4eda-9d29-d756844507fc", v3ActivateIdentityRequest: request)',
    );
    expect(codeOf('java', 'identity-deactivate')).toMatch(
      /V3IdentityDeactivateRequest request = [\s\S]*\.proveId\("e0f78bc2-f748-4eda-9d29-d756844507fc"\)\n\s+\.v3IdentityDeactivateRequest\(request\)/,
    );
  });

  it('names another server by its URL', () => {
    const url = 'http://localhost:8080/api/v3/mfa';
    expect(codeOf('ts', 'mfa', { url })).toContain('serverURL: "http://localhost:8080/api"');
    expect(codeOf('java', 'mfa', { url })).toContain('.serverURL("http://localhost:8080/api")');
    expect(codeOf('go', 'mfa', { url: 'https://platform.eu.proveapis.com/v3/mfa' })).toContain(
      'WithServer("prod-eu")',
    );
  });
});

describe('every operation', () => {
  it.each(operations.map(({ id }) => id))(
    '%s has its method and all fields of its example in each SDK that has it',
    (id) => {
      const { sdk, exampleRequest, request } = operation(id);
      for (const language of languages) {
        const code = codeOf(language, id);
        const method = sdk[language];
        if (method === undefined) {
          expect(code).toMatch(/^The .* SDK never had a call for/);
          continue;
        }
        expect(code).toContain(language === 'java' ? method.replace('()', '().').split('().')[1] : method);
        const fields = request ? Object.keys(exampleRequest ?? {}) : [];
        const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
        for (const name of fields.map(camel)) {
          const written = {
            ts: `${name}: `,
            java: `.${name}(`,
            go: `${goName(name)}: `,
            csharp: `${name.charAt(0).toUpperCase()}${name.slice(1)} = `,
          };
          expect(code).toContain(written[language]);
        }
        expect(notesOf(language, id).filter((note) => /left out/.test(note))).toEqual([]);
      }
    },
  );
});

describe('what an SDK cannot say', () => {
  it.each([
    ['ts', 'mfa', 'Of the TypeScript SDK, 0.9.1 to 0.9.3 have mfa; later ones have unify instead.'],
    [
      'ts',
      'mfa-bind',
      'Of the TypeScript SDK, 0.9.3 alone has mfa-bind; later ones have unify-bind instead.',
    ],
    ['go', 'mfa', 'Of the Go SDK, 0.7.0 to 0.7.1 have mfa; later ones have unify instead.'],
    ['java', 'mfa-bind', 'Of the Java SDK, 0.12.1 alone has mfa-bind; later ones have unify-bind instead.'],
    ['csharp', 'mfa', 'The C# SDK never had a call for mfa.'],
  ] as const)('%s, %s: %s', (language, id, told) => {
    expect(notesOf(language, id)[0]).toBe(told);
  });

  it('is left out and told', () => {
    const body = '{"possessionType":"mobile","clientRequestID":"x","phoneNumber":null}';
    expect(notesOf('go', 'mfa', { body }).slice(1)).toEqual([
      '“clientRequestID” was left out: it is no field of mfa.',
      '“phoneNumber” was left out: the SDK takes no such value.',
    ]);
  });

  it.each([
    [{ body: '{' }, 'The body is no JSON object: mend it first.'],
    [{ url: '{{base}}/v3/mfa' }, 'The SDK has to be told a server: complete the URL first.'],
    [
      { url: 'https://a.example/prove' },
      'The SDK calls /v3/mfa at its server, and this URL has another path.',
    ],
  ])('%j: %s', (over, told) => {
    expect(codeOf('ts', 'mfa', over)).toBe(told);
  });

  it('is a free request', () => {
    expect(copyDraft('ts', example('mfa'), undefined)).toEqual({
      reason: 'A free request is none of the SDKs’ calls: choose an operation.',
    });
  });
});

it.each(['curl', 'curl-cmd'] as const)(
  'the example of every operation comes back from %s as the same draft',
  (format) => {
    for (const { id } of operations) {
      const draft = example(id);
      const { method, url, headers, body, way } = draft;
      const again = draftFromImport(readCurl(codeOf(format, id)));
      const meant = { method, url, headers, way, body: /^(?:GET|HEAD)$/.test(method) ? '' : body };
      expect(again, id).toMatchObject(meant);
      // The two operations of one path are told apart by their bodies.
      if (id !== 'verify-v1') expect(again.operationId).toBe(id);
    }
  },
);

it('text that could end a literal stays inside of it in every language', () => {
  const body = JSON.stringify({ possessionType: 'mobile', smsMessage: 'a"; exit(1); // \n \\ `y` \u2028' });
  for (const language of ['ts', 'java', 'go'] as const)
    expect(codeOf(language, 'mfa', { body })).toContain('"a\\"; exit(1); // \\n \\\\ `y` \\u2028"');
});

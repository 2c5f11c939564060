import { describe, expect, it } from 'vitest';
import { operations } from '../../schemas/operations.ts';
import type { SdkLanguage } from '../../schemas/sdk.ts';
import { operation } from '../fixtures.test-support.ts';
import { draftFromImport } from '../import/imported-request.ts';
import { readCurl } from '../import/read-curl.ts';
import { codeOf, example, notesOf } from './copy-draft.test-support.ts';
import { copyDraft } from './copy-draft.ts';
import { goName } from './server-sdk-go.ts';

const languages: readonly SdkLanguage[] = ['ts', 'java', 'go', 'csharp'];

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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../body/text-edit.ts';
import { inWords, marked, operation } from '../fixtures.test-support.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { inspectBody } from '../problems/inspect-body.ts';
import { parseRoute } from '../routes/parse-route.ts';
import type { Route } from '../routes/route.ts';
import { blankDraft, type Draft } from './draft.ts';
import { fillDraft } from './fill-draft.ts';
import { inspectDraft } from './inspect-draft.ts';

const mfa = operation('mfa');
const draft = (change: Partial<Draft> = {}): Draft => ({ ...blankDraft(mfa, 'http://localhost'), ...change });
const given = (values: Record<string, string>) => (name: string) => values[name];
const found = (body: string, values: Record<string, string> = {}, change: Partial<Draft> = {}) =>
  (inspectDraft(draft({ body, ...change }), mfa, given(values))?.problems ?? []).map(inWords);

describe('a body with variables', () => {
  test('is judged by their values, at the places where they are typed', () => {
    expect(
      found('{"possessionType": "{{kind}}",\n "phoneNumber": 7}', { kind: 'tablet-with-a-long-name' }),
    ).toEqual(['error field.enum /possessionType 1:20', 'error field.type /phoneNumber 2:17']);
    expect(found('{"possessionType": "{{kind}}", "phoneNumber": "2001004014"}', { kind: 'mobile' })).toEqual(
      [],
    );
  });

  test('a wrong value is underlined as it is typed, quotes included', () => {
    const body = '{"possessionType": "{{kind}}"}';
    const [problem] = inspectDraft(draft({ body }), mfa, given({ kind: 'tablet' }))?.problems ?? [];
    expect(body.slice(problem?.from, problem?.to)).toBe('"{{kind}}"');
  });

  test('every problem is one of the body that will be sent, whatever the values', () => {
    const value = fc.constantFrom(
      'mobile',
      'none',
      'desktop',
      '',
      '"',
      '\n',
      'x'.repeat(200),
      '2001004014',
      '{{a}}',
    );
    const piece = fc.constantFrom(
      '"possessionType":',
      '"phoneNumber":',
      '"{{a}}"',
      '{{b}}',
      ',',
      '{',
      '}',
      '7',
      '\n',
      'null',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), value, value, (pieces, a, b) => {
        const typed = draft({ body: `{${pieces.join('')}}` });
        const look = given({ a, b });
        const { draft: filled, unknown } = fillDraft(typed, look);
        // The pieces may make a third variable, as in {{null}}, which is unknown.
        fc.pre(unknown.every(({ name }) => name === 'a' || name === 'b'));
        const { body } = filled;
        const expected = inspectBody(mfa, body, { contentType: 'application/json' });
        const actual = inspectDraft(typed, mfa, look);
        expect(actual?.verdict).toBe(expected.verdict);
        expect(actual?.problems.map(({ code, path }) => code + path).sort()).toEqual(
          expected.problems.map(({ code, path }) => code + path).sort(),
        );
        for (const { from, to } of actual?.problems ?? []) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(typed.body.length);
        }
      }),
    );
  });

  test('fixes are made in the text as it is typed', () => {
    const body = '{"smsMessage": "{{message}}", "possession_type": "mobile"}';
    const look = given({ message: 'Your code: ####, for you alone' });
    const fixed = (inspectDraft(draft({ body }), mfa, look)?.problems ?? []).flatMap(({ fix }) => fix ?? []);
    expect(applyEdits(body, fixed)).toBe('{"smsMessage": "{{message}}", "possessionType": "mobile"}');
  });
});

describe('a variable without a value', () => {
  test('is an error at its place', () => {
    const { text, place } = marked('{"possessionType": "mobile",\n "clientRequestId": "▸{{id}}"}');
    expect(found(text)).toEqual([`error variable.unknown (body) ${place}`]);
  });

  test('is told of wherever it stands', () => {
    const problems = inspectDraft(
      draft({
        url: 'http://localhost/v3/mfa?{{a}}={{a}}',
        headers: [{ name: 'X-{{b}}', value: 'v' }],
        body: '{{c}}',
      }),
      mfa,
      given({}),
    )?.problems;
    expect(problems?.map(describeProblem)).toEqual([
      '“{{a}}” in the URL has no value: give it one under Variables.',
      '“{{b}}” in a header has no value: give it one under Variables.',
      '“{{c}}” has no value: give it one under Variables.',
    ]);
  });

  test('is told of in a free request too', () => {
    const free = draft({ operationId: undefined, body: '{{c}}' });
    expect(inspectDraft(free, undefined, given({}))?.problems.map(({ code }) => code)).toEqual([
      'variable.unknown',
    ]);
    expect(inspectDraft(free, undefined, given({ c: '1' }))).toBeUndefined();
  });

  test('leads to no claim about its field, nor about what depends on it', () => {
    for (const body of [
      '{"possessionType": "{{a}}", "phoneNumber": "2001004014"}',
      '{"possessionType": {{a}}, "finalTargetUrl": "https://a.example"}',
      '{"possessionType": "mobile", "clientRequestId": "{{a}}", "ipAddress": "{{ a }}"}',
      '{"{{a}}": "mobile"}',
      '{{a}}',
    ])
      expect(found(body), body).toEqual([
        expect.stringContaining('variable.unknown'),
        ...Array(body.split('{{').length - 2).fill(expect.stringContaining('variable.unknown')),
      ]);
    expect(
      found('{"possessionType": "{{a}}"}', {}, { url: 'https://platform.uat.eu.proveapis.com/v3/mfa' }),
    ).toEqual(['error variable.unknown (body) 1:21', 'warning auth.missing (body) 1:1']);
  });

  test('hides no mistake elsewhere', () => {
    expect(found('{"possessionType": "tablet", "clientRequestId": "{{a}}"}')).toEqual([
      'error field.enum /possessionType 1:20',
      'error variable.unknown (body) 1:50',
    ]);
    expect(found('{"possessionType": "{{a}}", "phoneNumber": 7}')).toContain(
      'error field.type /phoneNumber 1:44',
    );
    expect(found('{"clientRequestId": "{{a}}"}')).toContain('error field.required /possessionType 1:1');
    expect(found('{"clientRequestId": "{{a}}",}')).toContain('error body.syntax (body) 1:29');
    expect(found('{"clientRequestId": {{a}} {{a}}}')).toContain('error body.syntax (body) 1:27');
  });

  test('is nothing in a draft that is sent as it stands', () => {
    expect(found('{"possessionType": "{{a}}"}', {}, { verbatim: true })).toEqual([
      'error field.enum /possessionType 1:20',
    ]);
  });

  test('does not count in a body that is not sent', () => {
    expect(found('{{a}}', {}, { method: 'GET' })).toEqual(['error body.missing (body) 1:1']);
  });
});

describe('URL and headers', () => {
  const activate = operation('identity-activate');
  const fetchAttributes = operation('fetch');

  test('a parameter that is still to be filled in is missing', () => {
    const typed = {
      ...blankDraft(activate, 'http://localhost'),
      url: 'http://localhost/v3/identity/{proveId}/activate',
    };
    expect(inspectDraft(typed, activate, given({}))?.problems.map(inWords)).toEqual([
      'error field.required {proveId} 1:1',
    ]);
    const filled = { ...typed, url: 'http://localhost/v3/identity/{{id}}/activate' };
    expect(inspectDraft(filled, activate, given({ id: '1' }))?.problems).toEqual([]);
    expect(inspectDraft(filled, activate, given({}))?.problems.map(inWords)).toEqual([
      'error variable.unknown (body) 1:1',
    ]);
  });

  test('a required parameter of the query is missed', () => {
    const typed = { ...blankDraft(fetchAttributes, 'http://localhost') };
    expect(inspectDraft(typed, fetchAttributes, given({}))?.problems).toEqual([]);
    const without = { ...typed, url: typed.url.split('?')[0] ?? '' };
    expect(inspectDraft(without, fetchAttributes, given({}))?.problems.map(inWords)).toContain(
      'error field.required ?proveId 1:1',
    );
  });

  test('a path of one’s own has no parameters of V3', () => {
    const typed = { ...blankDraft(activate, 'http://localhost'), url: 'http://localhost/my/activate' };
    expect(inspectDraft(typed, activate, given({}))?.problems).toEqual([]);
  });

  test('a token is missed on a host of Prove alone', () => {
    const body = '{"possessionType": "mobile"}';
    const url = 'https://platform.uat.proveapis.com/v3/mfa';
    expect(found(body, {}, { url })).toEqual(['warning auth.missing (body) 1:1']);
    const headers = [{ name: 'authorization', value: 'Bearer {{bearerToken}}' }];
    expect(found(body, { bearerToken: 't' }, { url, headers })).toEqual([]);
  });
});

test('values are written as the body is read', () => {
  const filled = (body: string, headers: Draft['headers'], operationId: string | undefined) =>
    fillDraft(draft({ body, headers, operationId }), given({ v: 'a"b &c' })).draft.body;
  const type = (value: string) => [{ name: 'Content-Type', value }];
  expect(filled('{"a":"{{v}}"}', type('text/plain'), 'mfa')).toBe('{"a":"a\\"b &c"}');
  expect(filled('a={{v}}', type('application/x-www-form-urlencoded'), undefined)).toBe('a=a%22b+%26c');
  expect(filled('a={{v}}', [], 'token')).toBe('a=a%22b+%26c');
  expect(filled('{{v}}', type('text/plain'), undefined)).toBe('a"b &c');
  expect(filled('{{v}}', [], 'mfa')).toBe('"a\\"b &c"');
});

describe('a body that goes through a route', () => {
  const reading = parseRoute('POST /shop/begin = mfa; snake_case; request=/data');
  const routes = 'route' in reading ? [reading.route] : [];
  const body = '{"data": {"possession_type": "none", "phone_number": "2001004011"}}';
  const own = draft({ url: 'https://shop.example.com/shop/begin', body });
  const codes = (known: readonly Route[]) =>
    inspectDraft(own, mfa, given({}), known)?.problems.map(({ code, path }) => `${code} ${path}`);

  test('is judged by what the route says of it', () => {
    expect(codes(routes)).toEqual(['mfa.phone-not-allowed /data/phone_number']);
    expect(codes([])).toContain('field.required /possessionType');
  });

  test('and its URL and headers by nothing: they are the integrator’s own', () => {
    const list = operation('identity-list');
    const url = 'https://shop.example.com/v3/identity?limit=few';
    const elsewhere = { ...blankDraft(list, 'http://localhost'), url };
    const about = (rules: readonly string[]) => {
      const known = rules.map(parseRoute).flatMap((read) => ('route' in read ? [read.route] : []));
      return inspectDraft(elsewhere, list, given({}), known)?.problems.map(({ path }) => path);
    };
    expect(about([])).toContain('?limit');
    expect(about(['/v3/identity = identity-list'])).toEqual([]);
  });
});

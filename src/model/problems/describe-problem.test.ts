import { describe, expect, it } from 'vitest';
import { call, operation, refusal } from '../fixtures.test-support.ts';
import { describeProblem } from './describe-problem.ts';
import { inspectBody } from './inspect-body.ts';
import { type Problem, type ProblemCode, severities } from './problem.ts';

const codes = Object.keys(severities) as ProblemCode[];

const problem = (code: ProblemCode, rest: Partial<Problem> = {}): Problem => ({
  severity: severities[code],
  code,
  in: 'request',
  path: '/phoneNumber',
  line: 1,
  column: 1,
  from: 0,
  to: 0,
  details: {},
  ...rest,
});

/** The sentences about an mfa body, on a EU host. */
const sentences = (body: unknown): string[] =>
  inspectBody(operation('mfa'), JSON.stringify(body), { region: 'eu' }).problems.map(describeProblem);

describe('every code', () => {
  it.each(codes)('%s has a sentence', (code) => {
    expect(describeProblem(problem(code))).toMatch(/^[A-Z“s].*[.?]$/);
  });

  it('has a sentence of its own', () => {
    const all = codes.map((code) => describeProblem(problem(code)));
    expect(all.filter((sentence, i) => all.indexOf(sentence) !== i)).toEqual([]);
  });
});

describe('the sentence names what is needed to repair the body', () => {
  it.each<[string, unknown, string]>([
    ['the field that is missing', { phoneNumber: '1' }, '“possessionType” is required and missing.'],
    [
      'the allowed values',
      { phoneNumber: '1', possessionType: 'tablet' },
      '“possessionType” should be one of: desktop, mobile, none.',
    ],
    ['the type', { phoneNumber: 1, possessionType: 'mobile' }, '“phoneNumber” should be a string.'],
    [
      'the allowed characters',
      { phoneNumber: '1-2', possessionType: 'mobile' },
      '“phoneNumber” may hold letters, digits and + only.',
    ],
    [
      'the field that was meant',
      { phoneNumber: '1', possessionType: 'mobile', phone_number: '' },
      '“phone_number” is not a field of this operation. Did you mean “phoneNumber”?',
    ],
    [
      'no field where none is near',
      { phoneNumber: '1', possessionType: 'mobile', colour: '' },
      '“colour” is not a field of this operation.',
    ],
    [
      'the length',
      { phoneNumber: '1', possessionType: 'mobile', smsMessage: `####${'a'.repeat(200)}` },
      '“smsMessage” is longer than 160 characters, which later versions refuse.',
    ],
  ])('%s', (_, body, sentence) => expect(sentences(body)).toEqual([sentence]));

  it('the place inside of lists, as people write it', () => {
    const found = inspectBody(
      operation('identity-enroll'),
      '{"phoneNumber":"1","identityAttributes":[{},{"attributeType":5}]}',
    );
    expect(found.problems.map(describeProblem)).toEqual([
      '“identityAttributes[1].attributeType” should be a string.',
    ]);
  });

  it('the meaning of a refusal’s code', () => {
    const { problems } = call({ body: { possessionType: 'mobile' }, ...refusal(8008) });
    expect(problems.map(describeProblem)).toEqual([
      'The body is right by the documents, yet the API refused it: 400, code 8008 (the correlation ID is invalid or belongs to another flow).',
    ]);
  });

  it('a code without a known meaning alone', () => {
    const { problems } = call({ body: { possessionType: 'mobile' }, ...refusal(4711, 422) });
    expect(problems.map(describeProblem)).toEqual([
      'The body is right by the documents, yet the API refused it: 422, code 4711.',
    ]);
  });

  it('the field of the answer and what is wrong with it', () => {
    const { problems } = call({
      operation: 'mfa-status',
      answer: { success: true },
      body: { correlationId: '713189b8-5555-4b08-83ba-75d08780aebd' },
    });
    expect(problems.map(describeProblem).sort()).toEqual([
      'In the answer, “phoneNumber” is missing.',
      'In the answer, “success” should be a string.',
    ]);
  });
});

it('a name of a thousand letters is cut', () => {
  const [, unknown] = sentences({ phoneNumber: '1', possessionType: 'desktop', ['x'.repeat(1000)]: 1 });
  expect(unknown).toBe(`“${'x'.repeat(59)}…” is not a field of this operation.`);
});

it('a name that every object has is shown like any other', () => {
  const [, unknown] = sentences({ phoneNumber: '1', possessionType: 'desktop', constructor: 1 });
  expect(unknown).toBe('“constructor” is not a field of this operation.');
});

describe('a key that is no name is not repeated: it may be personal data', () => {
  const unknown = (key: string) => sentences({ phoneNumber: '1', possessionType: 'mobile', [key]: 1 });
  it.each([
    '2001004011',
    '+12001004011',
    'ann@example.com',
    'Ann Lee',
    '265-22-8370',
    '1981-01-17',
    'id2001004011',
    '',
  ])('%j', (key) => expect(unknown(key)).toEqual(['“…” is not a field of this operation.']));

  it.each(['colour', 'address1', 'x-y.z_2', '$ref'])('%j is one', (key) =>
    expect(unknown(key)).toEqual([`“${key}” is not a field of this operation.`]),
  );

  it('also where it stands in a list or an object', () => {
    const body = '{"phoneNumber":"1","identityAttributes":[{"ann@example.com":1}]}';
    expect(inspectBody(operation('identity-enroll'), body).problems.map(describeProblem)).toEqual([
      '“identityAttributes[0].…” is not a field of this operation.',
    ]);
  });
});

it('a parameter of the URL is named as it stands there', () => {
  expect(describeProblem(problem('field.required', { path: '?proveId' }))).toBe(
    '“proveId” is required and missing.',
  );
  expect(
    describeProblem(problem('field.shape', { path: '{correlationId}', details: { shape: 'uuid' } })),
  ).toBe('“correlationId” does not look like a UUID.');
  expect(describeProblem(problem('field.unknown', { path: '?ann@example.com' }))).toBe(
    '“…” is not a field of this operation.',
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFilterError } from './describe-filter-error.ts';
import { type FilterKey, filterKeys, isFilterKey, printFilter, type Term } from './filter.ts';
import { knownValues } from './filter-value.ts';
import { parseFilter } from './parse-filter.ts';

const termsOf = (text: string): Term[] =>
  parseFilter(text).terms.map(({ key, negated, values }) => ({ key, negated, values }));

const errorsOf = (text: string): string[] =>
  parseFilter(text).errors.map((error) => `${error.from}-${error.to} ${describeFilterError(error)}`);

describe('a filter', () => {
  it('reads words as text and key:value as a property, - as not', () => {
    expect(termsOf('pending -is:valid  -timeout status:4xx')).toEqual([
      { key: 'text', negated: false, values: ['pending'] },
      { key: 'is', negated: true, values: ['valid'] },
      { key: 'text', negated: true, values: ['timeout'] },
      { key: 'status', negated: false, values: ['4xx'] },
    ]);
  });

  it('takes several values between commas, and quotes around spaces', () => {
    expect(termsOf('is:invalid,unreadable env:"uat-us (api)",prod-us "two words" "say \\"hi\\""')).toEqual([
      { key: 'is', negated: false, values: ['invalid', 'unreadable'] },
      { key: 'env', negated: false, values: ['uat-us (api)', 'prod-us'] },
      { key: 'text', negated: false, values: ['two words'] },
      { key: 'text', negated: false, values: ['say "hi"'] },
    ]);
  });

  it('reads a pasted address, a time and a piece of JSON as text', () => {
    const pasted = [
      'https://platform.uat.proveapis.com/v3/mfa?x=1,2',
      '12:30:11',
      '{"success":"false"}',
      '-',
    ];
    for (const text of pasted)
      expect(termsOf(text), text).toEqual([{ key: 'text', negated: false, values: [text] }]);
  });

  it.each([
    ['state:failed', '0-6 “state” is no key; did you mean “status”?'],
    ['mfa colour:red', '4-11 “colour” is no key. To look for it as text, put it into quotes.'],
    [
      'is:invlaid',
      '3-10 “invlaid” is not one of invalid, valid, unreadable, truncated, absent, failed, replay, imported, orphan.',
    ],
    ['-status:oops', '8-12 “oops” is no status; write 404, 40x or 4xx.'],
    ['operation:mfa,mfa-stats', '14-23 “mfa-stats” is no operation; did you mean “mfa-status”?'],
    ['problem:nothing.such', '8-20 “nothing.such” is no code of a problem.'],
    ['larger-than:big', '12-15 “big” is no size; write 312, 4k or 1.5MB.'],
    ['slower-than:', '0-12 “slower-than:” needs a value, such as slower-than:1.5s.'],
    ['"two words', '0-10 The closing quote is missing.'],
    [
      '"success":"false"',
      '9-17 A space belongs after the closing quote; a quote within quotes is written \\".',
    ],
  ])('says of %s what is wrong and where', (text, error) => {
    expect(errorsOf(text)).toEqual([error]);
  });

  it('keeps what is right beside a mistake', () => {
    expect(termsOf('nokey:1 is:invalid,wrong mfa')).toEqual([
      { key: 'is', negated: false, values: ['invalid'] },
      { key: 'text', negated: false, values: ['mfa'] },
    ]);
  });

  it('gives examples that can be typed as they stand', () => {
    for (const { example } of Object.values(filterKeys)) expect(errorsOf(example)).toEqual([]);
  });
});

/** Values that each key takes, awkward ones among them. */
const valuesFor: Record<FilterKey, fc.Arbitrary<string>> = {
  is: fc.constantFrom(...(knownValues('is') ?? [])),
  operation: fc.constantFrom(...(knownValues('operation') ?? []), 'mfa*'),
  problem: fc.constantFrom(...(knownValues('problem') ?? []), '*'),
  env: fc.constantFrom(...(knownValues('env') ?? [])),
  flow: fc.string({ minLength: 1 }),
  path: fc.string({ minLength: 1 }),
  host: fc.string({ minLength: 1 }),
  status: fc.constantFrom('4xx', '404', '5'),
  'larger-than': fc.constantFrom('312', '4k', '1.5 MB'),
  'slower-than': fc.constantFrom('800', '1.5 s', '2min'),
};

const keys = Object.keys(filterKeys).filter(isFilterKey);

const anyTerm = fc.oneof(
  fc.record({
    key: fc.constant('text' as const),
    negated: fc.boolean(),
    values: fc.tuple(fc.string({ minLength: 1 })),
  }),
  fc.constantFrom(...keys).chain((key) =>
    fc.record({
      key: fc.constant(key),
      negated: fc.boolean(),
      values: fc.array(valuesFor[key], { minLength: 1, maxLength: 3 }),
    }),
  ),
);

/** Text made of what filters are made of, so that odd neighbours meet. */
const odd = fc
  .array(
    fc.constantFrom('is:', 'status:', 'x:', 'valid', '4xx', '"', '\\', ',', '-', ' ', '//', '*', '\u00a0'),
  )
  .map((parts) => parts.join(''));

describe('any filter', () => {
  it('is read again as it was printed', () => {
    fc.assert(
      fc.property(fc.array(anyTerm), (filter) => {
        const { terms, errors } = parseFilter(printFilter(filter));
        expect(errors).toEqual([]);
        expect(terms.map(({ key, negated, values }) => ({ key, negated, values }))).toEqual(filter);
      }),
    );
  });

  it('is read without throwing, whatever was typed, and means the same after it was printed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), odd, fc.string({ unit: 'binary' })), (text) => {
        const terms = termsOf(text);
        expect(termsOf(printFilter(terms))).toEqual(terms);
      }),
      { numRuns: 2000 },
    );
  });

  it('places every term and every mistake within the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), odd), (text) => {
        const { terms, errors } = parseFilter(text);
        for (const { from, to } of [...terms, ...errors]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
        for (const error of errors) expect(describeFilterError(error)).toMatch(/[.?"]$/);
      }),
    );
  });
});

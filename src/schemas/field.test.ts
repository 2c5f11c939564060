import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { emailCharacters, phoneCharacters, urlCharacters } from './character-sets.ts';
import { body, characterCount, docOf, oneOf, type RuleCode, text } from './field.ts';

/** The codes of the rules that a value breaks. */
function brokenBy(schema: z.ZodType, value: unknown): (RuleCode | string)[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map((issue) =>
    issue.code === 'custom' ? String(issue.params?.code) : issue.code,
  );
}

const PRINTABLE = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

describe('a field with a documented set of characters', () => {
  it.each([
    ['phone', phoneCharacters, `${ALPHANUMERIC}+`],
    ['URL', urlCharacters, `${ALPHANUMERIC}-._+=/:?`],
  ])('%s: takes each character of the set and no other printable one', (_, characters, allowed) => {
    const field = text({ doc: 'x', characters });
    for (const character of PRINTABLE)
      expect(brokenBy(field, character), character).toEqual(
        allowed.includes(character) ? [] : ['field.characters'],
      );
    expect(brokenBy(field, allowed)).toEqual([]);
  });

  it.each([
    ['a letter with an accent', 'é'],
    ['a digit of another script', '٣'],
    ['a line break at the end', '2001004011\n'],
    ['an emoji', '😀'],
    ['half of an emoji', '\ud83d'],
    ['one bad character among thousands', `${'1'.repeat(5000)} `],
  ])('refuses %s', (_, value) => {
    expect(brokenBy(text({ doc: 'x', characters: phoneCharacters }), value)).toEqual(['field.characters']);
  });

  it('takes the empty text, which is advised against elsewhere', () => {
    expect(brokenBy(text({ doc: 'x', characters: phoneCharacters }), '')).toEqual([]);
  });

  it('refuses nothing where the set is only a warning', () => {
    expect(brokenBy(text({ doc: 'x', characters: emailCharacters }), 'a-b_c@example.com')).toEqual([]);
  });

  it('says once that characters are wrong, however many are', () => {
    expect(brokenBy(text({ doc: 'x', characters: phoneCharacters }), '(200) 100-4011')).toHaveLength(1);
  });
});

describe('a field with a documented length', () => {
  const field = text({ doc: 'x', maxLength: { limit: 5, severity: 'error' } });
  it.each([
    ['as long as allowed', 'abcde', []],
    ['one character too long', 'abcdef', ['field.length']],
    ['five emoji, which are ten units', '😀'.repeat(5), []],
    ['six emoji', '😀'.repeat(6), ['field.length']],
  ])('%s', (_, value, codes) => expect(brokenBy(field, value)).toEqual(codes));

  it('refuses nothing where the length is only a warning', () => {
    expect(brokenBy(text({ doc: 'x', maxLength: { limit: 5, severity: 'warning' } }), 'abcdef')).toEqual([]);
  });
});

describe('a field with a documented format', () => {
  it.each([
    ['dob', '1981-01-17', []],
    ['dob', '1981-01', []],
    ['dob', '01-17', []],
    ['dob', '1981-13-01', ['field.format']],
    ['dob', '1981-01-32', ['field.format']],
    ['dob', '1981', ['field.format']],
    ['dob', '1981-01-17T00:00:00Z', ['field.format']],
    ['postalCode', '78285', []],
    ['postalCode', '78285-1234', []],
    ['postalCode', '7828', ['field.format']],
    ['postalCode', '78285-', ['field.format']],
    ['ssn', '0596', []],
    ['ssn', '265228370', []],
    ['ssn', '265-22-8370', ['field.format']],
    ['ssn', '12345', ['field.format']],
    ['ssn', '', []],
  ] as const)('%s: %j gives %j', (format, value, codes) => {
    expect(brokenBy(text({ doc: 'x', format }), value)).toEqual(codes);
  });
});

describe('documentation', () => {
  it('is found through optional()', () => {
    const field = text({ doc: 'A number.' });
    expect(docOf(field.optional())).toEqual({ doc: 'A number.' });
    expect(docOf(field.optional().optional())).toEqual({ doc: 'A number.' });
  });

  it('belongs to one field only, also where two fields look the same', () => {
    const [one, other] = [text({ doc: 'One.' }), text({ doc: 'Other.' })];
    expect([docOf(one)?.doc, docOf(other)?.doc]).toEqual(['One.', 'Other.']);
    expect(docOf(z.string())).toBeUndefined();
  });
});

it('a closed list takes its values in their exact spelling', () => {
  const field = oneOf(['desktop', 'mobile'], { doc: 'x' });
  for (const value of ['desktop', 'mobile']) expect(brokenBy(field, value)).toEqual([]);
  for (const value of ['Desktop', 'mobile ', '', 'toString'])
    expect(brokenBy(field, value)).toEqual(['invalid_value']);
});

it('a body lets unknown keys through, since they are a warning and no refusal', () => {
  expect(brokenBy(body({ a: z.string() }), { a: '', b: 1, constructor: 2 })).toEqual([]);
});

it('an emoji counts as one character, and so does half of one', () => {
  expect([
    characterCount(''),
    characterCount('abc'),
    characterCount('a😀b'),
    characterCount('\ud83d'),
  ]).toEqual([0, 3, 3, 1]);
});

it('runs without generating code, which the policy of an extension forbids', () => {
  expect(z.config().jitless).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { applyEdits } from '../body/text-edit.ts';
import { operation } from '../fixtures.test-support.ts';
import { type Completion, completeJson } from './complete-json.ts';

const GUID = '00000000-0000-4000-8000-000000000000';
const flows = [{ label: 'f1', detail: 'mfa, waiting, 5 s ago', json: '"f1"' }];

/** Completes at the `|` of a text. */
function complete(marked: string, id = 'mfa', region?: 'us' | 'eu'): Completion | undefined {
  const at = marked.indexOf('|');
  return completeJson(operation(id), marked.replace('|', ''), at, {
    region,
    newGuid: () => GUID,
    knownValues: (name) => (name === 'correlationId' ? flows : []),
  });
}

const labels = (marked: string, id?: string, region?: 'us' | 'eu') =>
  complete(marked, id, region)?.offers.map(({ label }) => label) ?? [];

/** The text after an offer is taken, with what is then selected in brackets, or `|` for a bare caret. */
function take(marked: string, label: string, id?: string): string {
  const text = marked.replace('|', '');
  const offer = complete(marked, id)?.offers.find((one) => one.label === label);
  if (!offer) return `no offer ${label}`;
  const { from, to } = offer.select;
  const after = applyEdits(text, offer.edits);
  const chosen = from === to ? '|' : `[${after.slice(from, to)}]`;
  return after.slice(0, from) + chosen + after.slice(to);
}

describe('names of fields', () => {
  test('those that are required come first, those that are there are left out', () => {
    expect(labels('{|}')[0]).toBe('possessionType');
    expect(labels('{"possessionType": "mobile", |}')).not.toContain('possessionType');
    expect(labels('{|, "possessionType": "mobile"}')).not.toContain('possessionType');
    expect(labels('{"phone|Number": "1"}')).toContain('phoneNumber');
  });

  test('what the body as it stands needs is first, what it must not have is last', () => {
    expect(labels('{"possessionType": "desktop", |}')[0]).toBe('finalTargetUrl');
    expect(labels('{"possessionType": "none", |}').slice(-2).sort()).toEqual([
      'finalTargetUrl',
      'phoneNumber',
    ]);
    expect(labels('{|, "possessionType": "mobile"}', 'mfa', 'eu')[0]).toBe('phoneNumber');
  });

  test.each([
    ['{|}', '{"possessionType": "|"}'],
    ['{"|"}', '{"possessionType": "|"}'],
    ['{"poss|', '{"possessionType": "|"'],
    ['{poss|}', '{"possessionType": "|"}'],
    ['{"poss|\n}', '{"possessionType": "|"\n}'],
    ['{"phoneNumber": "1", |}', '{"phoneNumber": "1", "possessionType": "|"}'],
    ['{"phoneNumber": "1"|}', '{"phoneNumber": "1", "possessionType": "|"}'],
    ['{"phoneNumber": "1"\n  |\n}', '{"phoneNumber": "1",\n  "possessionType": "|"\n}'],
    ['{|"phoneNumber": "1"}', '{"possessionType": "|", "phoneNumber": "1"}'],
    ['{|\n"phoneNumber": "1"}', '{"possessionType": "|",\n"phoneNumber": "1"}'],
    ['{"phoneNumber": "1" "|"}', '{"phoneNumber": "1", "possessionType": "|"}'],
    ['{"possesionT|ype": "mobile"}', '{"possessionType"|: "mobile"}'],
  ])('commas, colons and quotes of %j', (before, after) => {
    expect(take(before, 'possessionType')).toBe(after);
  });

  test('of objects in objects and lists', () => {
    const item = labels('{"items": [{"a": 1}, {"|"}]}', 'identity-batch-enroll');
    expect(item).toContain('phoneNumber');
    expect(item).not.toContain('items');
    expect(take('{|}', 'items', 'identity-batch-enroll')).toBe('{"items": [{|}]}');
  });

  test('the value of a boolean is selected, to be typed over', () => {
    expect(take('{|}', 'allowOTPRetry', 'unify')).toBe('{"allowOTPRetry": [true]}');
  });

  test('an id is no place for a name', () => {
    expect(complete('{"possessionType" |}')).toBeUndefined();
    expect(complete('{"nobody": {"|"}}')).toBeUndefined();
    expect(complete('{} |')).toBeUndefined();
    expect(complete('|{}')).toBeUndefined();
  });
});

describe('values', () => {
  test.each([
    ['{"possessionType": |}', '{"possessionType": "mobile"|}'],
    ['{"possessionType": "|"}', '{"possessionType": "mobile"|}'],
    ['{"possessionType": "mo|', '{"possessionType": "mobile"|'],
    ['{"possessionType": mo|}', '{"possessionType": "mobile"|}'],
    ['{"possessionType": |"phoneNumber": "1"}', '{"possessionType": "mobile"|, "phoneNumber": "1"}'],
    ['{"possessionType":|"none"}', '{"possessionType":"mobile"|}'],
    ['{"possessionType": nu|ll}', '{"possessionType": "mobile"|}'],
  ])('stand with commas and quotes in %j', (before, after) => {
    expect(take(before, 'mobile')).toBe(after);
  });

  test('a closed list, in its order', () => {
    expect(labels('{"possessionType": "|"}')).toEqual(['desktop', 'mobile', 'none']);
  });

  test('a boolean stands without quotes', () => {
    expect(take('{"allowOTPRetry": "f|"}', 'false', 'unify')).toBe('{"allowOTPRetry": false|}');
  });

  test('the documented example', () => {
    expect(labels('{"phoneNumber": "|"}')).toEqual(['2001004011']);
  });

  test('ids of captured flows, then the example', () => {
    const offers = complete('{"correlationId": "|"}', 'mfa-status')?.offers;
    expect(offers?.map(({ label, detail }) => [label, detail])).toEqual([
      ['f1', 'mfa, waiting, 5 s ago'],
      ['713189b8-5555-4b08-83ba-75d08780aebd', 'example'],
    ]);
  });

  test('a fresh GUID where an id of one’s own is wanted', () => {
    expect(labels('{"clientRequestId": "|"}')[0]).toBe(GUID);
  });

  test('of a list of texts', () => {
    expect(labels('{"possessionType": ["|"]}')).toEqual([]);
    expect(complete('{"possessionType": {|}}')).toBeUndefined();
  });

  test('an object that stands there already is left alone', () => {
    expect(complete('{"possessionType": |{}}')).toBeUndefined();
  });
});

describe('an empty body', () => {
  test('may begin with what is required, or with the documented example', () => {
    expect(labels('|')).toEqual(['Required fields', 'Documented example']);
    expect(take('|', 'Required fields')).toBe('{\n  "possessionType": "mobile"\n}|');
  });

  test('is not begun unasked', () => {
    expect(complete('|')?.begun).toBe(false);
    expect(complete('{|}')?.begun).toBe(false);
    expect(complete('{"|"}')?.begun).toBe(true);
  });
});

test('a form-encoded body gets no JSON', () => {
  expect(complete('|', 'token')).toBeUndefined();
});

import { describe, expect, it } from 'vitest';
import { readFieldRows } from '../../../model/compose/field-rows.ts';
import { operation } from '../../../model/fixtures.test-support.ts';
import { operations } from '../../../schemas/operations.ts';
import { ruleWords, unshownWords } from './row-words.ts';

function words(id: string, text: string, name: string): string {
  const reading = readFieldRows(operation(id), text);
  const row = reading?.state === 'read' ? reading.rows.find((one) => one.name === name) : undefined;
  if (!row) throw new Error(`${id} has no row ${name}`);
  return ruleWords(row);
}

describe('the rule of a field', () => {
  it.each([
    [
      'mfa',
      'finalTargetUrl',
      'Required when possessionType is desktop · To be left out when possessionType is mobile or none · Only letters, digits and - . _ + = / : ?',
    ],
    ['mfa', 'smsMessage', 'At most 160 characters'],
    ['complete', 'individual', 'Needs firstName and lastName, or ssn'],
    ['challenge', 'ssn', 'Like all 9 digits or the last 4'],
    ['verify-batch', 'items', 'At most 1,000 items'],
    ['mfa', 'emailAddress', 'The e-mail address of the customer.'],
  ])('of %s, %s: %s', (id, name, rule) => expect(words(id, '', name)).toContain(rule));

  it('counts characters as people do, of what is there', () => {
    expect(words('mfa', '{"smsMessage":"#### 🎉"}', 'smsMessage')).toBe('At most 160 characters, 6 now');
  });

  it('is there for every field of every operation', () => {
    const silent = operations.flatMap((each) => {
      const reading = readFieldRows(each, '');
      return reading?.state === 'read' ? reading.rows.filter((row) => ruleWords(row) === '') : [];
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

it.each([
  [{ path: '/items/0/phone', reason: 'unknown' }, '“items[0].phone” is no field of this operation.'],
  [
    { path: '/ipAddress', reason: 'twice' },
    '“ipAddress” stands twice; the form shows the last one, which counts.',
  ],
  [{ path: '/items', reason: 'further-items', count: 9 }, '“items” has 9 further items.'],
] as const)('what has no row is named: %j', (unshown, sentence) =>
  expect(unshownWords(unshown)).toBe(sentence),
);

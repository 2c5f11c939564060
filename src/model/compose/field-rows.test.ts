import { describe, expect, it } from 'vitest';
import { operation } from '../fixtures.test-support.ts';
import { type FieldRow, readFieldRows } from './field-rows.ts';

/** A reading that has rows. */
function read(id: string, text: string) {
  const reading = readFieldRows(operation(id), text);
  if (reading?.state !== 'read') throw new Error(`no rows: ${JSON.stringify(reading)}`);
  return reading;
}

const find = (rows: readonly FieldRow[], path: string): FieldRow | undefined =>
  rows.flatMap((row) => [row, find(row.rows, path)]).find((row) => row?.path === path);

const row = (id: string, text: string, path: string) => find(read(id, text).rows, path);

describe('the rows of a body', () => {
  it('are all fields of the operation, required ones first', () => {
    const rows = read('mfa', '').rows;
    expect(rows.map(({ name, required }) => `${name}${required ? ' *' : ''}`)).toEqual([
      'possessionType *',
      'clientCustomerId',
      'clientRequestId',
      'emailAddress',
      'finalTargetUrl',
      'ipAddress',
      'phoneNumber',
      'smsMessage',
    ]);
    expect(rows.every(({ state }) => state === 'unset')).toBe(true);
  });

  it.each([
    ['mfa', '{"phoneNumber":"2"}', '/phoneNumber', { control: 'text', state: 'set', text: '2' }],
    ['mfa', '{"phoneNumber":""}', '/phoneNumber', { control: 'text', state: 'set', text: '' }],
    ['mfa', '{"phoneNumber":2}', '/phoneNumber', { control: 'text', state: 'odd', text: '2' }],
    ['mfa', '{"smsMessage":"a\\r\\nb"}', '/smsMessage', { state: 'odd', text: '"a\\r\\nb"' }],
    ['mfa', '{"phoneNumber":null}', '/phoneNumber', { state: 'odd', text: 'null' }],
    ['mfa', '{"phoneNumber":{"a":1}}', '/phoneNumber', { state: 'odd', text: '{…}' }],
    [
      'mfa',
      '{"possessionType":"none"}',
      '/possessionType',
      { control: 'choice', state: 'set', text: 'none' },
    ],
    ['mfa', '{"possessionType":"{{type}}"}', '/possessionType', { state: 'set', text: '{{type}}' }],
    ['mfa', '{"possessionType":true}', '/possessionType', { state: 'odd', text: 'true' }],
    ['unify', '{"rebind":false}', '/rebind', { control: 'flag', state: 'set', text: 'false' }],
    ['unify', '{"rebind":"{{rebind}}"}', '/rebind', { control: 'flag', state: 'odd', text: '"{{rebind}}"' }],
    ['unify', '{"rebind":{{rebind}}}', '/rebind', { control: 'flag', state: 'odd', text: '{{rebind}}' }],
    ['mfa', '{"phoneNumber":{{ phone }}}', '/phoneNumber', { state: 'odd', text: '{{ phone }}' }],
    ['complete', '{"individual":{{person}}}', '/individual', { state: 'odd', text: '{{person}}' }],
    ['complete', '{}', '/individual/dob', { control: 'text', state: 'unset' }],
    ['complete', '{"individual":{"dob":"1980"}}', '/individual/dob', { state: 'set', text: '1980' }],
    ['complete', '{"individual":7}', '/individual', { control: 'group', state: 'odd', text: '7', rows: [] }],
    ['domain-link', '{"scopes":["a","b"]}', '/scopes/1', { name: '2', state: 'set', text: 'b' }],
    ['domain-link', '{"scopes":["a",3]}', '/scopes/1', { state: 'odd', text: '3' }],
    ['domain-link', '{"scopes":"a"}', '/scopes', { control: 'list', state: 'odd', text: '"a"' }],
    ['verify-batch', '{"items":[{"firstName":"A"}]}', '/items/0/firstName', { state: 'set', text: 'A' }],
    ['token', 'grant_type=client_credentials&client_id=a+b', '/client_id', { state: 'set', text: 'a b' }],
    ['token', '{"client_id":"a"}', '/client_id', { state: 'set', text: 'a' }],
  ])('of %s for %s: %s', (id, text, path, expected) => expect(row(id, text, path)).toMatchObject(expected));

  it('offer the allowed values of a choice', () => {
    expect(row('mfa', '', '/possessionType')?.choices).toEqual(['desktop', 'mobile', 'none']);
  });

  it('know what a further item begins as', () => {
    expect(row('domain-link', '', '/scopes')?.fresh).toBe('');
    expect(row('verify-batch', '', '/items')?.fresh).toEqual({});
  });
});

describe('what has no row is named', () => {
  it.each([
    ['an unknown field', 'mfa', '{"phone":1}', [{ path: '/phone', reason: 'unknown' }]],
    [
      'one within a group',
      'complete',
      '{"individual":{"x":1}}',
      [{ path: '/individual/x', reason: 'unknown' }],
    ],
    ['the name of a prototype', 'mfa', '{"__proto__":1}', [{ path: '/__proto__', reason: 'unknown' }]],
    [
      'a key that stands twice',
      'mfa',
      '{"ipAddress":"1","ipAddress":"2"}',
      [{ path: '/ipAddress', reason: 'twice' }],
    ],
    ['an unknown name of a form', 'token', 'scope=x', [{ path: '/scope', reason: 'unknown' }]],
  ])('%s', (_, id, text, unshown) => expect(read(id, text).unshown).toEqual(unshown));

  it('the items of a long list', () => {
    const text = JSON.stringify({ items: Array.from({ length: 60 }, () => ({})) });
    const { rows, unshown } = read('verify-batch', text);
    expect(find(rows, '/items')?.rows).toHaveLength(50);
    expect(unshown).toEqual([{ path: '/items', reason: 'further-items', count: 10 }]);
  });
});

describe('a body without rows says why', () => {
  it.each([
    ['{\n  "a": x }', { state: 'broken', line: 2, column: 8 }],
    ['[1]', { state: 'no-object' }],
    ['null', { state: 'no-object' }],
  ])('%j', (text, expected) => expect(readFieldRows(operation('mfa'), text)).toMatchObject(expected));

  it('an operation that takes no body has no form', () => {
    expect(readFieldRows(operation('discover'), '')).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { operation } from '../fixtures.test-support.ts';
import { editBody } from './edit-body.ts';

it.each([
  ['mfa', '{"ipAddress":"1"}', '{"ipAddress":"1","client_id":"a b"}'],
  ['token', 'grant_type=x', 'grant_type=x&client_id=a+b'],
  ['token', '', 'client_id=a+b'],
  ['token', '{"grant_type":"x"}', '{"grant_type":"x","client_id":"a b"}'],
])('a field of %s is set in %j as that is written', (id, text, after) => {
  expect(editBody(operation(id), text, { do: 'set', path: '/client_id', value: 'a b' })).toBe(after);
  const back = editBody(operation(id), after, { do: 'remove', path: '/client_id' });
  expect(back).toBe(text);
});

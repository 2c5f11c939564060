import { expect, it } from 'vitest';
import { isObject } from './is-object.ts';

it('tells objects from all else that JSON has', () => {
  expect([{}, { a: 1 }, JSON.parse('{"__proto__":null}'), Object.create(null)].map(isObject)).not.toContain(
    false,
  );
  expect([null, undefined, [], [{}], '{}', 0, true, () => ({})].map(isObject)).not.toContain(true);
});

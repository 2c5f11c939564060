import { expect, it } from 'vitest';
import { isStandIn, putStandIns, variableOf } from './stand-ins.ts';

it('a variable in the place of a value can be read, at its place and under its name', () => {
  const text = '{"a": {{ flag }}, "b": "{{text}}"}';
  const changed = putStandIns(text);
  expect(changed).toHaveLength(text.length);
  const value = JSON.parse(changed);
  expect(isStandIn(value.a) && variableOf(value.a)).toBe('{{ flag }}');
  expect(value.b).toBe('{{text}}');
  expect(isStandIn(value.b)).toBe(false);
});

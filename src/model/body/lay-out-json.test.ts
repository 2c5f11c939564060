import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutJson } from './lay-out-json.ts';

test('texts that differ in blanks and line ends alone become the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, 4, '\t'), (value, space) => {
      const laidOut = layOutJson(JSON.stringify(value, null, space));
      expect(laidOut).toBe(JSON.stringify(value, null, 2));
      expect(layOutJson((laidOut ?? '').replaceAll('\n', '\r\n'))).toBe(laidOut);
    }),
  );
});

test('numbers, escapes and double keys stay as they were written', () => {
  expect(layOutJson('{"a":1.50e+3,"a":[ ],"\\u0061":"\\/ {,:"}')).toBe(
    '{\n  "a": 1.50e+3,\n  "a": [],\n  "\\u0061": "\\/ {,:"\n}',
  );
});

test('a text that is no JSON is not laid out', () => {
  expect(['', '{"a":}', '<html>', 'a=b&c=d'].map(layOutJson)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

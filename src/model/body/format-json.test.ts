import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatJson } from './format-json.ts';
import { applyEdits } from './text-edit.ts';

function formatted(text: string): string {
  const result = formatJson(text);
  return 'edits' in result ? applyEdits(text, result.edits) : `no JSON at ${result.offence.from}`;
}

describe('laying out a body', () => {
  test('two blanks a level, a member a line', () => {
    expect(formatted('{"a":1,"b":[true,{"c":null}],"d":{}}')).toBe(
      '{\n  "a": 1,\n  "b": [\n    true,\n    {\n      "c": null\n    }\n  ],\n  "d": {}\n}',
    );
  });

  test('line ends stay what they were', () => {
    expect(formatted('{"a":1,\r\n"b":2}')).toBe('{\r\n  "a": 1,\r\n  "b": 2\r\n}');
  });

  test('numbers, escapes and double keys stand as they were written', () => {
    expect(formatted('{"a":1.0,"a":1e2,"b":"\\u0041"}')).toBe(
      '{\n  "a": 1.0,\n  "a": 1e2,\n  "b": "\\u0041"\n}',
    );
  });

  test('what is no JSON is refused with its place', () => {
    expect(formatted('{"a":}')).toBe('no JSON at 5');
    expect(formatted('')).toBe('no JSON at 0');
  });
});

const values = fc.jsonValue({ maxDepth: 4 });
const ends = fc.constantFrom('\n', '\r\n');

it('changes nothing but blanks, and nothing the second time', () => {
  fc.assert(
    fc.property(values, fc.nat(4), ends, (value, indent, end) => {
      const text = JSON.stringify(value, null, indent).replaceAll('\n', end);
      const once = formatted(text);
      expect(JSON.parse(once)).toEqual(JSON.parse(text));
      expect(once.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      expect(formatted(once)).toBe(once);
      if (text.includes(end)) expect(once.replaceAll(end, '')).not.toMatch(/[\r\n]/);
    }),
  );
});

it('is deep enough for any body', () => {
  const deep = `${'['.repeat(300)}${']'.repeat(300)}`;
  expect(JSON.parse(formatted(deep))).toEqual(JSON.parse(deep));
});

import { describe, expect, it } from 'vitest';
import { marked } from '../fixtures.test-support.ts';
import { mapJson, mayRepeatKeys, positionAt, positionFinder, readJson } from './json-text.ts';

/** Where a text stops being JSON, as line:column; undefined where it is JSON. */
function offenceOf(text: string): string | undefined {
  const reading = readJson(text);
  if (!('offence' in reading)) return undefined;
  const { line, column } = positionAt(text, reading.offence.from);
  return `${line}:${column}`;
}

/** The text that stands at a pointer, as it is written. */
const at = (text: string, pointer: string): string | undefined => {
  const place = mapJson(text, [pointer]).places.get(pointer);
  return place && text.slice(place.value.from, place.value.to);
};

describe('the first place where a text stops being JSON (▸)', () => {
  it.each([
    ['a comma too many in an object', '{"a":1,▸}'],
    ['a comma too many in a list', '[1,▸]'],
    ['two commas', '[1,▸,2]'],
    ['a comma first', '{▸,"a":1}'],
    ['a comma that is missing in an object', '{"a":1 ▸"b":2}'],
    ['a comma that is missing in a list', '[1 ▸2]'],
    ['a colon that is missing', '{"a" ▸1}'],
    ['a second colon', '{"a":▸:1}'],
    ['a value that is missing', '{"a":▸}'],
    ['a key without quotes', '{▸a:1}'],
    ['a key that is a number', '{▸1:2}'],
    ['single quotes', "{▸'a':1}"],
    ['a value in single quotes', `{"a":▸'x'}`],
    ['a value without quotes', '{"a":▸mobile}'],
    ['the wrong bracket', '{"a":[1▸}]'],
    ['a bracket too many', '{"a":1}▸}'],
    ['something after the end', '{"a":1} ▸x'],
    ['a second document', '{}▸{}'],
    ['a line comment', '{▸// note\n"a":1}'],
    ['a block comment', '{"a":▸/* note */1}'],
    ['a # comment', '▸# note\n{}'],
    ['text cut after a key', '{"a"▸'],
    ['text cut after a colon', '{"a":▸'],
    ['text cut after a value', '{"a":1▸'],
    ['text cut after a comma', '{"a":1,▸'],
    ['text cut in a string', '{"a":"mob▸'],
    ['text cut after a backslash', '{"a":"mob▸\\'],
    ['text cut after an escaped quote', '{"a":"mob\\"▸'],
    ['text where a string is one too many', '["a" ▸"b\\""]'],
    ['text cut in a list', '[[1],▸'],
    ['text cut in a literal', '[▸tru'],
    ['True of Python', '[▸True]'],
    ['undefined', '{"a":▸undefined}'],
    ['NaN', '{"a":▸NaN}'],
    ['Infinity', '{"a":▸Infinity}'],
    ['a leading zero', '{"a":0▸123}'],
    ['a negative leading zero', '[-0▸1]'],
    ['a plus sign', '[▸+1]'],
    ['a dot without digits before', '[▸.5]'],
    ['a dot without digits after', '[5.▸]'],
    ['an exponent without digits', '[5e▸]'],
    ['a minus alone', '[▸-]'],
    ['a hexadecimal number', '[0▸x1F]'],
    ['a line break in a string', '{"a":"one▸\ntwo"}'],
    ['a tab in a string', '{"a":"one▸\ttwo"}'],
    ['a zero character in a string', '{"a":"▸\0"}'],
    ['an escape that is none', '{"a":"C:\\\\ok ▸\\x"}'],
    ['a \\u without digits', '{"a":"▸\\u"}'],
    ['a \\u with three digits', '{"a":"▸\\u12g4"}'],
    ['an escape of a single quote', '{"a":"it▸\\\'s"}'],
    ['a byte order mark', '▸\ufeff{"a":1}'],
    ['a non-breaking space', '{▸\u00a0"a":1}'],
    ['typographic quotes', '{▸“a”:1}'],
    ['HTML', '▸<!doctype html>'],
    ['a form', '▸grant_type=client_credentials'],
    ['the second line', '{\n  "a": 1\n  ▸"b": 2\n}'],
    ['lines that end in CR LF', '{\r\n  "a": 1,\r\n  ▸}\r\n'],
    ['lines that end in CR alone', '{\r"a":1,\r▸}'],
    ['tabs before it, one column each', '{\n\t\t"a":\t▸x\n}'],
    ['an emoji before it, two columns', '{"a":"😀" ▸1}'],
    ['an accent before it, one column', '{"a":"é" ▸1}'],
  ])('%s', (_, broken) => {
    const { text, place } = marked(broken);
    expect(() => JSON.parse(text)).toThrow();
    expect(offenceOf(text)).toBe(place);
  });

  it('is none where the text is JSON, however it is written', () => {
    for (const text of [
      '{}',
      ' [ ] ',
      '\r\n\t1',
      '"\u2028\u2029"',
      '"\\u00e9\\/\\ud83d"',
      '-0.0e-0',
      '{"":{"":[]}}',
    ])
      expect(offenceOf(text), text).toBeUndefined();
  });

  it('of nothing at all is its end', () => {
    expect(offenceOf('')).toBe('1:1');
    expect(offenceOf(' \n ')).toBe('2:2');
  });
});

describe('the place of a value', () => {
  const text = '{ "a": { "b": [10, {"c~d/e": "x"}, []] },\n  "": null, "\\u0061\\n": -1.5e3 }';
  it.each([
    ['', text],
    ['/a', '{ "b": [10, {"c~d/e": "x"}, []] }'],
    ['/a/b', '[10, {"c~d/e": "x"}, []]'],
    ['/a/b/0', '10'],
    ['/a/b/1/c~0d~1e', '"x"'],
    ['/a/b/2', '[]'],
    ['/', 'null'],
    ['/a\n', '-1.5e3'],
  ])('%j is %s', (pointer, written) => expect(at(text, pointer)).toBe(written));

  it.each(['/b', '/a/b/3', '/a/b/00', '/a/b/-1', '/a/b/0/x', '/__proto__', '/a/constructor'])(
    '%j is nowhere',
    (pointer) => expect(at(text, pointer)).toBeUndefined(),
  );

  it('comes with that of its key', () => {
    const { places } = mapJson('{ "a" : 1 }', ['/a', '']);
    expect(places.get('/a')).toEqual({ key: { from: 2, to: 5 }, value: { from: 8, to: 9 } });
    expect(places.get('')).toEqual({ value: { from: 0, to: 11 } });
  });

  it('of a key that stands twice is the last one, inside of it too', () => {
    expect(at('{"a":1,"a":2}', '/a')).toBe('2');
    expect(at('{"a":{"b":1},"a":{"b":2}}', '/a/b')).toBe('2');
    expect(at('{"a":{"b":1},"a":{"c":2}}', '/a/b')).toBeUndefined();
    expect(at('{"a":[{"b":1}],"\\u0061":7}', '/a/0/b')).toBeUndefined();
  });

  it('is found under a key named "__proto__" as under any other', () => {
    expect(at('{"__proto__":{"a":1}}', '/__proto__/a')).toBe('1');
  });
});

describe('keys that stand twice', () => {
  const duplicatesOf = (text: string) =>
    mapJson(text, []).duplicates.map(
      ({ path, key }) => `${path} ${text.slice(key.from, key.to)}@${key.from}`,
    );

  it('are found at any depth and in any spelling', () => {
    expect(duplicatesOf('[{"a":1,"b":{"c":1,"c":2},"\\u0061":3}]')).toEqual([
      '/0/b/c "c"@19',
      '/0/a "\\u0061"@26',
    ]);
    expect(duplicatesOf('{"__proto__":1,"__proto__":2,"":1,"":2}')).toEqual([
      '/__proto__ "__proto__"@15',
      '/ ""@34',
    ]);
  });

  it('are none where objects differ, or letters do', () => {
    expect(duplicatesOf('[{"a":1},{"a":1},{"A":1,"a":{"a":1}}]')).toEqual([]);
  });

  it('may be looked for only where there can be any', () => {
    const may = (text: string) => mayRepeatKeys(text, JSON.parse(text));
    expect(['{"a":1,"a":2}', '{"a":[{"b":1,"b":2}]}', '{"__proto__":1,"__proto__":1}'].map(may)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['{}', '{"a:b":":\\":"}', '[{"a":1},{"a":1}]', '":"', '{"__proto__":1}'].map(may)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a position', () => {
  it.each([
    ['', 0, '1:1'],
    ['abc', 2, '1:3'],
    ['a\nb', 2, '2:1'],
    ['a\r\nb', 3, '2:1'],
    ['a\rb', 2, '2:1'],
    ['a\n\nb', 3, '3:1'],
    ['a\r\rb', 3, '3:1'],
    ['a\n\rb', 3, '3:1'],
    ['😀x', 2, '1:3'],
    ['a\n', 2, '2:1'],
  ])('in %j at %i is %s', (text, offset, expected) => {
    const { line, column } = positionAt(text, offset);
    expect(`${line}:${column}`).toBe(expected);
  });

  it('may be asked for forwards, backwards and between CR and LF', () => {
    const text = 'ab\r\ncd\ref';
    const positionOf = positionFinder(text);
    const offsets = [0, 3, 4, 9, 5, 5, 0, 7, 8];
    expect(offsets.map(positionOf)).toEqual(offsets.map((offset) => positionAt(text, offset)));
  });
});

import { describe, expect, it } from 'vitest';
import { editField } from './edit-field.ts';

const set = (text: string, path: string, value: unknown) => editField(text, { do: 'set', path, value });
const append = (text: string, path: string, value: unknown) => editField(text, { do: 'append', path, value });
const remove = (text: string, path: string) => editField(text, { do: 'remove', path });

describe('a field that is there', () => {
  it.each([
    ['gets its new value in its place', '{ "a" : 1,\r\n\t"b":"x" }', '/b', 'y', '{ "a" : 1,\r\n\t"b":"y" }'],
    ['keeps its bytes where nothing changes', '{"a":"\\u0041"}', '/a', 'A', '{"a":"\\u0041"}'],
    ['may be changed in type', '{"a":"true"}', '/a', true, '{"a":true}'],
    ['is the last one of two', '{"a":1,"a":2}', '/a', 3, '{"a":1,"a":3}'],
    ['may be a variable', '{"a": {{x}}, "b":{{y}}}', '/b', true, '{"a": {{x}}, "b":true}'],
    ['may stand in a list', '{"a":["x", "y"]}', '/a/1', 'z', '{"a":["x", "z"]}'],
  ])('%s', (_, text, path, value, after) => expect(set(text, path, value)).toBe(after));
});

describe('a field that is missing', () => {
  it.each([
    ['an empty text', '', '/a', '{\n  "a": "x"\n}'],
    ['blanks alone', ' \n', '/a', '{\n  "a": "x"\n}'],
    ['an empty object', '{}', '/a', '{\n  "a": "x"\n}'],
    ['lines', '{\n  "b": 1\n}', '/a', '{\n  "b": 1,\n  "a": "x"\n}'],
    ['lines with tabs and \\r\\n', '{\r\n\t"b" : 1\r\n}', '/a', '{\r\n\t"b" : 1,\r\n\t"a" : "x"\r\n}'],
    ['one line', '{"b":1}', '/a', '{"b":1,"a":"x"}'],
    ['one line with blanks', '{ "b": 1 }', '/a', '{ "b": 1, "a": "x" }'],
    ['one line as Python writes it', '{"b": 1}', '/a', '{"b": 1, "a": "x"}'],
    ['a group on one line', '{"g":{"b":1}}', '/g/a', '{"g":{"b":1,"a":"x"}}'],
    ['an empty group on one line', '{"g":{}}', '/g/a', '{"g":{"a":"x"}}'],
    ['an empty group on lines', '{\n  "g": {}\n}', '/g/a', '{\n  "g": {\n    "a": "x"\n  }\n}'],
    [
      'lines, where its group is missing too',
      '{\n    "b": 1\n}',
      '/g/a',
      '{\n    "b": 1,\n    "g": {\n        "a": "x"\n    }\n}',
    ],
    ['one line, where its group is missing too', '{"b":1}', '/g/a', '{"b":1,"g":{"a":"x"}}'],
    ['variables', '{"b": {{b}}}', '/a', '{"b": {{b}}, "a": "x"}'],
    ['a name that JSON has to escape', '{"b":1}', '/a"~1', '{"b":1,"a\\"/":"x"}'],
    ['the name of a prototype', '{"b":1}', '/__proto__', '{"b":1,"__proto__":"x"}'],
  ])('is written as its neighbours are: %s', (_, text, path, after) =>
    expect(set(text, path, 'x')).toBe(after),
  );
});

describe('a field that is removed', () => {
  it.each([
    ['goes with its comma', '{"a":1, "b":2}', '/b', '{"a":1}'],
    ['goes with its line', '{\n  "a": 1,\n  "b": 2\n}', '/a', '{\n  "b": 2\n}'],
    ['leaves an empty object', '{\n  "a": 1\n}', '/a', '{}'],
    ['goes however often it stands there', '{"a":1,"b":2,"a":3}', '/a', '{"b":2}'],
    ['goes with all its repeats', '{"a":1,"a":3}', '/a', '{}'],
    ['may be an item of a list, and only that one', '{"a":[1,1,1]}', '/a/0', '{"a":[1,1]}'],
    ['may be a variable', '{"a": {{x}}, "b":{{y}}}', '/a', '{"b":{{y}}}'],
    ['may be missing', '{"a":1}', '/b', '{"a":1}'],
  ])('%s', (_, text, path, after) => expect(remove(text, path)).toBe(after));
});

describe('an item that is added', () => {
  it.each([
    ['to a list on lines', '{\n  "l": [\n    1\n  ]\n}', '{\n  "l": [\n    1,\n    ""\n  ]\n}'],
    ['to a list on one line', '{"l":[1, 2]}', '{"l":[1, 2,""]}'],
    ['to an empty list', '{"l": []}', '{"l": [""]}'],
    ['where there is no list', '{"b":1}', '{"b":1,"l":[""]}'],
  ])('comes last %s', (_, text, after) => expect(append(text, '/l', '')).toBe(after));
});

it.each([
  ['is no JSON', '{"a":', '/a'],
  ['is no object', '[1]', '/a'],
  ['has something else where the group should be', '{"g":7}', '/g/a'],
  ['has null where the group should be', '{"g":null}', '/g/a'],
])('a text that %s stays as it is', (_, text, path) => {
  expect(set(text, path, 'x')).toBe(text);
  expect(append(text, path, 'x')).toBe(text);
  expect(remove(text, `${path}/x`)).toBe(text);
});

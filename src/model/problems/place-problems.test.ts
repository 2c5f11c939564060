import { describe, expect, it } from 'vitest';
import { mapJson } from '../body/json-text.ts';
import { inWords } from '../fixtures.test-support.ts';
import { MAX_PROBLEMS, placeProblems } from './place-problems.ts';
import type { Finding } from './problem.ts';

const TEXT = '{\n  "a": { "b": 1 },\n  "list": [ {}, 7 ]\n}';

const placed = (findings: Finding[]) =>
  placeProblems(findings, 'request', TEXT, (pointers) => mapJson(TEXT, pointers));

describe('a problem stands', () => {
  it.each<[string, Finding, string, string]>([
    ['at its value', { code: 'field.type', path: '/a/b' }, '2:15', '1'],
    [
      'at its key, where the key is the problem',
      { code: 'field.unknown', path: '/a/b', atKey: true },
      '2:10',
      '"b"',
    ],
    [
      'at the enclosing object’s brace, where it is missing',
      { code: 'field.required', path: '/a/c' },
      '2:8',
      '{',
    ],
    ['at the brace in a list too', { code: 'field.required', path: '/list/0/c' }, '3:13', '{'],
    ['at the body’s brace, where it is missing there', { code: 'field.required', path: '/c' }, '1:1', '{'],
    ['at an item of a list', { code: 'field.type', path: '/list/1' }, '3:17', '7'],
    ['at the whole body', { code: 'body.too-large', path: '' }, '1:1', TEXT],
    ['at the start, where nothing of it is there', { code: 'field.required', path: '/x/y/z' }, '1:1', ''],
  ])('%s', (_, finding, place, covered) => {
    const [problem] = placed([finding]);
    expect(problem && inWords(problem)).toMatch(new RegExp(` ${place}$`));
    expect(problem && TEXT.slice(problem.from, problem.to)).toBe(covered);
  });
});

it('a problem has the severity of its code, unless its finding says otherwise', () => {
  const [error, warning] = placed([
    { code: 'field.characters', path: '/a' },
    { code: 'field.characters', path: '/a', severity: 'warning' },
  ]);
  expect([error?.severity, warning?.severity]).toEqual(['error', 'warning']);
});

it('of very many problems the errors are kept first', () => {
  const unknown = Array.from(
    { length: 1000 },
    (): Finding => ({ code: 'field.unknown', path: '/a', atKey: true }),
  );
  const kept = placed([...unknown, { code: 'field.required', path: '/c' }]);
  expect(kept).toHaveLength(MAX_PROBLEMS);
  expect(kept[0]?.code).toBe('field.required');
});

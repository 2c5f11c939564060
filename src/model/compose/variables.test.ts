import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '../body/form-text.ts';
import { fillText, findVariables, isVariableName, type TextKind } from './variables.ts';

const anyText = fc.string({ unit: 'binary' });
const anyKind = fc.constantFrom<TextKind[]>('json', 'form', 'url', 'plain');
/** What a URL or a form can carry: half a surrogate pair has no bytes. */
const wellFormed = fc.string({ unit: 'grapheme' });
const is = (value: string) => () => value;

describe('filling in', () => {
  test('leaves a text without variables byte for byte as it is', () => {
    fc.assert(
      fc.property(anyText, anyKind, (text, kind) => {
        fc.pre(!/\{\{ *[A-Za-z_]/.test(text));
        expect(fillText(text, kind, is('x'))).toEqual({ text, insertions: [], unknown: [] });
      }),
    );
  });

  test('leaves what no variable is: other braces, other names', () => {
    for (const text of ['{{}}', '{{1a}}', '{a}', '{{a b}}', '{{{', '{"a":{"b":{}}}', '{{a\n}}'])
      expect(fillText(text, 'plain', is('x')).text).toBe(text);
  });

  test('fills in every place, and only there', () => {
    expect(fillText('a {{x}} b {{ x }}{{y}}', 'plain', (name) => name.toUpperCase()).text).toBe('a X b XY');
    expect(fillText('{{{x}}}', 'plain', is('1')).text).toBe('{1}');
  });

  test('never fills in what a value says', () => {
    expect(fillText('{{a}}', 'plain', is('{{b}}')).text).toBe('{{b}}');
  });

  test('tells which variables have no value, and where', () => {
    const { text, unknown } = fillText('{"a":"{{x}}{{y}}"}', 'json', (name) =>
      name === 'y' ? '1' : undefined,
    );
    expect(text).toBe('{"a":"{{x}}1"}');
    expect(unknown).toMatchObject([{ name: 'x', from: 6, to: 11 }]);
  });
});

describe('in JSON', () => {
  test('any value comes back from the string that it was written into', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (value, before, after) => {
        fc.pre(!/[{}]/.test(before + after));
        const typed = `{"a":${JSON.stringify(`${before}{{x}}${after}`)},"b":[1]}`;
        expect(JSON.parse(fillText(typed, 'json', is(value)).text)).toEqual({
          a: before + value + after,
          b: [1],
        });
      }),
    );
  });

  test('any value comes back from the key that it was written into', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const { text } = fillText('{"{{x}}": null}', 'json', is(value));
        expect(Object.keys(JSON.parse(text))).toEqual([value]);
      }),
    );
  });

  test('without quotes around it, a value is the JSON that it is, or else a string', () => {
    fc.assert(
      fc.property(fc.json(), (value) => {
        expect(JSON.parse(fillText('{"a": {{x}} }', 'json', is(value)).text)).toEqual({
          a: JSON.parse(value),
        });
      }),
    );
    expect(fillText('[{{x}}]', 'json', is('two words')).text).toBe('["two words"]');
    expect(fillText('[{{x}}]', 'json', is('7')).text).toBe('[7]');
  });

  test('a string that was never closed ends with its line', () => {
    expect(fillText('{"a": "open,\n"b": "{{x}}"}', 'json', is('"')).text).toBe('{"a": "open,\n"b": "\\""}');
  });

  test('an escaped quote ends no string', () => {
    expect(fillText('{"a": "\\"{{x}}"}', 'json', is('"')).text).toBe('{"a": "\\"\\""}');
  });
});

test('in a form, any value comes back from its field', () => {
  fc.assert(
    fc.property(wellFormed, (value) => {
      const { text } = fillText('a=1&b={{x}}&c=2', 'form', is(value));
      expect(new URLSearchParams(text).get('b')).toBe(value);
      expect(readForm(text).value).toEqual({ a: '1', b: value, c: '2' });
    }),
  );
});

describe('in a URL', () => {
  test('any value comes back from the query, and the rest stays where it is', () => {
    fc.assert(
      fc.property(wellFormed, (value) => {
        const url = new URL(fillText('https://a.example/v3/x?a={{x}}&b=2#f', 'url', is(value)).text);
        expect(url.searchParams.get('a')).toBe(value);
        expect(url.searchParams.get('b')).toBe('2');
        expect([url.host, url.pathname, url.hash]).toEqual(['a.example', '/v3/x', '#f']);
      }),
    );
  });

  test('any value stays one segment of the path', () => {
    fc.assert(
      fc.property(wellFormed, (value) => {
        // Dots alone mean a place in the path, however they are written.
        fc.pre(!/^(?:\.{0,2})$/.test(value));
        const url = new URL(fillText('https://a.example/v3/identity/{{x}}/activate', 'url', is(value)).text);
        const [, v3, identity, segment = '', activate, ...more] = url.pathname.split('/');
        expect([v3, identity, decodeURIComponent(segment), activate, more]).toEqual([
          'v3',
          'identity',
          value,
          'activate',
          [],
        ]);
      }),
    );
  });

  test.each([
    ['{{base}}/v3/mfa', 'https://a.example:8080/api', 'https://a.example:8080/api/v3/mfa'],
    ['https://{{host}}/v3/mfa', 'a.example:1', 'https://a.example:1/v3/mfa'],
    ['https://a.example:{{port}}/v3/mfa?{{port}}', '8443', 'https://a.example:8443/v3/mfa?8443'],
    ['https://a.example/{{x}}', 'a/b', 'https://a.example/a%2Fb'],
  ])('%s', (typed, value, filled) => {
    expect(fillText(typed, 'url', is(value)).text).toBe(filled);
  });
});

test('insertions tell where each value stands', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), wellFormed)), anyKind, (parts, kind) => {
      const typed = parts.map(([text]) => `${text}{{v}}`).join('');
      let next = 0;
      const { text, insertions } = fillText(typed, kind, () => parts[next++]?.[1] ?? '');
      let rebuilt = '';
      let at = 0;
      for (const { place, filled } of insertions) {
        expect(typed.slice(place.from, place.to)).toMatch(/^\{\{ *[\w.-]+ *\}\}$/);
        rebuilt += text.slice(at, filled.from) + typed.slice(place.from, place.to);
        at = filled.to;
      }
      expect(rebuilt + text.slice(at)).toBe(typed);
    }),
  );
});

test('hostile texts are read in a moment', () => {
  const hostile = [
    '{{'.repeat(200_000),
    `{{${' '.repeat(400_000)}`,
    `{{${'a'.repeat(400_000)}`,
    '"\\'.repeat(200_000),
  ];
  for (const text of hostile)
    for (const kind of ['json', 'form', 'url', 'plain'] as const)
      expect(findVariables(text, kind)).toEqual([]);
});

test.each([
  ['a', true],
  ['client_id.2-b', true],
  ['', false],
  ['2a', false],
  ['a b', false],
  ['{{a}}', false],
])('%j as a name: %s', (name, good) => {
  expect(isVariableName(name)).toBe(good);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPointer } from './json-pointer.ts';
import { mapJson, mayRepeatKeys, positionAt, readJson } from './json-text.ts';

const keys = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '', 'a/b', 'a~b', '0', 'phoneNumber'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  // Any units, halves of surrogate pairs among them.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 3 })
    .map((units) => String.fromCharCode(...units)),
);
const { value: jsonValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.constantFrom(null, true, false, 0, -0, 1e300, 5e-324),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      keys,
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    // Through entries, so that "__proto__" is a key like any other.
    fc.array(fc.tuple(keys, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

const indentation = fc.constantFrom<string | number>(0, 1, 2, 8, '\t', '\n', '\r\n', '\r', ' \t\r\n');
const jsonText = fc.tuple(jsonValue, indentation).map(([value, indent]) => indented(value, indent));

/** `JSON.stringify` with line breaks of any kind: its own `space` argument takes those as well. */
const indented = (value: unknown, indent: string | number) => JSON.stringify(value, null, indent) ?? 'null';

/** JSON with a stretch of it dropped, doubled or replaced. */
const mutatedText = fc
  .tuple(
    jsonText,
    fc.nat(),
    fc.nat({ max: 4 }),
    fc.oneof(
      fc.constantFrom(
        '',
        ',',
        ':',
        '"',
        '\\',
        '{',
        '}',
        '[',
        ']',
        '0',
        '-',
        '.',
        'e',
        '/',
        '\n',
        '\0',
        '\ufeff',
      ),
      fc.constantFrom('\\u', '\\u00', '//', '/**/', 'null', 'NaN', "'", '\u00a0', '\u2028', '\ud800'),
      fc.string({ maxLength: 3 }),
    ),
  )
  .map(([text, at, drop, put]) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + put + text.slice(from + drop);
  });

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Every value inside of a value, with its pointer. */
function* everyValue(value: unknown, path: readonly string[] = []): Generator<[string, unknown]> {
  yield [toPointer(path), value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* everyValue(child, [...path, key]);
}

const soundOffence = (text: string, offence: { from: number; to: number } | undefined) =>
  offence !== undefined && 0 <= offence.from && offence.from <= offence.to && offence.to <= text.length;

describe('reading JSON agrees with JSON.parse about what is JSON', () => {
  it('for any value, written with any indentation', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(mapJson(text, []).offence).toBeUndefined();
        expect(readJson(text)).toEqual({ value: JSON.parse(text) });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['any text', fc.string({ unit: 'binary' })],
    [
      'a text of the characters that JSON is made of',
      fc.string({ unit: fc.constantFrom(...'{}[]",:\\/u0019-+.eEnultrfase \n\r\t') }),
    ],
    ['JSON that was damaged', mutatedText],
  ])('for %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { offence } = mapJson(text, []);
        expect(offence === undefined).toBe(isJson(text));
        if (offence) expect(soundOffence(text, offence)).toBe(true);
      }),
      // The scanner's comment that never ends goes on behind the text.
      { numRuns: 2000, examples: [['/*']] },
    );
  });

  it('and what stands before the offence could still have become JSON', () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const reading = readJson(text);
        if (!('offence' in reading)) return;
        // Cut there, the text offends at its end or in a word or escape that is not finished, never earlier.
        const cut = text.slice(0, reading.offence.from);
        const again = mapJson(cut, []).offence;
        if (again) expect(cut.slice(again.from)).toMatch(/^(?:"(?:[^"\\]|\\.)*|[-+.\w]*|\\u?[0-9a-fA-F]*)$/);
      }),
      { numRuns: 1000 },
    );
  });
});

it('each place that a pointer finds parses back to the value there', () => {
  fc.assert(
    fc.property(jsonText, (text) => {
      const value = JSON.parse(text);
      const all = new Map(everyValue(value));
      const { places } = mapJson(text, all.keys());
      expect(places.size).toBe(all.size);
      for (const [pointer, wanted] of all) {
        const place = places.get(pointer);
        expect(place && JSON.parse(text.slice(place.value.from, place.value.to))).toEqual(wanted);
        if (place?.key) {
          const key = JSON.parse(text.slice(place.key.from, place.key.to));
          expect(pointer.endsWith(toPointer([key]))).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

it('with repeated keys too, every place belongs to the value that JSON.parse takes', () => {
  const name = fc.constantFrom('a', 'b');
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('1', '"x"', 'null'),
      fc.array(tie('node'), { maxLength: 2 }).map((items) => `[${items}]`),
      fc
        .array(fc.tuple(name, tie('node')), { maxLength: 3 })
        .map((entries) => `{${entries.map(([key, child]) => `"${key}":${child}`)}}`),
    ),
  }));
  fc.assert(
    fc.property(node, (text) => {
      const value = JSON.parse(text);
      const all = new Map(everyValue(value));
      const near = ['/a', '/b', '/a/a', '/a/b', '/b/a', '/a/0', '/a/0/a', '/b/0/b', '/0/a'];
      const { places, duplicates } = mapJson(text, [...all.keys(), ...near]);
      expect([...places.keys()].sort()).toEqual([...all.keys()].sort());
      for (const [pointer, { value: span }] of places)
        expect(JSON.parse(text.slice(span.from, span.to))).toEqual(all.get(pointer));
      expect(mayRepeatKeys(text, value)).toBe(duplicates.length > 0);
    }),
    { numRuns: 1000 },
  );
});

it('a position is the number of line ends before it, and the distance to the last of them', () => {
  const lines = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀') });
  fc.assert(
    fc.property(lines, fc.nat({ max: 20 }), (text, n) => {
      const offset = Math.min(n, text.length);
      // Between CR and LF there is no line end yet.
      const before = text.slice(0, offset);
      const split = before.split(text[offset] === '\n' ? /\r\n|\r(?!$)|\n/ : /\r\n|\r|\n/);
      expect(positionAt(text, offset)).toEqual({
        line: split.length,
        column: (split.at(-1) ?? '').length + 1,
      });
    }),
  );
});

describe('a text made to hurt', () => {
  it('ten thousand objects in each other are read and placed', () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const pointer = '/a'.repeat(10_000);
    const { places, offence } = mapJson(deep, [pointer]);
    expect(offence).toBeUndefined();
    expect(places.get(pointer)?.value).toEqual({ from: 50_000, to: 50_001 });
  });

  it('ten thousand open brackets offend at their end', () => {
    expect(readJson('['.repeat(10_000))).toEqual({ offence: { from: 10_000, to: 10_000 } });
  });

  it('a million keys are read, and the last is found', () => {
    const text = `{${Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":0`).join(',')}}`;
    const { places, duplicates } = mapJson(text, ['/k999999']);
    expect(duplicates).toEqual([]);
    expect(places.get('/k999999')?.value).toEqual({ from: text.length - 2, to: text.length - 1 });
  });

  it('a hundred thousand equal keys, deep down, give hundreds of duplicates', () => {
    const text = `${'{"a":'.repeat(1000)}{${'"":0,'.repeat(100_000)}"":0}${'}'.repeat(1000)}`;
    expect(mapJson(text, []).duplicates).toHaveLength(200);
  });
});

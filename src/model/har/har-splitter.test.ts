import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HarSplitter } from './har-splitter.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Splits a text that comes in pieces of this many bytes. */
function split(text: string | Uint8Array, size = 7) {
  const entries: (string | undefined)[] = [];
  let runs = 0;
  const splitter = new HarSplitter(
    (entry) => entries.push(entry),
    (run) => {
      const list = readList(run);
      for (const entry of list ?? []) entries.push(JSON.stringify(entry));
      if (list) runs++;
      return list !== undefined;
    },
  );
  const bytes = typeof text === 'string' ? encode(text) : text;
  // One buffer for all pieces, as a file is read.
  const buffer = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    buffer.set(piece);
    splitter.push(buffer.subarray(0, piece.length));
  }
  return { entries, frame: splitter.end(), runs };
}

function readList(text: string): unknown[] | undefined {
  try {
    return JSON.parse(`[${text}]`);
  } catch {
    return undefined;
  }
}

const har = (...entries: string[]) =>
  `{"log":{"version":"1.2","entries":[${entries.join(',')}],"comment":"x"}}`;

describe('HarSplitter', () => {
  it('gives each entry, and what stands around them', () => {
    const { entries, frame } = split(har('{"a":1}', ' {"b":[2,{"c":"]}"}]}\n'));
    expect(entries).toEqual(['{"a":1}', ' {"b":[2,{"c":"]}"}]}\n']);
    expect(frame).toEqual({ text: '{"log":{"version":"1.2","entries":[],"comment":"x"}}' });
  });

  it.each([1, 2, 3, 1000])(
    'does so in pieces of %d bytes, with escapes and characters that are cut',
    (size) => {
      const tricky = JSON.stringify({ text: 'é"\\"[{,😀\\', more: ['\\\\', '"', '{"entries":['] });
      const { entries } = split(`\uFEFF${har(tricky, tricky)}`, size);
      expect(entries).toEqual([tricky, tricky]);
    },
  );

  it.each([
    ['an empty list', har(), []],
    ['a comma too many', har('{}', ''), ['{}', '']],
    ['a comma too few', har('{} {}'), ['{} {}']],
    ['entries that are none', har('1', 'null', '"a,b"', '[3]'), ['1', 'null', '"a,b"', '[3]']],
    [
      'entries before and after other keys',
      '{"x":{"entries":[1]},"log":{"pages":[{"entries":[2]}],"entries" : [3]}}',
      ['3'],
    ],
    ['entries that are not the log’s', '{"entries":[1],"log":{"x":{"entries":[2]}}}', []],
    ['a key that only ends like the one', '{"log":{"my\\"entries":[1]}}', []],
    ['text that looks like the key', '{"log":{"comment":"\\"entries\\":[","entries":[4]}}', ['4']],
  ])('knows %s', (_, text, entries) => {
    expect(split(text).entries).toEqual(entries);
  });

  it.each([
    ['before', '{"log":{"pages":[{"id'],
    ['within', '{"log":{"entries":[{"a":1},{"b":'],
    ['within', '{"log":{"entries":[{"a":"'],
    ['after', '{"log":{"entries":[{"a":1}]'],
  ])('tells that a file is cut off %s its entries', (cutOff, text) => {
    expect(split(text).frame).toMatchObject({ cutOff });
  });

  it('agrees with JSON.parse on any HAR, cut anywhere', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.array(value), fc.integer({ min: 1, max: 40 }), fc.boolean(), (list, size, pretty) => {
        const text = JSON.stringify({ log: { pages: [], entries: list } }, null, pretty ? 2 : 0);
        expect(split(text, size).entries.map((entry) => JSON.parse(entry ?? ''))).toEqual(
          JSON.parse(JSON.stringify(list)),
        );
      }),
      { numRuns: 500 },
    );
  });

  describe('where many entries come at once', () => {
    const made = (n: number) => ({
      startedDateTime: `${n}`,
      headers: [{ name: 'a', value: '}, {' }, { name: 'b' }],
    });
    const list = Array.from({ length: 60 }, (_, n) => made(n));
    const write = (entries: readonly unknown[], pretty: boolean) =>
      JSON.stringify({ log: { pages: [], entries } }, null, pretty ? 2 : 0);

    it.each([
      ['written in lines', true],
      ['written without blanks', false],
    ])('takes them together, %s', (_, pretty) => {
      const { entries, frame, runs } = split(write(list, pretty), 2000);
      expect(entries.map((entry) => JSON.parse(entry ?? ''))).toEqual(list);
      expect(frame).toMatchObject({ text: expect.stringContaining('"pages"') });
      expect(runs).toBeGreaterThan(1);
      // Each takes what came, not one entry.
      expect(runs).toBeLessThan(write(list, pretty).length / 2000 + 1);
    });

    it.each([1_000, 131_072, 200_000, 1_000_000])(
      'takes all of a large file in pieces of %i bytes',
      (size) => {
        const many = Array.from({ length: 4_000 }, (_, n) => made(n));
        const text = write(many, true);
        expect(text.length).toBeGreaterThan(400_000);
        const { entries, frame, runs } = split(text, size);
        expect(entries.map((entry) => JSON.parse(entry ?? ''))).toEqual(many);
        expect(frame).toMatchObject({ text: expect.stringContaining('"pages"') });
        expect(runs).toBeGreaterThan(2);
      },
    );

    it('looks closer where a text only looks like the end of an entry', () => {
      const trap = { startedDateTime: 'x', text: '},{"startedDateTime"', nested: [made(1), made(2)] };
      const mixed = list.flatMap((entry) => [entry, trap]);
      const { entries } = split(write(mixed, false), 1000);
      expect(entries.map((entry) => JSON.parse(entry ?? ''))).toEqual(mixed);
    });

    it('still tells the one that is broken', () => {
      const text = write(list, true).replace('"41"', 'oops');
      const { entries } = split(text, 2000);
      expect(entries.flatMap((entry, n) => (readList(entry ?? '') ? [] : [n]))).toEqual([41]);
    });

    it('still tells that the file is cut off', () => {
      const text = write(list, true);
      expect(split(text.slice(0, text.indexOf('"50"')), 2000).frame).toMatchObject({ cutOff: 'within' });
    });
  });

  it('takes any bytes without an exception', () => {
    const scrap = fc.constantFrom(
      '{"log":{',
      '"entries":[',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      '\\',
      ':',
      '1',
      '\u{1F600}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(scrap).map((parts) => encode(parts.join(''))),
        ),
        fc.integer({ min: 1, max: 9 }),
        (bytes, size) => {
          split(bytes, size);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

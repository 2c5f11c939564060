import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from './form-text.ts';

describe('a form', () => {
  it.each([
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=one+two%26three', { a: 'one two&three' }],
    ['a%20b=%C3%A9', { 'a b': 'é' }],
    ['a=1=2', { a: '1=2' }],
    ['a', { a: '' }],
    ['a=', { a: '' }],
    ['=1', { '': '1' }],
    ['&&a=1&', { a: '1' }],
    ['', {}],
    ['a=%zz&b=%', { a: '%zz', b: '%' }],
    ['a=%ff', { a: '%ff' }],
  ])('%j is read as %j', (text, value) => expect(readForm(text).value).toEqual(value));

  it('keeps a key named "__proto__" like any other', () => {
    const { value } = readForm('__proto__=x');
    expect(Object.entries(value)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('knows where keys and values stand', () => {
    const text = 'one=1&two=%32&three';
    const { places } = readForm(text);
    const written = [...places].map(([pointer, { key, value }]) => [
      pointer,
      key && text.slice(key.from, key.to),
      text.slice(value.from, value.to),
    ]);
    expect(written).toEqual([
      ['', undefined, text],
      ['/one', 'one', '1'],
      ['/two', 'two', '%32'],
      ['/three', 'three', ''],
    ]);
  });

  it('knows which keys stand twice, in any spelling, and takes the last value', () => {
    const { value, duplicates } = readForm('a=1&b=2&%61=3');
    expect(value).toEqual({ a: '3', b: '2' });
    expect(duplicates).toEqual([{ path: '/a', key: { from: 8, to: 11 } }]);
  });

  it('agrees with the browser’s own reading wherever its escapes are whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))),
        (pairs) => {
          const params = new URLSearchParams(pairs);
          expect(readForm(params.toString()).value).toEqual(Object.fromEntries(params));
        },
      ),
    );
  });

  it('of any text whatever is read without throwing, each place inside of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '=', '&', '%', '2', '+', '\ud800', '/', '~') }),
        (text) => {
          for (const { key, value } of readForm(text).places.values())
            for (const span of [key ?? value, value]) {
              expect(span.from).toBeLessThanOrEqual(span.to);
              expect(span.to).toBeLessThanOrEqual(text.length);
            }
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from '../body/form-text.ts';
import { editFormText } from './edit-form-text.ts';

describe('a field of a form-encoded body', () => {
  it.each([
    ['is changed in its place', 'a=1&b=2&c=%zz', 'b', 'x y&=', 'a=1&b=x+y%26%3D&c=%zz'],
    ['keeps its bytes where nothing changes', 'a=%41', 'a', 'A', 'a=%41'],
    ['gets the = that it lacks', 'a&b=2', 'a', 'x', 'a=x&b=2'],
    ['is the last one of two', 'a=1&a=2', 'a', '3', 'a=1&a=3'],
    ['is added at the end', 'a=1', 'b', 'é', 'a=1&b=%C3%A9'],
    ['keeps variables', 'a=1', 'a', '& {{secret}} &', 'a=%26+{{secret}}+%26'],
    ['is added to an empty text', '', 'b', '2', 'b=2'],
    ['is removed with its &', 'a=1&b=2', 'a', undefined, 'b=2'],
    ['is removed from the end', 'a=1&b=2', 'b', undefined, 'a=1'],
    ['is removed however often it stands there', 'a=1&b=2&a=3', 'a', undefined, 'b=2'],
    ['may be missing when it is removed', 'a=1', 'b', undefined, 'a=1'],
  ])('%s', (_, text, name, value, after) => expect(editFormText(text, name, value)).toBe(after));

  it('is read back as it was set, whatever the others are, and those stay', () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '=', '&', '+', '%', '2', 'é') }),
      fc.string(),
    );
    const names = fc.oneof(fc.constantFrom('a', 'b', 'ab', ''), fc.string({ unit: 'grapheme' }));
    const values = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined });
    fc.assert(
      fc.property(texts, names, values, (text, name, value) => {
        const before = new Map(Object.entries(readForm(text).value));
        const after = new Map(Object.entries(readForm(editFormText(text, name, value)).value));
        expect(after.get(name)).toBe(value);
        before.delete(name);
        after.delete(name);
        // A text of blanks alone is no body yet.
        if (/\S/.test(text)) expect(after).toEqual(before);
      }),
    );
  });
});

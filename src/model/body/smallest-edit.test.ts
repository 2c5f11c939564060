import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { smallestEdit } from './smallest-edit.ts';
import { applyEdits } from './text-edit.ts';

test('leaves alone what is the same before and after', () => {
  expect(smallestEdit('{"a": "mobile"}', '{"a": "none"}')).toEqual({ from: 7, to: 12, insert: 'non' });
  expect(smallestEdit('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
  expect(smallestEdit('a', 'a')).toBeUndefined();
});

it('makes the one text of the other', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', '😀', '\r\n'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const edit = smallestEdit(before, after);
      expect(edit ? applyEdits(before, [edit]) : before).toBe(after);
    }),
  );
});

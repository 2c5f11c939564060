import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromPointer, parentPointer, toPointer } from './json-pointer.ts';

it.each([
  [[], ''],
  [[''], '/'],
  [['items', 0, 'phoneNumber'], '/items/0/phoneNumber'],
  [['a/b', 'c~d', '~1'], '/a~1b/c~0d/~01'],
])('%j is written %j', (path, pointer) => expect(toPointer(path)).toBe(pointer));

it('what was written is read back, and its parent is its path without the last step', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '/', '~', '0', '1') })), (path) => {
      expect(fromPointer(toPointer(path))).toEqual(path);
      expect(parentPointer(toPointer(path))).toBe(toPointer(path.slice(0, -1)));
    }),
  );
});

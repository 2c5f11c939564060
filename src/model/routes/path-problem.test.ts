import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathProblem } from './path-problem.ts';
import { isRoutePath } from './route-path.ts';

it('says what is wrong with exactly those paths that a route cannot have', () => {
  const segment = fc.oneof(
    fc.constantFrom('*', ':id', '{id}', ':', '{', 'a*', '.', '..', '', 'a', 'a?b', 'a#', 'a:b', '{id}x'),
    fc.string({ unit: fc.constantFrom('*', ':', '{', '}', '.', 'a', '?', '#', '%', ' ') }),
  );
  const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
  fc.assert(
    fc.property(fc.oneof(path, fc.string()), (text) => {
      expect(isRoutePath(text), text).toBe(pathProblem(text) === undefined);
    }),
    { numRuns: 3_000 },
  );
});

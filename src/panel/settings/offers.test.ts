import { expect, it } from 'vitest';
import { exchange } from '../../model/fixtures.test-support.ts';
import { offersFor } from './offers.ts';

const at = (path: string) =>
  exchange({ url: `https://app.example.com${path}`, body: { possessionType: 'none' } });

it('a route is offered once for all requests of its path, the latest first', () => {
  expect(
    offersFor([at('/one'), at('/one'), at('/two'), at('/one')]).map(({ rule, count }) => [rule, count]),
  ).toEqual([
    ['POST https://app.example.com/one = unify', 3],
    ['POST https://app.example.com/two = unify', 1],
  ]);
});

it('no route is offered that could not be kept', () => {
  expect(offersFor([at(`/${'long'.repeat(200)}`), at('/a*b')])).toEqual([]);
});

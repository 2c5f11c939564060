import { expect, it } from 'vitest';
import { boundBodies, CAPTURED_LIMIT } from './bound-bodies.ts';
import { exchange } from './fixtures.test-support.ts';
import { inspect } from './problems/inspect.ts';

it('keeps an ordinary call as it is', () => {
  const ordinary = exchange();
  expect(boundBodies(ordinary)).toBe(ordinary);
});

it('keeps the beginning of a body that no panel could read, and claims nothing of it', () => {
  const long = `{"possessionType":"mobile","phoneNumber":"${'1'.repeat(CAPTURED_LIMIT)}"}`;
  const { request, response } = boundBodies(exchange({ body: long, answer: long }));
  for (const body of [request.body, response?.body]) {
    expect(body).toMatchObject({ bytes: long.length, truncated: true });
    expect(body?.text).toBe(long.slice(0, CAPTURED_LIMIT));
  }
  expect(inspect({ ...exchange(), request, ...(response && { response }) })).toMatchObject({
    verdict: 'truncated',
    problems: [],
  });
});

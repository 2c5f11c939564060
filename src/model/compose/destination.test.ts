import { describe, expect, test } from 'vitest';
import { operation } from '../fixtures.test-support.ts';
import type { Route } from '../routes/route.ts';
import { type Destination, destinationOf, destinationsFor, moveTo } from './destination.ts';
import { blankDraft } from './draft.ts';

const mfa = operation('mfa');
const activate = operation('identity-activate');
const own = 'http://localhost:8080/api';
const route: Route = { method: 'PUT', path: '/prove/*/mfa/:correlationId', operationId: 'mfa' };
const all = destinationsFor(mfa, [own, 'https://platform.proveapis.com', own], [route]);

function find(id: string): Destination {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

test('own hosts come first, each once; then routes of the operation, then Prove’s environments', () => {
  expect(all.map(({ label }) => label)).toEqual([
    own,
    'PUT /prove/*/mfa/:correlationId',
    'uat-us',
    'prod-us',
    'uat-eu',
    'prod-eu',
  ]);
  expect(destinationsFor(activate, [], [route]).map(({ kind }) => kind)).not.toContain('route');
});

describe('moving a draft', () => {
  test('to an environment changes the host, and the way to that which can read the answer', () => {
    const moved = moveTo(blankDraft(mfa, own), mfa, find('uat-eu'));
    expect(moved).toMatchObject({
      url: 'https://platform.uat.eu.proveapis.com/v3/mfa',
      method: 'POST',
      way: 'extension',
    });
    expect(destinationOf(moved, mfa, all)?.id).toBe('uat-eu');
  });

  test('and back again loses nothing', () => {
    const draft = { ...blankDraft(activate, own, { proveId: 'a/b' }), body: '{"mine":1}' };
    const there = moveTo(draft, activate, find('prod-us'));
    expect(there.url).toBe('https://platform.proveapis.com/v3/identity/a%2Fb/activate');
    expect(moveTo(there, activate, find(`captured ${own}`))).toEqual(draft);
  });

  test('to a route gives its method and path, with the values that the URL has', () => {
    const moved = moveTo(blankDraft(mfa, own), mfa, find('route 0'));
    expect(moved).toMatchObject({
      url: 'http://localhost:8080/prove/*/mfa/:correlationId',
      method: 'PUT',
      way: 'page',
    });
    expect(destinationOf(moved, mfa, all)?.id).toBe('route 0');
  });

  test('that is a free request keeps its path', () => {
    const free = { ...blankDraft(mfa, own), operationId: undefined, url: 'https://a.example/x?y=1' };
    expect(moveTo(free, undefined, find('uat-us')).url).toBe('https://platform.uat.proveapis.com/x?y=1');
  });
});

test('any other URL is free', () => {
  const free = { ...blankDraft(mfa, 'https://b.example'), url: 'https://b.example/v3/mfa' };
  expect(destinationOf(free, mfa, all)).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { operation } from '../fixtures.test-support.ts';
import { parseRoute } from '../routes/parse-route.ts';
import type { Route } from '../routes/route.ts';
import { blankDraft, type Draft } from './draft.ts';
import { hasForm, matchDraft } from './match-draft.ts';

const mfa = operation('mfa');
const OWN = 'https://shop.example.com/shop/begin';
const draft = (url: string, change: Partial<Draft> = {}): Draft => ({
  ...blankDraft(mfa, 'http://localhost'),
  url,
  ...change,
});

/** The route that a rule says. */
function route(rule: string): Route {
  const reading = parseRoute(rule);
  if ('route' in reading) return reading.route;
  throw new Error(`“${rule}” is no route`);
}

describe('a draft is seen as its operation', () => {
  const routes = [route('POST /shop/begin = mfa')];

  test('through the route that its URL matches, blanks around it or not', () => {
    expect(matchDraft(draft(` ${OWN} `), mfa, routes)).toMatchObject({ by: 'route', route: routes[0] });
    expect(matchDraft(draft(OWN), mfa)).toBeUndefined();
    expect(matchDraft(draft(OWN, { method: 'PUT' }), mfa, routes)).toBeUndefined();
  });

  test('and not where its URL stands for another operation', () => {
    expect(matchDraft(draft(OWN), operation('unify'), routes)).toBeUndefined();
    expect(matchDraft(draft('http://localhost/v3/mfa-bind'), mfa)).toBeUndefined();
  });
});

describe('a body has a form', () => {
  test.each([
    ['POST /shop/begin = mfa', true],
    ['POST /shop/begin = mfa; response=/data', true],
    ['POST /shop/begin = mfa; request=/data', false],
    ['POST /shop/begin = mfa; snake_case', false],
  ])('through the route “%s”: %s', (rule, expected) => {
    expect(hasForm(draft(OWN), mfa, [route(rule)])).toBe(expected);
    // The route is none of a draft that goes elsewhere.
    expect(hasForm(draft('http://localhost/v3/mfa'), mfa, [route(rule)])).toBe(true);
  });

  test('unless its operation has no body', () => {
    const list = operation('identity-list');
    expect(hasForm(blankDraft(list, 'http://localhost'), list)).toBe(false);
  });
});

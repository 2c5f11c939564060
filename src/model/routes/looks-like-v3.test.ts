import { describe, expect, it } from 'vitest';
import { exchange, type Scene } from '../fixtures.test-support.ts';
import { inspect } from '../problems/inspect.ts';
import { looksLikeV3 } from './looks-like-v3.ts';
import { formatRoute } from './parse-route.ts';

const ID = '713189b8-5555-4b08-83ba-75d08780aebd';
const url = 'https://app.example.com/auth/begin';

/** The rule that is offered for a scene. */
const offered = (scene: Scene): string | undefined => {
  const suspicion = looksLikeV3(exchange({ url, body: null, answer: null, ...scene }));
  return suspicion && formatRoute(suspicion.route);
};

describe('traffic that looks like V3 and matches nothing is offered as a route', () => {
  it.each<[string, Scene, string]>([
    ['flowType', { body: { flowType: 'mobile' } }, 'POST https://app.example.com/auth/begin = start'],
    [
      'possessionType',
      { body: { possessionType: 'none' } },
      'POST https://app.example.com/auth/begin = unify',
    ],
    [
      'possessionType on a path with mfa in it',
      { url: 'https://app.example.com/mfa/begin', body: { possessionType: 'none' } },
      'POST https://app.example.com/mfa/begin = mfa',
    ],
    [
      'the fields of the older verify',
      { body: { possessionType: 'none', firstName: 'Ann' } },
      'POST https://app.example.com/auth/begin = verify-v1',
    ],
    [
      'snake_case',
      { body: { possession_type: 'none' } },
      'POST https://app.example.com/auth/begin = unify; snake_case',
    ],
    [
      'an envelope',
      { body: { 'in/put': { flowType: 'mobile' } } },
      'POST https://app.example.com/auth/begin = start; request=/in~1put',
    ],
    [
      'a next that names a step',
      { answer: { next: { 'v3-complete': '' } } },
      'POST https://app.example.com/auth/begin = validate',
    ],
    [
      'the end of a start flow',
      { answer: { next: { done: '' } } },
      'POST https://app.example.com/auth/begin = complete',
    ],
    [
      'a status by its path',
      { url: 'https://app.example.com/auth/status', method: 'GET', answer: { correlationId: ID } },
      'GET https://app.example.com/auth/status = unify-status',
    ],
    [
      'the id of a flow in its path',
      { url: `https://app.example.com/auth/status/${ID}`, method: 'GET', answer: { correlationId: ID } },
      'GET https://app.example.com/auth/status/:correlationId = unify-status',
    ],
    [
      'a token for the client SDK',
      { answer: { authToken: 'eyJhbGciOi.x.y' } },
      'POST https://app.example.com/auth/begin = unify',
    ],
  ])('%s', (_, scene, rule) => expect(offered(scene)).toBe(rule));

  it('and with that route it is a call', () => {
    const seen = exchange({ url, body: { possession_type: 'none', client_request_id: ID } });
    const route = looksLikeV3(seen)?.route;
    expect(route && inspect(seen, { routes: [route] })).toMatchObject({
      verdict: 'valid',
      operation: { id: 'unify' },
    });
    expect(route && looksLikeV3(seen, [route])).toBeUndefined();
  });
});

describe('what is no offer', () => {
  it.each<[string, Scene]>([
    ['a call that is matched', { url: 'https://app.example.com/v3/mfa', body: { possessionType: 'none' } }],
    ['traffic without a mark', { body: { name: 'x' }, answer: { ok: true } }],
    ['a preflight', { method: 'OPTIONS', body: { possessionType: 'none' } }],
    [
      'the client SDK',
      { url: 'https://device.prove-auth.proveapis.com/v1/client/x', answer: { next: { done: '' } } },
    ],
    ['no URL', { url: 'nonsense', body: { possessionType: 'none' } }],
  ])('%s', (_, scene) => expect(offered(scene)).toBeUndefined());
});

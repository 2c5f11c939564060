import { describe, expect, it } from 'vitest';
import { findOperation } from '../../schemas/operations.ts';
import { exchange, inBrief, type Scene } from '../fixtures.test-support.ts';
import { inspect } from '../problems/inspect.ts';
import { kits } from './kits.ts';
import { mayBeV3 } from './match-operation.ts';
import { formatRoute, parseRoute } from './parse-route.ts';

const ID = '713189b8-5555-4b08-83ba-75d08780aebd';
const next = (step: string) => ({ next: { [`v3-${step}`]: `/v3/${step}` } });
const started = { authToken: 'eyJhbGciOi.x.y', correlationId: ID, ...next('validate') };
const validated = { success: true, challengeMissing: false, ...next('complete') };
const completed = { success: true, next: { done: 'done' } };
const person = { individual: { firstName: 'Tod', lastName: 'Weedall' } };
const nested = (data: unknown) => ({ success: true, message: '', errors: [], data: { success: true, data } });
const shop = (path: string) => `https://shop.example.com${path}`;

/** A call as a kit's page sends it. */
const seen = (
  operation: string,
  path: string,
  body: unknown,
  answer: unknown,
): Scene & { operation: string } => ({
  operation,
  url: shop(path),
  method: body === null ? 'GET' : 'POST',
  body,
  answer,
  headers: { Authorization: undefined },
});

const react = (under: string, wrap = (answer: unknown) => answer) => [
  seen('start', `${under}/start`, { flowType: 'mobile', phoneNumber: '2001001695' }, wrap(started)),
  seen('validate', `${under}/validate`, { correlationId: ID }, wrap(validated)),
  seen('complete', `${under}/complete`, { correlationId: ID, ...person }, wrap(completed)),
];

const recognised: Record<string, ReturnType<typeof seen>[]> = {
  'React kit v3': react('/api/v3'),
  'Angular kit v3': react('/api/v3', (data) => ({ data, exception: null })),
  'Flask demo': [
    seen(
      'start',
      '/api/start',
      { flow_type: 'desktop', final_target_url: 'https://a.example/' },
      {
        auth_token: 'eyJhbGciOi.x.y',
        correlation_id: ID,
        ...next('validate'),
      },
    ),
    seen(
      'validate',
      '/api/validate',
      { correlation_id: ID },
      {
        success: true,
        challenge_missing: false,
        ...next('complete'),
      },
    ),
    seen(
      'complete',
      '/api/complete',
      { correlation_id: ID, individual: { first_name: 'Tod', last_name: 'Weedall' } },
      completed,
    ),
  ],
  '.NET demo': react('/api/verification', nested),
  'Express Unify': [
    seen(
      'unify',
      '/unify',
      { possessionType: 'mobile', phoneNumber: '2001004014', clientRequestId: ID },
      { httpMeta: {}, v3UnifyResponse: { correlationId: ID, success: 'pending' } },
    ),
    seen('unify-status', `/unify/status/${ID}`, null, {
      httpMeta: {},
      v3UnifyStatusResponse: { success: 'pending' },
    }),
    seen(
      'unify-bind',
      '/unify/bind',
      { correlationId: ID, phoneNumber: '2001004014' },
      { httpMeta: {}, v3UnifyBindResponse: { success: 'true' } },
    ),
  ],
  'Express v2': [
    seen(
      'unify',
      '/initialize',
      { possessionType: 'mobile', phoneNumber: '2001004014', clientRequestId: ID },
      { authToken: 'eyJhbGciOi.x.y', correlationId: ID, success: 'pending' },
    ),
    seen('unify-status', '/verify', { correlationId: ID }, { correlationId: ID, success: 'true' }),
  ],
};

describe('the kits are recognised as they are', () => {
  const calls = Object.entries(recognised).flatMap(([kit, scenes]) =>
    scenes.map((scene) => ({ kit, scene, id: scene.operation })),
  );
  it.each(calls)('$kit: $id', ({ scene, id }) => {
    const played = exchange(scene);
    expect(mayBeV3(played.request.url)).toBe(true);
    const call = inspect(played);
    expect(call?.operation.id).toBe(id);
    expect(call?.problems.map(inBrief)).toEqual([]);
    expect(call?.facts.requestId ?? call?.facts.responseId).toBe(ID);
  });

  it.each(kits)('$title: its calls are no V3 without the marks of V3', ({ routes }) => {
    for (const { path, method, operationId } of routes) {
      if (!findOperation(operationId)?.genericPath && path.includes('/v3/')) continue;
      const scene = { url: shop(path), body: { name: 'x' }, answer: { ok: true }, ...(method && { method }) };
      expect(inspect(exchange(scene)), path).toBeUndefined();
    }
  });

  it.each(kits)('$title: as routes of the user, they count in any case', ({ routes }) => {
    for (const { path, method, operationId } of routes) {
      const url = shop(path.replace(/:\w+/, ID));
      const call = inspect(exchange({ url, body: null, ...(method && { method }) }), { routes });
      expect(call).toMatchObject({ by: 'route', operation: { id: operationId } });
    }
  });
});

describe('a kit', () => {
  it.each(kits)('$title: names operations that exist, in rules that can be written', ({ id, routes }) => {
    for (const route of routes) {
      expect(findOperation(route.operationId)).toBeDefined();
      expect(parseRoute(formatRoute(route))).toEqual({ route: { ...route, kit: undefined } });
      expect(route.kit).toBe(id);
    }
  });

  it('whose names are wrong is told what is meant', () => {
    const body = { flowType: 'mobile', phoneNumber: '2001001695', last4SSN: '0596' };
    const call = inspect(exchange(seen('start', '/api/v3/start', body, started)));
    expect(call?.problems).toMatchObject([{ code: 'field.unknown', path: '/last4SSN', suggestion: 'ssn' }]);
  });
});

import { describe, expect, it } from 'vitest';
import { call, exchange, inBrief, inWords, marked, type Scene } from '../fixtures.test-support.ts';
import { inspect } from '../problems/inspect.ts';
import { matchOperation, mayBeV3 } from './match-operation.ts';
import type { Route } from './route.ts';

const ID = '713189b8-5555-4b08-83ba-75d08780aebd';
const at = (path: string) => `https://app.example.com${path}`;

/** The call that one route makes of a scene. */
const routed = (route: Route, scene: Scene) => inspect(exchange(scene), { routes: [route] });

describe('a route fits', () => {
  const routes: Route[] = [
    { method: 'POST', host: 'app.example.com', path: '/api/prove/mfa', operationId: 'mfa' },
    { path: '/t/*/prove/status', operationId: 'mfa-status' },
    { method: 'GET', path: '/prove/status/:correlationId', operationId: 'mfa-status' },
    { host: 'localhost:3000', path: '/enroll me/ü', operationId: 'identity-enroll' },
    { path: '/gone', operationId: 'no-such-operation' },
  ];
  it.each<[string, string, string | undefined]>([
    ['POST', at('/api/prove/mfa'), 'mfa'],
    ['POST', at('/api/prove/mfa/?x=1'), 'mfa'],
    ['GET', at('/api/prove/mfa'), undefined],
    ['POST', at('/api/prove/mfa/x'), undefined],
    ['POST', at('/x/api/prove/mfa'), undefined],
    ['POST', 'https://app.example.com:8443/api/prove/mfa', undefined],
    ['POST', 'https://other.example.com/api/prove/mfa', undefined],
    ['PUT', 'http://anywhere/t/42/prove/status', 'mfa-status'],
    ['PUT', 'http://anywhere/t/4/2/prove/status', undefined],
    ['PUT', 'http://anywhere/t//prove/status', undefined],
    ['GET', at(`/prove/status/${ID}`), 'mfa-status'],
    ['POST', 'http://localhost:3000/enroll%20me/%C3%BC', 'identity-enroll'],
    ['POST', at('/gone'), undefined],
  ])('%s %s: %s', (method, url, expected) => {
    const scene = exchange({ method, url, body: null, answer: 'ok' });
    expect(matchOperation(scene, routes)?.operation.id).toBe(expected);
    if (expected) expect(mayBeV3(url, routes)).toBe(true);
    expect(matchOperation(scene)).toBeUndefined();
  });

  it('before anything else does', () => {
    const route: Route = { path: '/v3/mfa', operationId: 'unify' };
    expect(routed(route, {})).toMatchObject({ by: 'route', operation: { id: 'unify' } });
  });

  it('and a URL that none fits is told at once', () => {
    expect(mayBeV3(at('/assets/app.js'), routes)).toBe(false);
  });
});

describe('a route knows the region that its back end calls', () => {
  it('which decides on the rules of regions', () => {
    const route: Route = { path: '/api/mfa', operationId: 'mfa', region: 'eu' };
    const scene = { url: at('/api/mfa'), body: { possessionType: 'mobile' } };
    expect(routed(route, scene)?.problems.map(inBrief)).toEqual(['error mfa.phone-required-eu /phoneNumber']);
    expect(routed({ path: '/api/mfa', operationId: 'mfa' }, scene)?.problems).toEqual([]);
  });

  it('and on where an operation is documented', () => {
    const start = { operation: 'start', url: at('/go') };
    const brief = (region: 'us' | 'eu') =>
      routed({ path: '/go', operationId: 'start', region }, start)?.problems.map(inBrief);
    expect(brief('eu')).toEqual(['warning host.region (body)']);
    expect(brief('us')).toEqual([]);
  });
});

describe('an envelope', () => {
  const route: Route = {
    path: '/api/mfa',
    operationId: 'mfa',
    envelope: { request: '/payload', response: '/result/0' },
  };
  const play = (body: unknown, answer: unknown = { result: [{ correlationId: ID, success: 'pending' }] }) =>
    routed(route, { url: at('/api/mfa'), body, answer });

  it('is taken off both bodies', () => {
    const inside = play({ payload: { possessionType: 'none' }, csrf: 'x' });
    expect(inside?.problems).toEqual([]);
    expect(inside?.facts).toMatchObject({ possessionType: 'none', responseId: ID, success: 'pending' });
  });

  it('keeps problems at their places in the body that was sent', () => {
    const { text, place } = marked('{\n "payload": {\n  "possessionType": ▸"tablet" } }');
    expect(play(text)?.problems.map(inWords)).toEqual([`error field.enum /payload/possessionType ${place}`]);
  });

  it('that is not there makes the body unreadable', () => {
    const bare = play({ possessionType: 'none' });
    expect([bare?.verdict, ...(bare?.problems.map(inBrief) ?? [])]).toEqual([
      'unreadable',
      'error body.not-object /payload',
    ]);
  });

  it('of an answer is looked at as well', () => {
    const wrong = play({ payload: { possessionType: 'none' } }, { result: [{ success: 'pending' }] });
    expect(wrong?.problems.map(inWords)).toEqual(['warning response.shape /result/0/correlationId 3:5']);
    const none = play({ payload: { possessionType: 'none' } }, { result: null });
    expect(none?.problems.map(inBrief)).toEqual(['warning response.shape /result/0']);
  });
});

describe('snake_case bodies', () => {
  const route: Route = { path: '/api/start', operationId: 'start', snakeCase: true };
  const play = (body: unknown, answer?: unknown) =>
    routed(route, {
      operation: 'start',
      url: at('/api/start'),
      body,
      ...(answer !== undefined && { answer }),
    });

  it('are read as V3’s own', () => {
    const right = play(
      { flow_type: 'mobile', phone_number: '2001001695', allow_otp_retry: true },
      { auth_token: 'eyJ', correlation_id: ID, next: { 'v3-validate': '/v3/validate' } },
    );
    expect(right?.problems).toEqual([]);
    expect(right?.facts).toMatchObject({ responseId: ID, next: ['v3-validate'], hasPhone: true });
  });

  it('keep their own names in problems, suggestions and fixes', () => {
    const { text, place } = marked('{ "flow_type": "mobile", ▸"phone_numbr": "2001001695" }');
    const [problem, ...more] = play(text)?.problems ?? [];
    expect(more).toEqual([]);
    expect(problem && inWords(problem)).toBe(`warning field.unknown /phone_numbr ${place}`);
    expect(problem).toMatchObject({ suggestion: 'phone_number', fix: [{ insert: '"phone_number"' }] });
  });

  it('that miss a field are told its name in their spelling', () => {
    expect(play({ phone_number: '1' })?.problems.map(inBrief)).toEqual(['error field.required /flow_type']);
  });

  it('with a field of the wrong type are told where it stands', () => {
    const { text, place } = marked('{ "flow_type": "mobile", "phone_number": ▸2001001695 }');
    expect(play(text)?.problems.map(inWords)).toEqual([`error field.type /phone_number ${place}`]);
  });

  it('with both spellings of a field have one that is unknown', () => {
    expect(play({ flowType: 'mobile', flow_type: 'desktop' })?.problems.map(inBrief)).toEqual([
      'warning field.unknown /flow_type',
    ]);
  });
});

describe('an id in the path', () => {
  const route: Route = { method: 'GET', path: '/status/:correlationId', operationId: 'unify-status' };
  const scene = { operation: 'unify-status', method: 'GET', body: null } as const;

  it('is the id of the flow, and no body is missed', () => {
    const got = routed(route, { ...scene, url: at(`/status/${ID}`) });
    expect(got).toMatchObject({ verdict: 'absent', problems: [], notes: [], facts: { requestId: ID } });
  });

  it('that is none is told by its name in the path', () => {
    const got = routed(route, { ...scene, url: at('/status/42') });
    expect(got?.problems.map(inWords)).toEqual(['warning field.shape {correlationId} 1:1']);
  });

  it('gives way to one in the body', () => {
    const body = { correlationId: 'a'.repeat(8) };
    const got = routed(
      { ...route, method: 'POST' },
      { operation: 'unify-status', body, url: at(`/status/${ID}`) },
    );
    expect(got?.facts.requestId).toBe('aaaaaaaa');
  });

  it('of an operation that has one by itself is checked as well', () => {
    const url = 'https://platform.uat.proveapis.com/v3/identity?limit=many&startKee=x&showInactive=true';
    const got = call({ operation: 'identity-list', method: 'GET', body: null, url });
    expect([got.verdict, ...got.problems.map(inWords)]).toEqual([
      'invalid',
      'error field.type ?limit 1:1',
      'warning field.unknown ?startKee 1:1',
    ]);
    const missing = call({
      operation: 'discover',
      method: 'GET',
      body: null,
      url: 'https://platform.uat.proveapis.com/v3/discover',
    });
    expect(missing.problems.map(inWords)).toEqual(['error field.required ?proveId 1:1']);
  });
});

it('a back end that keeps the id in its session gets a warning, and no error', () => {
  const route: Route = { path: '/api/validate', operationId: 'validate' };
  const got = routed(route, { operation: 'validate', body: {}, url: at('/api/validate') });
  expect([got?.verdict, ...(got?.problems.map(inBrief) ?? [])]).toEqual([
    'valid',
    'warning flow.correlation-id-missing /correlationId',
  ]);
});

import { describe, expect, it } from 'vitest';
import { formatRoute } from './parse-route.ts';
import type { StoredRoute } from './stored-route.ts';
import { type TriedRequest, tryRequest } from './try-request.ts';

const OWN = 'https://app.example.com/api/go';
const valid = '{"possessionType":"desktop","finalTargetUrl":"https://a.example/"}';
const own: StoredRoute = { method: 'POST', path: '/api/go', operationId: 'mfa' };

const attempt = (request: Partial<TriedRequest>, routes: StoredRoute[] = []) =>
  tryRequest({ method: 'POST', url: OWN, body: '', answer: '', ...request }, routes);

describe('a request that becomes a call', () => {
  it('says its operation, its verdict and the V3 body in an envelope of snake_case', () => {
    const wrapped: StoredRoute = { ...own, envelope: { request: '/data' }, snakeCase: true };
    expect(attempt({ body: '{"data":{"possession_type":"mobile"}}' }, [wrapped])).toMatchObject({
      call: { operation: { id: 'mfa' }, verdict: 'valid', by: 'route' },
      body: '{\n  "possessionType": "mobile"\n}',
    });
  });

  it('says what is wrong with it', () => {
    expect(attempt({ body: '{"possessionType":"desktop"}' }, [own])).toMatchObject({
      call: { verdict: 'invalid', problems: [{ code: 'mfa.target-url-required' }] },
    });
  });

  it('takes fields from the path', () => {
    const route: StoredRoute = { method: 'GET', path: '/status/:correlationId', operationId: 'mfa-status' };
    const id = '713189b8-5555-4b08-83ba-75d08780aebd';
    expect(attempt({ method: 'GET', url: `https://app.example.com/status/${id}` }, [route])).toMatchObject({
      call: { operation: { id: 'mfa-status' } },
      body: `{\n  "correlationId": "${id}"\n}`,
    });
  });

  it('needs no route at Prove', () => {
    const url = 'https://platform.uat.proveapis.com/v3/mfa';
    expect(attempt({ url, body: valid })).toMatchObject({ call: { by: 'host' } });
  });
});

describe('a request that nothing matches', () => {
  const reasons = (request: Partial<TriedRequest>, ...routes: StoredRoute[]) => {
    const trial = attempt(request, routes);
    if ('call' in trial) throw new Error('it became a call');
    return trial.reasons;
  };

  it.each<[string, Partial<TriedRequest>, StoredRoute[], RegExp]>([
    ['no URL', { url: 'go' }, [], /begin with https/],
    ['no address of the web', { url: 'file:///v3/mfa' }, [], /begin with https/],
    ['a path of nobody', {}, [], /does not end in one that V3 has, such as \/v3\/mfa/],
    [
      'no path of V3 at Prove',
      { url: 'https://platform.uat.proveapis.com/v4/x' },
      [],
      /\/v4\/x is no path that V3/,
    ],
    [
      'a path that others use',
      { url: 'https://app.example.com/v3/start' },
      [],
      /Others use the path \/v3\/start/,
    ],
    ['a path of a kit', { url: 'https://app.example.com/api/start' }, [], /Others use the path \/api\/start/],
    [
      'a route that is off',
      {},
      [{ ...own, off: true }],
      /“POST \/api\/go = mfa” would match, but it is switched off/,
    ],
    ['another method', { method: 'GET' }, [own], /is for another method: this is GET/],
    ['another host', {}, [{ ...own, host: 'other.example' }], /is for another host: this is app.example.com/],
    ['another segment', {}, [{ ...own, path: '/api/gone' }], /has “gone” where this path has “go”/],
  ])('says so: %s', (_, request, routes, sentence) => {
    expect(reasons(request, ...routes)[0]).toMatch(sentence);
  });

  it('is offered as a route, with what can be told of it', () => {
    const trial = attempt({ body: '{"data":{"possession_type":"mobile"}}' });
    expect('proposal' in trial && trial.proposal && formatRoute(trial.proposal)).toBe(
      'POST https://app.example.com/api/go = unify; snake_case; request=/data',
    );
  });
});

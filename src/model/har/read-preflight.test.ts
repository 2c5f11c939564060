import { describe, expect, it, test } from 'vitest';
import { readPreflight } from './read-preflight.ts';

const ORIGIN = 'https://app.example';

interface Asked {
  method?: string;
  names?: string;
  status?: number;
  answer?: Record<string, string>;
}

const headers = (from: Record<string, string>) =>
  Object.entries(from).map(([name, value]) => ({ name, value }));

const preflight = ({
  method = 'POST',
  names = 'authorization,content-type',
  status = 204,
  answer = {},
}: Asked) =>
  readPreflight({
    startedDateTime: '2026-11-21T10:00:00.000Z',
    time: 4,
    request: {
      method: 'OPTIONS',
      url: 'https://platform.uat.proveapis.com/v3/mfa',
      headers: headers({
        Origin: ORIGIN,
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': names,
      }),
    },
    response: { status, headers: headers(answer) },
  });

const good = {
  'Access-Control-Allow-Origin': ORIGIN,
  'Access-Control-Allow-Headers': 'Authorization, Content-Type',
  'Access-Control-Allow-Credentials': 'true',
};

describe('a preflight', () => {
  test.each<[string, Asked]>([
    ['all that it names', { answer: good }],
    ['a star for the origin', { answer: { ...good, 'Access-Control-Allow-Origin': '*' } }],
    ['a star for a header', { names: 'x-trace', answer: { ...good, 'Access-Control-Allow-Headers': '*' } }],
    ['a star for the method', { method: 'PUT', answer: { ...good, 'Access-Control-Allow-Methods': '*' } }],
  ])('lets a call go out by %s', (_, asked) => {
    expect(preflight(asked)?.stopped).toBe(false);
  });

  test.each<[string, Asked]>([
    ['an answer that is no 2xx', { status: 403, answer: good }],
    ['a redirect', { status: 302, answer: good }],
    ['no allowed origin', { answer: { ...good, 'Access-Control-Allow-Origin': '' } }],
    ['another origin', { answer: { ...good, 'Access-Control-Allow-Origin': 'https://other.example' } }],
    ['a header that is not allowed', { names: 'x-trace', answer: good }],
    ['Authorization, for which no star stands', { answer: { ...good, 'Access-Control-Allow-Headers': '*' } }],
    ['a method that is not allowed', { method: 'DELETE', answer: good }],
    ['no answer', { status: 0 }],
  ])('stops a call by %s', (_, asked) => {
    expect(preflight(asked)?.stopped).toBe(true);
  });

  it('tells the call that it asked for, and that CORS stopped it', () => {
    expect(preflight({ status: 403 })?.call.exchange).toMatchObject({
      startedAt: Date.parse('2026-11-21T10:00:00.000Z'),
      duration: 4,
      request: { method: 'POST', url: 'https://platform.uat.proveapis.com/v3/mfa' },
      failure: { kind: 'cors' },
    });
  });

  it('gives no reason where the preflight itself got no answer', () => {
    expect(preflight({ status: 0 })?.call.exchange.failure).toEqual({ kind: 'unknown', detail: '' });
  });

  it('is an OPTIONS request that names a method', () => {
    expect(
      readPreflight({
        startedDateTime: '2026-11-21T10:00:00.000Z',
        request: { method: 'OPTIONS', url: 'https://a.example/v3/mfa', headers: [] },
        response: { status: 204 },
      }),
    ).toBeUndefined();
  });
});

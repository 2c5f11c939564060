import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../schemas/operations.ts';
import { formatRoute, parseRoute } from './parse-route.ts';
import type { Route } from './route.ts';

describe('a rule', () => {
  it.each<[string, Route]>([
    [
      'POST https://app.example.com/api/prove/mfa = mfa',
      { method: 'POST', host: 'app.example.com', path: '/api/prove/mfa', operationId: 'mfa' },
    ],
    ['POST /api/prove/mfa = mfa', { method: 'POST', path: '/api/prove/mfa', operationId: 'mfa' }],
    ['/api/mfa=mfa', { path: '/api/mfa', operationId: 'mfa' }],
    ['  post   /a/*/b   =   mfa-status  ', { method: 'POST', path: '/a/*/b', operationId: 'mfa-status' }],
    [
      'GET http://localhost:3000/unify/status/:correlationId = unify-status',
      {
        method: 'GET',
        host: 'localhost:3000',
        path: '/unify/status/:correlationId',
        operationId: 'unify-status',
      },
    ],
    ['/people/{proveId}/ = identity-get', { path: '/people/{proveId}/', operationId: 'identity-get' }],
    ['/a=b/c = mfa', { path: '/a=b/c', operationId: 'mfa' }],
    ['https://App.Example.com:443/x = mfa', { host: 'app.example.com', path: '/x', operationId: 'mfa' }],
    [
      '/api/start = start; region=us; snake_case; request=/payload; response=/data/data',
      {
        path: '/api/start',
        operationId: 'start',
        region: 'us',
        snakeCase: true,
        envelope: { request: '/payload', response: '/data/data' },
      },
    ],
  ])('%s', (rule, route) => expect(parseRoute(rule)).toEqual({ route }));
});

describe('a rule that cannot be read says why', () => {
  it.each([
    ['', /names a path, “=” and an operation/],
    ['POST /api/mfa', /names a path, “=” and an operation/],
    ['POST /api/mfa =', /names a path, “=” and an operation/],
    ['= mfa', /is no path/],
    ['api/mfa = mfa', /“api\/mfa” is no path/],
    ['https://app.example.com = mfa', /is no path/],
    ['ftp://app.example.com/x = mfa', /is no path/],
    ['https://[/x = mfa', /“https:\/\/\[” is no host/],
    ['POST /a b = mfa', /one URL or path/],
    ['FETCH /a = mfa', /“FETCH” is no method/],
    ['/a?b=c = mfa', /without a query/],
    ['/a#b = mfa', /without a query or a fragment/],
    ['/a/b* = mfa', /“\*” stands for one whole segment.*“b\*”/],
    ['/a/** = mfa', /one whole segment/],
    ['/a/: = mfa', /names no field/],
    ['/a/{x = mfa', /“{x” names no field/],
    ['/a/../b = mfa', /no “\.” or “\.\.”/],
    ['/* = mfa', /at least one segment/],
    ['/:correlationId = mfa', /at least one segment/],
    ['/a = mfa-statsu', /no operation “mfa-statsu”. Did you mean “mfa-status”\?/],
    ['/a = nonsense', /There are: token, /],
    ['/a = mfa; region=asia', /“us” or “eu”/],
    ['/a = mfa; response=data', /JSON Pointer/],
    ['/a = mfa; snake', /“snake” is no option/],
  ])('%s', (rule, words) => {
    const reading = parseRoute(rule);
    expect('error' in reading ? reading.error : reading).toMatch(words);
  });

  it('whatever is given as one, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rule) => {
        const reading = parseRoute(rule);
        expect('error' in reading ? reading.error : '').toMatch(/^$|[.?]$/);
      }),
      { numRuns: 1000 },
    );
  });
});

it('a route written as a rule is read back as it was', () => {
  const segment = fc.oneof(
    fc.constantFrom('*', ':correlationId', '{proveId}'),
    fc.stringMatching(/^[\w.-]{1,8}x$/),
  );
  const routes = fc.record<Route>(
    {
      method: fc.constantFrom('GET', 'POST', 'DELETE'),
      host: fc.constantFrom('app.example.com', 'localhost:3000', '[::1]:8080'),
      path: fc.array(segment).map((segments) => `/api/${segments.join('/')}`),
      operationId: fc.constantFrom(...operations.map(({ id }) => id)),
      region: fc.constantFrom<'us' | 'eu'>('us', 'eu'),
      snakeCase: fc.constant(true as const),
      envelope: fc.constantFrom({ request: '/a' }, { response: '/b/c' }, { request: '/a', response: '/d' }),
    },
    { requiredKeys: ['path', 'operationId'] },
  );
  fc.assert(
    fc.property(routes, (route) => {
      expect(parseRoute(formatRoute(route))).toEqual({ route });
    }),
  );
});

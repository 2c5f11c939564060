import { describe, expect, it } from 'vitest';
import { environments } from '../../schemas/environment.ts';
import { operations } from '../../schemas/operations.ts';
import { BACK_END, exchange, type Scene } from '../fixtures.test-support.ts';
import { matchOperation, mayBeV3 } from './match-operation.ts';

/** `mfa by host`, or undefined where it is no V3 call. */
const matched = (scene: Scene): string | undefined => {
  const match = matchOperation(exchange({ body: null, answer: 'ok', ...scene }));
  return match && `${match.operation.id} by ${match.by}`;
};

describe('on Prove’s hosts', () => {
  it.each(environments.map(({ host }) => host))('%s: each operation is known by its path', (host) => {
    for (const { id, path, chosenBy } of operations) {
      const body = chosenBy === undefined ? null : { [chosenBy]: 'x' };
      const match = matchOperation(exchange({ operation: id, host, body, answer: 'ok' }));
      expect(match, path).toMatchObject({ operation: { id }, environment: { host }, by: 'host' });
    }
  });

  it.each([
    ['a slash at the end', '/v3/identity/', 'identity-enroll by host'],
    ['a query', '/v3/mfa?trace=1', 'mfa by host'],
    ['a query with a path in it', '/health?next=/v3/mfa', undefined],
    ['a fragment', '/v3/mfa-status#x', 'mfa-status by host'],
    ['a prefix', '/gateway/v3/mfa-bind', 'mfa-bind by host'],
    ['a longer name', '/v3/mfa-statusx', undefined],
    ['a shorter name', '/v3/mf', undefined],
    ['something behind it', '/v3/mfa/extra', undefined],
    ['other letters', '/V3/MFA', undefined],
    ['another version', '/v2/mfa', undefined],
    ['the token’s path of June 2024', '/v3/token', 'token by host'],
    ['an id in the path', '/v3/identity/e0f78bc2/lookup', 'identity-lookup by host'],
    [
      'a part of the path that is literal before it is an id',
      '/v3/identity/batch',
      'identity-batch-enroll by host',
    ],
    ['an id and a slash at the end', '/v3/identity/e0f78bc2/', 'identity-get by host'],
    ['something behind an id', '/v3/identity/e0f78bc2/lookup/more', undefined],
    ['a name that ends like it', '/mytoken', undefined],
    ['the root', '/', undefined],
  ])('%s', (_, path, expected) => {
    expect(matched({ url: `https://platform.uat.proveapis.com${path}` })).toBe(expected);
  });

  it('a port and upper-case letters make no other host', () => {
    expect(matched({ url: 'https://Platform.UAT.proveapis.com:8443/v3/identity' })).toBe(
      'identity-enroll by host',
    );
  });

  it('a wrong method is still meant as a V3 call', () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) expect(matched({ method })).toBe('mfa by host');
  });

  it('a preflight is none', () => {
    expect(matched({ method: 'OPTIONS' })).toBeUndefined();
  });
});

describe('on any other host', () => {
  it.each([
    ['/v3/mfa', 'mfa by path'],
    ['/api/prove/v3/mfa-status', 'mfa-status by path'],
    ['/v3/mfa-bind/', 'mfa-bind by path'],
    ['/v3/v3/mfa', 'mfa by path'],
    ['/v3/identity', undefined],
    ['/v3/identity/e0f78bc2', undefined],
    ['/v3/identity/e0f78bc2/cross-domain', 'identity-cross-domain by path'],
    ['/v3/start', undefined],
    ['/v3/validate', undefined],
    ['/v3/verify', undefined],
    ['/v3/challenge', 'challenge by path'],
    ['/oauth/token', undefined],
    ['/token', undefined],
    ['/v3/token', undefined],
  ])('%s alone: %s', (path, expected) => {
    expect(matched({ url: `http://${BACK_END}:3000${path}` })).toBe(expected);
  });

  it('a host that only begins like Prove’s is another', () => {
    expect(matched({ url: 'https://platform.proveapis.com.evil.example/v3/identity' })).toBeUndefined();
  });

  const generic = { url: `https://${BACK_END}/v3/identity` };
  it.each<[string, Scene]>([
    ['possessionType in the request', { body: { possessionType: 'mobile' } }],
    ['flowType in the request', { body: '{"x":1,"flowType" : "desktop"}' }],
    [
      'a UUID correlationId in the answer',
      { answer: { correlationId: '713189b8-5555-4b08-83ba-75d08780aebd' } },
    ],
    ['an authToken that is a JWT in the answer', { answer: { data: { authToken: 'eyJhbGciOi.eyJ4.x' } } }],
    ['a next that names a V3 step', { answer: { next: { 'v3-validate': '/v3/validate' } } }],
  ])('a path that others use too counts with %s', (_, scene) => {
    expect(matched({ ...generic, ...scene })).toBe('identity-enroll by fingerprint');
  });

  it.each<[string, Scene]>([
    ['a phoneNumber', { body: { phoneNumber: '2001001695' } }],
    ['the word only as a value', { body: { name: 'possessionType' } }],
    ['a correlationId that is no UUID', { answer: { correlationId: 'req-1' } }],
    ['a correlationId in the request', { body: { correlationId: '713189b8-5555-4b08-83ba-75d08780aebd' } }],
    ['an authToken that is no JWT', { answer: { authToken: 'abc.def.ghi' } }],
    ['a next that is a link', { answer: { next: '/v3/identity?page=2' } }],
    ['no answer at all', { answer: null }],
  ])('and does not count with %s', (_, scene) => {
    expect(matched({ ...generic, ...scene })).toBeUndefined();
  });
});

describe('what the path carries', () => {
  it('is read by the names of the operation', () => {
    const url = 'https://platform.uat.proveapis.com/v3/identity/%2B12001004011/lookup';
    const match = matchOperation(exchange({ url, method: 'GET' }));
    expect(match).toMatchObject({
      operation: { id: 'identity-lookup' },
      values: { mobileNumber: '+12001004011' },
    });
  });

  it('may be no UTF-8, and stays as it is', () => {
    const url = 'https://platform.uat.proveapis.com/v3/identity/%ff';
    expect(matchOperation(exchange({ url, method: 'DELETE' }))).toMatchObject({
      operation: { id: 'identity-disenroll' },
      values: { proveId: '%ff' },
    });
  });

  it('tells of a former path', () => {
    const url = 'https://platform.uat.proveapis.com/v3/token';
    expect(matchOperation(exchange({ url }))?.formerPath).toBe('/v3/token');
    expect(matchOperation(exchange({ operation: 'token' }))?.formerPath).toBeUndefined();
  });
});

describe('of two operations on one path and method', () => {
  const url = 'https://platform.uat.proveapis.com/v3/verify';
  it.each<[string, unknown, string]>([
    ['the field of the older one', { possessionType: 'mobile', firstName: 'A' }, 'verify-v1 by host'],
    ['the field of the current one', { verificationType: 'verifiedUser' }, 'verify by host'],
    ['neither', { firstName: 'A' }, 'verify by host'],
    ['no body', null, 'verify by host'],
  ])('%s decides', (_, body, expected) => expect(matched({ url, body })).toBe(expected));
});

describe('what is no call of HTTP', () => {
  it.each([
    '/v3/mfa',
    'v3/mfa',
    '//platform.uat.proveapis.com/v3/mfa',
    '',
    'https://',
    'https://[/v3/mfa',
    'file:///v3/mfa',
    'ws://platform.uat.proveapis.com/v3/mfa',
    'data:text/plain,/v3/mfa',
    'blob:https://shop.example.com/v3/mfa',
    'chrome-extension://abcdefgh/v3/mfa',
    'javascript:/v3/mfa',
  ])('%j is none of V3’s', (url) => {
    expect(matched({ url })).toBeUndefined();
    expect(mayBeV3(url)).toBe(false);
  });
});

describe('the cheap test on the URL alone', () => {
  it('lets every call through that may turn out to be one', () => {
    for (const path of [
      ...operations.map(({ path }) => path.replace(/\{\w+\}/, 'x')),
      '/unify/status/1',
      '/api/start',
    ])
      for (const host of ['platform.proveapis.com', BACK_END]) {
        expect(mayBeV3(`https://${host}${path}`), path).toBe(true);
        expect(mayBeV3(`https://${host}${path}/?a=1`), path).toBe(true);
      }
  });

  it('stops what cannot be', () => {
    for (const path of ['/', '/v3', '/v3/', '/v3/mfa-statusx', '/v2/mfa', '/tokens', '/x?to=/v3/mfa'])
      expect(mayBeV3(`https://${BACK_END}${path}`), path).toBe(false);
  });
});

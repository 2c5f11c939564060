import { describe, expect, it } from 'vitest';
import { exchange, sdkExchange } from '../fixtures.test-support.ts';
import { inspect } from '../problems/inspect.ts';
import { mayBeSdkCall, readSdkCall } from './sdk-call.ts';

const encode = (claims: unknown) => btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_');
const jwt = (claims: unknown) => `eyJhbGciOiJFUzI1NiJ9.${encode(claims)}.c2ln`;
const own = jwt({ auth: { endp: 'https://device.shop.example.com:8443/', next: '?>?>' } });

describe('a call of the client SDK', () => {
  it.each([
    'https://device.proveapis.com/v1/client/mobile/otp/start',
    'https://device.uat.proveapis.com:4443/v1/client/mobile/otp/start',
    'https://device.prove-auth.proveapis.com/v1/client/mobile/otp/start',
    'https://device.uat.prove-auth.proveapis.com/v1/client/mobile/otp/start',
  ])('is known by the device API’s host and path: %s', (url) => {
    const call = sdkExchange({ url, token: 't' });
    expect(mayBeSdkCall(url)).toBe(true);
    expect(readSdkCall(call)).toEqual({ exchange: call, name: 'mobile/otp/start', authToken: 't' });
    expect(inspect(call)).toBeUndefined();
  });

  it('is known on any other host that the token itself names', () => {
    const url = 'https://device.shop.example.com:8443/v1/client/device/passive/verify';
    expect(readSdkCall(sdkExchange({ url, token: own }))?.name).toBe('device/passive/verify');
    expect(readSdkCall(sdkExchange({ url: url.replace('8443', '9443'), token: own }))).toBeUndefined();
  });

  it.each([
    ['another host, without a token', sdkExchange({ url: 'https://shop.example.com/v1/client/start' })],
    [
      'another host, with a token that names none',
      sdkExchange({ url: 'https://shop.example.com/v1/client/start', token: jwt({ auth: {} }) }),
    ],
    [
      'another host, with a token that is no JWT',
      sdkExchange({ url: 'https://shop.example.com/v1/client/start', token: 'a.%%%.c' }),
    ],
    ['a path further down', sdkExchange({ url: 'https://device.proveapis.com/my/v1/client/start' })],
    ['a path in a query', sdkExchange({ url: 'https://device.proveapis.com/?to=/v1/client/start' })],
    ['a preflight', sdkExchange({ method: 'OPTIONS' })],
    ['no URL', sdkExchange({ url: '/v1/client/start' })],
    ['a V3 call', exchange()],
  ])('is not: %s', (_, other) => {
    expect(readSdkCall(other)).toBeUndefined();
  });

  it.each([
    ['in Authorization', { headers: { authorization: 'bearer  abc.def' } }],
    ['in the URL', { url: 'https://device.proveapis.com/v1/client/status?authtoken=abc.def' }],
    ['in the URL, by its other name', { url: 'https://device.proveapis.com/v1/client/status?token=abc.def' }],
    ['in the body', { body: { authToken: 'abc.def' } }],
  ])('carries its token %s', (_, scene) => {
    expect(readSdkCall(sdkExchange(scene))?.authToken).toBe('abc.def');
  });

  it('may carry none', () => {
    for (const body of [null, '', '{', '[]', { authToken: 7 }, { authToken: '' }])
      expect(readSdkCall(sdkExchange({ body }))?.authToken).toBeUndefined();
  });

  it('tells the error that the device API puts into an answer of status 200', () => {
    const answer = { next: 'mobile/otp', error: { code: 10001, message: 'wrong' } };
    expect(readSdkCall(sdkExchange({ answer }))?.errorCode).toBe(10001);
    expect(readSdkCall(sdkExchange({ answer: '<html>' }))?.errorCode).toBeUndefined();
    expect(readSdkCall(sdkExchange({ answer: null }))?.errorCode).toBeUndefined();
  });

  it.each(['', '2001004014', 'eyJhbGciOiJFUzI1NiJ9', 'a/b/c/d/e/f/g', 'x'.repeat(100)])(
    'whose path is not one of a few words (%s) has no name but “call”',
    (name) => {
      expect(readSdkCall(sdkExchange({ name }))?.name).toBe('call');
    },
  );
});

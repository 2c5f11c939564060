import { describe, expect, test } from 'vitest';
import { exchange, operation } from '../fixtures.test-support.ts';
import { inspectBody } from '../problems/inspect-body.ts';
import {
  BEARER,
  capturedAuthorization,
  holdsSecret,
  readAuthorization,
  readTokenAnswer,
  tokenRequest,
  withHeader,
} from './bearer-token.ts';

const answered = (status: number, text: string) => ({
  startedAt: 1000,
  response: { status, statusText: '', headers: [], body: { text, bytes: text.length } },
});

test('the call for a token is valid, whatever the secret', () => {
  const { body, headers, url } = tokenRequest('https://a.example', 'me & you', 'a=b+ü"');
  expect(url).toBe('https://a.example/token');
  expect(new URLSearchParams(body).get('client_secret')).toBe('a=b+ü"');
  expect(inspectBody(operation('token'), body, { contentType: headers[0]?.value })).toMatchObject({
    verdict: 'valid',
    problems: [],
  });
});

describe('an answer', () => {
  test('holds the token and how long it lives', () => {
    expect(
      readTokenAnswer(answered(200, '{"access_token":"t","expires_in":3600,"token_type":"Bearer"}')),
    ).toEqual({
      value: 't',
      expiresAt: 3_601_000,
    });
    expect(readTokenAnswer(answered(200, '{"access_token":"t"}'))).toEqual({ value: 't' });
  });

  test.each([
    [401, '{"code":8002,"message":"unknown client"}', /401, “unknown client”\. Look at the client id/],
    [500, '', /500, without/],
    [200, '{"access_token":""}', /200, without an access_token/],
    [200, '<html>', /200, without an access_token/],
  ])('%i %s gives none, and says why', (status, text, why) => {
    expect(readTokenAnswer(answered(status, text))).toMatch(why);
  });

  test('that never came gives none', () => {
    expect(readTokenAnswer({ startedAt: 0 })).toMatch(/no answer came/);
  });
});

describe('a captured Authorization header', () => {
  test('is a token; a JWT tells when it ends', () => {
    const jwt = `eyJ.${btoa('{"exp":1700000000}')}.x`;
    expect(readAuthorization(`Bearer ${jwt}`)).toEqual({ value: jwt, expiresAt: 1_700_000_000_000 });
    expect(readAuthorization('bearer opaque')).toEqual({ value: 'opaque' });
    expect(readAuthorization('Bearer a.%%%.c')).toEqual({ value: 'a.%%%.c' });
    expect(readAuthorization('Basic abc')).toBeUndefined();
  });

  test('is looked for on the same host first, and never among one’s own sends', () => {
    const here = exchange({ headers: { Authorization: 'Bearer here' } });
    const there = exchange({ host: 'b.example', headers: { Authorization: 'Bearer there' } });
    const without = exchange({ headers: { Authorization: undefined } });
    const own = { ...here, origin: 'replay' as const };
    const host = new URL(here.request.url).host;
    expect(capturedAuthorization([own, without, there, here], host)?.value).toBe('Bearer here');
    expect(capturedAuthorization([own, there], host)?.value).toBe('Bearer there');
    expect(capturedAuthorization([own, without], host)).toBeUndefined();
  });
});

test('a token takes the place of the header that is there, in any case', () => {
  const type = { name: 'Content-Type', value: 'application/json' };
  expect(withHeader([type], BEARER)).toEqual([type, BEARER]);
  expect(withHeader([{ name: 'authorization', value: 'x' }, type], BEARER)).toEqual([BEARER, type]);
});

test.each([
  ['Authorization', 'Bearer abc', true],
  ['Authorization', 'Bearer {{bearerToken}}', false],
  ['authorization', 'Bearer ', false],
  ['Authorization', '{{scheme}} abc', true],
  ['X-Api-Key', 'abc', true],
  ['Content-Type', 'application/json', false],
])('%s: %s is secret: %s', (name, value, secret) => {
  expect(holdsSecret({ name, value })).toBe(secret);
});

import { request } from 'node:http';
import { expect, test } from 'vitest';
import { headerValue } from '../../src/model/exchange.ts';
import { fetchToken, openFlow, openSandbox, pollStatus, post } from './call-sandbox.ts';

const MOBILE = { possessionType: 'mobile', phoneNumber: '2001004011' };
const malformed = { status: 400, body: { code: 8001, message: expect.any(String) } };

test('a request is kept with its exact bytes, once, and in the order of arrival', async () => {
  const sandbox = await openSandbox();
  const bytes = Buffer.from('{ "possessionType" :\t"mobile",\r\n  "smsMessage": "#### für dich 🙂" }\n');
  await post(sandbox, '/v3/mfa?via=test', bytes, { 'X-Trace': 'A b' });
  await post(sandbox, '/v3/mfa-status', '{}');
  expect(sandbox.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /v3/mfa?via=test',
    'POST /v3/mfa-status',
  ]);
  const [first] = sandbox.received;
  expect(first?.body).toEqual(bytes);
  expect(headerValue(first?.headers ?? [], 'x-trace')).toBe('A b');
  expect(first?.time).toBeLessThanOrEqual(Date.now());
});

test('a test can wait for a request to arrive', async () => {
  const sandbox = await openSandbox();
  const awaited = sandbox.arrival(({ path }) => path === '/v3/mfa-status');
  await post(sandbox, '/v3/mfa', MOBILE);
  await post(sandbox, '/v3/mfa-status', '{}');
  expect((await awaited).path).toBe('/v3/mfa-status');
  expect(await sandbox.arrival(({ path }) => path === '/v3/mfa')).toBe(sandbox.received[0]);
});

test('a body that the documents do not allow is refused, with the reason in words', async () => {
  const sandbox = await openSandbox();
  const bodies = [
    { possessionType: 'none', phoneNumber: '2001004011' },
    { possessionType: 'desktop' },
    { possession_type: 'mobile' },
    { possessionType: 'mobile', phoneNumber: 2001004011 },
    { possessionType: 'mobile', smsMessage: null },
    { possessionType: 'tablet' },
    '{ "possessionType": "mobile", }',
    '[]',
    '',
    Buffer.from('\uFEFF{"possessionType":"mobile"}', 'utf16le'),
    `{"possessionType":"mobile","smsMessage":"####${' '.repeat(4096)}"}`,
    `{"possessionType":"mobile","smsMessage":"${'x'.repeat(5 << 20)}"}`,
  ];
  for (const body of bodies) expect(await post(sandbox, '/v3/mfa', body)).toEqual(malformed);
  expect(sandbox.received).toHaveLength(bodies.length);
});

test('what is only advice is not refused', async () => {
  const sandbox = await openSandbox();
  const body = '{"possessionType":"mobile","possessionType":"mobile","colour":"red","clientRequestId":"7"}';
  expect((await post(sandbox, '/v3/mfa', body, { 'Content-Type': 'text/plain' })).status).toBe(200);
});

test('on the EU host name a phone number is required', async () => {
  const sandbox = await openSandbox();
  const statusOn = (host: string) =>
    new Promise((resolve) => {
      const options = {
        port: sandbox.port,
        method: 'POST',
        path: '/v3/mfa',
        headers: { Host: `${host}:${sandbox.port}` },
      };
      request(options, (response) => resolve(response.resume().statusCode)).end(
        '{"possessionType":"mobile"}',
      );
    });
  expect(await statusOn('platform.uat.eu.proveapis.com')).toBe(400);
  expect(await statusOn('platform.uat.proveapis.com')).toBe(200);
});

test('a bearer token is good for an hour', async () => {
  const sandbox = await openSandbox({ requireToken: true });
  const { body } = await fetchToken(sandbox);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  const call = () => post(sandbox, '/v3/mfa', MOBILE, { Authorization: `Bearer ${body.access_token}` });
  expect((await call()).status).toBe(200);
  sandbox.advance(60 * 60_000);
  expect(await call()).toEqual({ status: 401, body: { code: 8002, message: expect.any(String) } });
});

test('a token that is sent must be good; whether one must be sent is settable', async () => {
  const unauthorised = { status: 401, body: { code: 8002, message: expect.any(String) } };
  const open = await openSandbox();
  expect((await post(open, '/v3/mfa', MOBILE)).status).toBe(200);
  expect(await post(open, '/v3/mfa', MOBILE, { Authorization: 'Bearer made-up' })).toEqual(unauthorised);
  const strict = await openSandbox({ requireToken: true });
  expect(await post(strict, '/v3/mfa', MOBILE)).toEqual(unauthorised);
});

test('a token needs its three fields', async () => {
  const sandbox = await openSandbox();
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  expect(await post(sandbox, '/token', 'grant_type=client_credentials&client_id=demo', form)).toEqual(
    malformed,
  );
  expect(await post(sandbox, '/token', 'grant_type=password&client_id=a&client_secret=b', form)).toEqual(
    malformed,
  );
});

test('a wrong method and an unknown path are told apart', async () => {
  const sandbox = await openSandbox();
  const got = await fetch(`${sandbox.url}/v3/mfa`);
  expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await post(sandbox, '/v3/nothing', MOBILE)).status).toBe(404);
  expect((await post(sandbox, '/shop/v3/mfa', MOBILE)).status).toBe(404);
});

test('a handler that throws is an internal error, and the sandbox stays up', async () => {
  const sandbox = await openSandbox({
    handlers: {
      mfa: () => {
        throw new Error('unexpected');
      },
    },
  });
  expect(await post(sandbox, '/v3/mfa', MOBILE)).toEqual({
    status: 500,
    body: { code: 8000, message: 'internal error: unexpected' },
  });
  expect((await post(sandbox, '/v3/identity', { phoneNumber: '2001004031' })).status).toBe(200);
});

test('the number of pending statuses is settable', async () => {
  const sandbox = await openSandbox({ pendingPolls: 1 });
  expect(await pollStatus(sandbox, await openFlow(sandbox), 2)).toEqual(['pending', 'true']);
});

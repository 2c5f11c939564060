import { expect, test } from 'vitest';
import { openSandbox, post } from './call-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const FIRST = [
  ['/v3/mfa', { possessionType: 'mobile', phoneNumber: '2001004011' }],
  [
    '/v3/unify',
    { possessionType: 'mobile', phoneNumber: '2001004014', clientRequestId: crypto.randomUUID() },
  ],
  ['/v3/start', { flowType: 'mobile', phoneNumber: '2001001695' }],
] as const;

const ask = (sandbox: Sandbox, authToken: unknown, step: string, body: Record<string, unknown> = {}) =>
  post(sandbox, `/v1/client/${step}`, body, { Authorization: `Bearer ${String(authToken)}` });

test.each(FIRST)('the token of %s lets the client SDK in', async (path, body) => {
  const sandbox = await openSandbox();
  const { authToken } = (await post(sandbox, path, body)).body;
  expect(await ask(sandbox, authToken, 'mobile/otp/start')).toMatchObject({ status: 200 });
  const passed = await ask(sandbox, authToken, 'mobile/otp/finish', { otp: '1234' });
  expect(passed.body.error).toBeUndefined();
});

test('a wrong OTP is an error in an answer of status 200', async () => {
  const sandbox = await openSandbox();
  const { authToken } = (await post(sandbox, ...FIRST[0])).body;
  expect(await ask(sandbox, authToken, 'mobile/otp/finish', { otp: '9999' })).toMatchObject({
    status: 200,
    body: { error: { code: 10001 } },
  });
});

test('no token, another token and one that is too old are refused', async () => {
  const sandbox = await openSandbox();
  const { authToken } = (await post(sandbox, ...FIRST[0])).body;
  expect((await post(sandbox, '/v1/client/mobile/otp/start', {})).status).toBe(401);
  expect((await ask(sandbox, 'eyJhbGciOi.nonsense.sig', 'mobile/otp/start')).status).toBe(401);
  sandbox.advance(16 * 60_000);
  expect((await ask(sandbox, authToken, 'mobile/otp/start')).status).toBe(401);
});

test('the device API knows the OTP steps only', async () => {
  const sandbox = await openSandbox();
  const { authToken } = (await post(sandbox, ...FIRST[0])).body;
  expect((await ask(sandbox, authToken, 'mobile/instant/start')).status).toBe(404);
});

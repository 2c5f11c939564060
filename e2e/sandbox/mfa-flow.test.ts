import { expect, test } from 'vitest';
import { openFlow, openSandbox, pollStatus, post } from './call-sandbox.ts';
import { sandboxUsers } from './sandbox-users.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MINUTE = 60_000;
const NONE = { possessionType: 'none' };

test('mfa gives a correlationId, a token for the client SDK and "pending"', async () => {
  const sandbox = await openSandbox();
  const { status, body } = await post(sandbox, '/v3/mfa', {
    possessionType: 'mobile',
    phoneNumber: '+12001004011',
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    correlationId: expect.stringMatching(UUID),
    authToken: expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/),
    success: 'pending',
  });
});

test('the authToken names the device API and lives 15 minutes', async () => {
  const sandbox = await openSandbox();
  const { body } = await post(sandbox, '/v3/mfa', { possessionType: 'mobile' });
  const claims = JSON.parse(Buffer.from(String(body.authToken).split('.')[1] ?? '', 'base64url').toString());
  expect(claims.auth).toEqual({
    endp: sandbox.url,
    id: expect.stringMatching(UUID),
    next: expect.any(String),
    subs: body.correlationId,
  });
  expect(claims.exp - claims.iat).toBe(15 * 60);
});

test('status is pending three times, then says how it ended', async () => {
  const sandbox = await openSandbox();
  expect(await pollStatus(sandbox, await openFlow(sandbox), 4)).toEqual([
    'pending',
    'pending',
    'pending',
    'true',
  ]);
});

test('every sandbox number ends as its table says', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  for (const [phoneNumber, { passes }] of sandboxUsers) {
    const id = await openFlow(sandbox, { possessionType: 'mobile', phoneNumber });
    expect(await pollStatus(sandbox, id, 1), phoneNumber).toEqual([String(passes)]);
  }
});

test('2001004018 passes at the first status, without the client SDK', async () => {
  const sandbox = await openSandbox();
  const id = await openFlow(sandbox, { possessionType: 'mobile', phoneNumber: '2001004018' });
  expect(await pollStatus(sandbox, id, 1)).toEqual(['true']);
});

test('without a phone number, status names the one that was discovered', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const correlationId = await openFlow(sandbox, { possessionType: 'mobile' });
  const { body } = await post(sandbox, '/v3/mfa-status', { correlationId });
  expect(body).toEqual({ phoneNumber: '2001004016', success: 'true' });
});

test('two flows at the same time do not disturb each other', async () => {
  const sandbox = await openSandbox({ pendingPolls: 1 });
  const good = await openFlow(sandbox);
  const bad = await openFlow(sandbox, { possessionType: 'mobile', phoneNumber: '2001004015' });
  expect(await pollStatus(sandbox, good, 1)).toEqual(['pending']);
  expect(await pollStatus(sandbox, bad, 2)).toEqual(['pending', 'false']);
  expect(await pollStatus(sandbox, good, 1)).toEqual(['true']);
});

test('with possessionType none, status asks for possession until a number is bound', async () => {
  const sandbox = await openSandbox({ pendingPolls: 1 });
  const correlationId = await openFlow(sandbox, NONE);
  expect(await pollStatus(sandbox, correlationId, 3)).toEqual([
    'pending',
    'possession_required',
    'possession_required',
  ]);
  const bound = await post(sandbox, '/v3/mfa-bind', { correlationId, phoneNumber: '2001004014' });
  expect(bound).toEqual({ status: 200, body: { phoneNumber: '2001004014', success: 'true' } });
  expect(await pollStatus(sandbox, correlationId, 1)).toEqual(['true']);
});

test('a bind can fail, and so does its flow', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const correlationId = await openFlow(sandbox, NONE);
  await pollStatus(sandbox, correlationId, 1);
  const { body } = await post(sandbox, '/v3/mfa-bind', { correlationId, phoneNumber: '2001004054' });
  expect(body.success).toBe('false');
  expect(await pollStatus(sandbox, correlationId, 1)).toEqual(['false']);
});

test('the old way: a repeated status with the number binds it', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const correlationId = await openFlow(sandbox, NONE);
  await pollStatus(sandbox, correlationId, 1);
  const { body } = await post(sandbox, '/v3/mfa-status', { correlationId, phoneNumber: '2001004011' });
  expect(body).toEqual({ phoneNumber: '2001004011', success: 'true' });
});

test('a bind before possession_required, a second bind and a bind without "none" are out of order', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const correlationId = await openFlow(sandbox, NONE);
  const bind = (id: string) =>
    post(sandbox, '/v3/mfa-bind', { correlationId: id, phoneNumber: '2001004011' });
  const outOfOrder = { status: 403, body: { code: 8003, message: expect.any(String) } };
  expect(await bind(correlationId)).toEqual(outOfOrder);
  await pollStatus(sandbox, correlationId, 1);
  expect((await bind(correlationId)).status).toBe(200);
  expect(await bind(correlationId)).toEqual(outOfOrder);
  expect(await bind(await openFlow(sandbox))).toEqual(outOfOrder);
});

test('a phone number in a later call is refused unless the flow began with "none"', async () => {
  const sandbox = await openSandbox();
  const correlationId = await openFlow(sandbox);
  const reply = await post(sandbox, '/v3/mfa-status', { correlationId, phoneNumber: '2001004011' });
  expect(reply).toMatchObject({ status: 400, body: { code: 8001 } });
});

test('a bind without a number is refused', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const correlationId = await openFlow(sandbox, NONE);
  await pollStatus(sandbox, correlationId, 1);
  expect(await post(sandbox, '/v3/mfa-bind', { correlationId })).toMatchObject({
    status: 400,
    body: { code: 8001 },
  });
});

test('a correlationId that is unknown, missing, used up or older than 15 minutes is refused', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const status = (fields: Record<string, string>) => post(sandbox, '/v3/mfa-status', fields);
  const invalid = { status: 400, body: { code: 8008, message: expect.any(String) } };
  expect(await status({ correlationId: '713189b8-5555-4b08-83ba-75d08780aebd' })).toEqual(invalid);
  expect(await status({})).toEqual(invalid);

  const used = await openFlow(sandbox);
  await pollStatus(sandbox, used, 1);
  expect(await status({ correlationId: used })).toEqual(invalid);

  const young = await openFlow(sandbox);
  sandbox.advance(14 * MINUTE);
  expect((await status({ correlationId: young })).status).toBe(200);
  const old = await openFlow(sandbox);
  sandbox.advance(15 * MINUTE);
  expect(await status({ correlationId: old })).toEqual(invalid);
});

test('a number that the sandbox does not know is refused wherever it appears', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const unknownUser = { status: 400, body: { code: 8007, message: expect.any(String) } };
  const phoneNumber = '2125550100';
  expect(await post(sandbox, '/v3/mfa', { possessionType: 'mobile', phoneNumber })).toEqual(unknownUser);
  expect(await post(sandbox, '/v3/identity', { phoneNumber })).toEqual(unknownUser);
  const correlationId = await openFlow(sandbox, NONE);
  await pollStatus(sandbox, correlationId, 1);
  expect(await post(sandbox, '/v3/mfa-status', { correlationId, phoneNumber })).toEqual(unknownUser);
  expect(await post(sandbox, '/v3/mfa-bind', { correlationId, phoneNumber })).toEqual(unknownUser);
});

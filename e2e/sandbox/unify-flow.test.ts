import { expect, test } from 'vitest';
import { openSandbox, post } from './call-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const clientRequestId = '71010d88-d0e7-4a24-9297-d1be6fefde81';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function openUnify(sandbox: Sandbox, fields: Record<string, unknown>) {
  const { body } = await post(sandbox, '/v3/unify', { clientRequestId, ...fields });
  const correlationId = String(body.correlationId);
  return (step: 'status' | 'bind', more: Record<string, unknown> = {}) =>
    post(sandbox, `/v3/unify-${step}`, { correlationId, ...more });
}

test('status is pending, then says who it was', async () => {
  const next = await openUnify(await openSandbox({ pendingPolls: 1 }), {
    possessionType: 'mobile',
    phoneNumber: '2001004014',
    clientHumanId: 'human',
    checkReputation: true,
  });
  expect((await next('status')).body).toEqual({
    success: 'pending',
    phoneNumber: '2001004014',
    clientRequestId,
  });
  expect((await next('status', { clientRequestId: 'another' })).body).toEqual({
    success: 'true',
    phoneNumber: '2001004014',
    clientRequestId: 'another',
    clientHumanId: 'human',
    deviceId: expect.stringMatching(UUID),
    proveId: expect.stringMatching(UUID),
    evaluation: { authentication: { result: 'pass' }, risk: { result: 'pass' } },
  });
  expect(await next('status')).toMatchObject({ status: 400, body: { code: 8008 } });
});

test('a failure names its reason and no identity', async () => {
  const next = await openUnify(await openSandbox({ pendingPolls: 0 }), {
    possessionType: 'mobile',
    phoneNumber: '2001004015',
  });
  expect((await next('status')).body).toEqual({
    success: 'false',
    phoneNumber: '2001004015',
    clientRequestId,
    evaluation: { authentication: { result: 'fail', failureReasons: { 9001: expect.any(String) } } },
  });
});

test('a desktop has no Prove Key', async () => {
  const next = await openUnify(await openSandbox({ pendingPolls: 0 }), {
    possessionType: 'desktop',
    phoneNumber: '2001004014',
    finalTargetUrl: 'https://www.example.com/landing-page',
  });
  expect((await next('status')).body).not.toHaveProperty('deviceId');
});

test('a flow may begin with a proveId instead of a number', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const first = await openUnify(sandbox, { possessionType: 'mobile', phoneNumber: '2001004014' });
  const { proveId } = (await first('status')).body;
  const again = await openUnify(sandbox, { possessionType: 'mobile', proveId });
  expect((await again('status')).body).toMatchObject({ phoneNumber: '2001004014', proveId });
  expect(
    await post(sandbox, '/v3/unify', { clientRequestId, possessionType: 'mobile', proveId: 'x' }),
  ).toMatchObject({ status: 400, body: { code: 8007 } });
});

test('with possessionType none, status asks for possession until a number is bound', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  for (const phoneNumber of [undefined, '2001004014']) {
    const next = await openUnify(sandbox, { possessionType: 'none', ...(phoneNumber && { phoneNumber }) });
    expect(await next('bind', { phoneNumber: '2001004014' })).toMatchObject({ body: { code: 8003 } });
    expect((await next('status')).body.success).toBe('possession_required');
    // Unlike mfa-status, this has always left the binding to bind.
    expect((await next('status', { phoneNumber: '2001004014' })).body.success).toBe('possession_required');
    const { body } = await next('bind', { phoneNumber: '2001004014' });
    expect(body).toMatchObject({ success: 'true', phoneNumber: '2001004014' });
    expect(await next('bind', { phoneNumber: '2001004014' })).toMatchObject({ body: { code: 8003 } });
    expect((await next('status')).body.success).toBe('true');
  }
});

test('what the documents require is required: a request id, and a number with bind', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const malformed = { status: 400, body: { code: 8001 } };
  expect(await post(sandbox, '/v3/unify', { possessionType: 'mobile' })).toMatchObject(malformed);
  const next = await openUnify(sandbox, { possessionType: 'none' });
  expect(await next('bind')).toMatchObject(malformed);
  expect(await post(sandbox, '/v3/unify-status', {})).toMatchObject(malformed);
});

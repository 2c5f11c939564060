import { expect, test } from 'vitest';
import { openSandbox, post } from './call-sandbox.ts';

const ELENA = { firstName: 'Elena', lastName: 'Coldman', phoneNumber: '2001004053' };

test('verify answers at once, by the number', async () => {
  const sandbox = await openSandbox();
  const verify = (phoneNumber: string) =>
    post(sandbox, '/v3/verify', { ...ELENA, phoneNumber, verificationType: 'verifiedUser' });
  expect((await verify('2001004053')).body).toMatchObject({
    success: 'true',
    identity: { assuranceLevel: 'AL2', reasons: ['AL2a'] },
    isEnrolled: false,
  });
  expect((await verify('2001004054')).body).toMatchObject({ success: 'false' });
  expect(await verify('2125550100')).toMatchObject({ status: 400, body: { code: 8007 } });
});

test('only a prefill tells more of the person, and of the business where that is asked for', async () => {
  const sandbox = await openSandbox();
  const verify = async (verificationType: string) =>
    (await post(sandbox, '/v3/verify', { ...ELENA, verificationType })).body;
  expect((await verify('humanAssurance')).identity).not.toHaveProperty('firstName');
  expect(await verify('prefill')).toMatchObject({ identity: { firstName: 'Elena' } });
  expect(await verify('prefillForBiz')).toMatchObject({
    businesses: [{ relatedPersons: [{ lastName: 'Coldman' }] }],
  });
});

test('a name is needed where names are compared', async () => {
  const sandbox = await openSandbox();
  const verify = (verificationType: string) =>
    post(sandbox, '/v3/verify', { phoneNumber: '2001004053', verificationType });
  expect(await verify('verifiedUser')).toMatchObject({ status: 400, body: { code: 8001 } });
  expect((await verify('prefill')).status).toBe(200);
  expect(await verify('bot')).toMatchObject({ status: 400, body: { code: 8001 } });
});

test('the former body, with possessionType, gets the former answer and a status', async () => {
  const sandbox = await openSandbox({ pendingPolls: 1 });
  const { body } = await post(sandbox, '/v3/verify', { ...ELENA, possessionType: 'mobile' });
  const { correlationId } = body;
  expect(body).toMatchObject({ success: 'pending', possessionResult: 'pending', verifyResult: 'pending' });
  const status = () => post(sandbox, '/v3/verify-status', { correlationId });
  expect((await status()).body.success).toBe('pending');
  expect((await status()).body).toMatchObject({
    success: 'true',
    possessionResult: 'success',
    verifyResult: 'success',
    identityId: expect.any(String),
  });
  expect(await status()).toMatchObject({ status: 400, body: { code: 8008 } });
});

test('the former verify may leave possession to the customer, and may fail', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const { body } = await post(sandbox, '/v3/verify', {
    ...ELENA,
    phoneNumber: '2001004054',
    possessionType: 'none',
  });
  expect(body).not.toHaveProperty('authToken');
  const { correlationId } = body;
  expect((await post(sandbox, '/v3/verify-status', { correlationId })).body).toMatchObject({
    success: 'false',
    possessionResult: 'not_applicable',
    verifyResult: 'failed',
  });
});

test('a batch answers each item by itself, over 4 KB too, and up to 1,000 of them', async () => {
  const sandbox = await openSandbox();
  const item = { ...ELENA, verificationType: 'verifiedUser', clientCustomerId: 'c' };
  const batch = (items: unknown[]) => post(sandbox, '/v3/verify/batch', { items });
  const { body } = await batch([...Array(100).fill(item), { ...item, phoneNumber: '2125550100' }]);
  const results = body.results as Record<string, unknown>[];
  expect(results).toHaveLength(101);
  expect(results[0]).toMatchObject({ success: 'true', clientCustomerId: 'c', assuranceLevel: 'AL2' });
  expect(results[100]).toMatchObject({ success: 'false', error: 'Invalid Phone Number' });
  expect((await batch(Array(1001).fill(item))).status).toBe(400);
});

import { expect, test } from 'vitest';
import { call, openSandbox, post } from './call-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const unknownIdentity = (status: number) => ({ status, body: { code: 8007, message: expect.any(String) } });

async function enroll(sandbox: Sandbox, phoneNumber = '2001004031', fields = {}): Promise<string> {
  const { body } = await post(sandbox, '/v3/identity', { phoneNumber, ...fields });
  return String(body.proveId);
}

test('an identity is enrolled with and without a slash at the end, under the same id', async () => {
  const sandbox = await openSandbox();
  const plain = await post(sandbox, '/v3/identity', { phoneNumber: '2001004031' });
  expect(plain).toEqual({ status: 200, body: { proveId: expect.any(String), success: true } });
  expect(await post(sandbox, '/v3/identity/', { phoneNumber: '+12001004031' })).toEqual(plain);
});

test('what was enrolled can be read, looked up and taken out', async () => {
  const sandbox = await openSandbox();
  const proveId = await enroll(sandbox, '2001004031', { clientCustomerId: 'c', deviceId: 'd' });
  const { body } = await call(sandbox, 'GET', `/v3/identity/${proveId}`);
  expect(body).toMatchObject({ proveId, phoneNumber: '2001004031', clientCustomerId: 'c', active: true });
  expect(Math.abs(Number(body.createdAt) - Date.now() / 1000)).toBeLessThan(5);
  const lookup = () => call(sandbox, 'GET', '/v3/identity/2001004031/lookup');
  expect((await lookup()).body).toEqual({ items: [body] });
  expect(await call(sandbox, 'DELETE', `/v3/identity/${proveId}`)).toEqual({
    status: 200,
    body: { success: true },
  });
  expect((await lookup()).body).toEqual({ items: [] });
  expect(await call(sandbox, 'DELETE', `/v3/identity/${proveId}`)).toEqual(unknownIdentity(400));
  expect(await call(sandbox, 'GET', `/v3/identity/${proveId}`)).toEqual(unknownIdentity(400));
});

test('the list comes in pages, and leaves the inactive out unless they are asked for', async () => {
  const sandbox = await openSandbox();
  const ids = [await enroll(sandbox, '2001004031'), await enroll(sandbox, '2001004035')];
  ids.push(await enroll(sandbox, '2001004036'));
  const list = async (query: string) => (await call(sandbox, 'GET', `/v3/identity?${query}`)).body;
  const results = (part: string[]) => part.map((proveId) => ({ proveId }));
  const first = await list('limit=2');
  expect(first).toEqual({ lastKey: expect.any(String), results: results(ids.slice(0, 2)) });
  const rest = await list(`limit=2&startKey=${encodeURIComponent(String(first.lastKey))}`);
  expect(rest).toEqual({ results: results(ids.slice(2)) });

  expect((await call(sandbox, 'POST', `/v3/identity/${ids[0]}/deactivate`)).body).toEqual({ success: true });
  expect(await list('')).toEqual({ results: results(ids.slice(1)) });
  expect(await list('showInactive=true')).toEqual({ results: results(ids) });
  await call(sandbox, 'POST', `/v3/identity/${ids[0]}/activate`, {});
  expect(await list('showInactive=false')).toEqual({ results: results(ids) });
});

test('a batch enrolls each number by itself, and 100 at most', async () => {
  const sandbox = await openSandbox();
  const batch = (items: unknown[]) => post(sandbox, '/v3/identity/batch', { items });
  expect((await batch([{ phoneNumber: '2001004031' }, { phoneNumber: 'bad' }])).body).toEqual({
    results: [{ proveId: expect.any(String) }, { error: 'Invalid Phone Number' }],
  });
  expect((await batch(Array(101).fill({ phoneNumber: '2001004031' }))).status).toBe(400);
});

test('attributes of an identity are found and fetched; what is not there is a 404', async () => {
  const sandbox = await openSandbox();
  const identityAttributes = [{ attributeType: 'myWalletId', attributeValue: 'token123' }];
  const proveId = await enroll(sandbox, '2001004031', { identityAttributes });
  const { body } = await call(sandbox, 'GET', `/v3/discover?proveId=${proveId}`);
  const [found] = body.results as { attributeId: string; issuerId: string }[];
  const fetched = await call(
    sandbox,
    'GET',
    `/v3/fetch?proveId=${proveId}&attributeId=${found?.attributeId}`,
  );
  expect(fetched.body).toEqual({ results: [{ ...found, attributeValue: 'token123' }] });
  expect(await call(sandbox, 'GET', '/v3/discover?proveId=nobody')).toEqual(unknownIdentity(404));
  expect(await call(sandbox, 'GET', `/v3/fetch?proveId=${proveId}&attributeId=x`)).toEqual({
    status: 404,
    body: { message: expect.any(String) },
  });
});

test('a Prove Key that a flow returned can be revoked, once', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  const clientRequestId = 'r';
  const opened = await post(sandbox, '/v3/unify', { possessionType: 'mobile', clientRequestId });
  const { correlationId } = opened.body;
  const { deviceId } = (await post(sandbox, '/v3/unify-status', { correlationId })).body;
  const revoke = () => post(sandbox, '/v3/device/revoke', { clientRequestId, deviceId });
  expect(await revoke()).toEqual({ status: 200, body: { success: true } });
  expect((await revoke()).status).toBe(404);
});

test('links of domains are asked for, confirmed, listed and dropped', async () => {
  const sandbox = await openSandbox();
  const linked = async () => (await call(sandbox, 'GET', '/v3/domain/linked')).body;
  expect(await linked()).toMatchObject({
    linkedFrom: [{ pcid: '12345' }],
    requestsFrom: [{ pcid: '67890' }],
    linkedTo: [],
  });
  await post(sandbox, '/v3/domain/link', { pcid: '555', scopes: ['identity'] });
  await post(sandbox, '/v3/domain/confirm-link', { pcid: '67890' });
  expect(await linked()).toMatchObject({
    linkedFrom: [{ pcid: '12345' }, { pcid: '67890' }],
    requestsFrom: [],
    requestsTo: [{ pcid: '555', scopes: ['identity'] }],
  });
  await post(sandbox, '/v3/domain/unlink', { pcidFrom: '12345' });
  expect(await linked()).toMatchObject({ linkedFrom: [{ pcid: '67890' }] });
  const malformed = { status: 400, body: { code: 8001 } };
  expect(await post(sandbox, '/v3/domain/confirm-link', { pcid: '67890' })).toMatchObject(malformed);
  expect(await post(sandbox, '/v3/domain/unlink', {})).toMatchObject(malformed);
  const own = (await call(sandbox, 'GET', '/v3/domain/id')).body;
  expect(await post(sandbox, '/v3/domain/link', { pcid: own.pcid })).toMatchObject(malformed);
});

test('the same person in other domains is found over accepted links', async () => {
  const sandbox = await openSandbox();
  const proveId = await enroll(sandbox);
  const crossing = () => call(sandbox, 'POST', `/v3/identity/${proveId}/cross-domain`);
  expect((await crossing()).body).toMatchObject({ count: 1, identities: [{ clientName: 'Client A' }] });
  await post(sandbox, '/v3/domain/confirm-link', { pcid: '67890' });
  expect((await crossing()).body).toMatchObject({ count: 2 });
});

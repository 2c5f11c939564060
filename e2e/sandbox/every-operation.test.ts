import { expect, test } from 'vitest';
import { apiError } from '../../src/schemas/api-error.ts';
import { operations } from '../../src/schemas/operations.ts';
import { call, fetchToken, openSandbox, post, type Reply } from './call-sandbox.ts';
import { handlers } from './handlers.ts';
import type { Sandbox } from './sandbox.ts';

const NAMES = { firstName: 'Elena', lastName: 'Coldman' };
const clientRequestId = '71010d88-d0e7-4a24-9297-d1be6fefde81';
const deviceId = 'bf9ea15d-7dfa-4bb4-a64c-6c26b53472fc';

const idOf = ({ body }: Reply, name = 'correlationId') => String(body[name]);

/** One good call of every operation, in an order that makes all of them possible. */
async function callAll(sandbox: Sandbox): Promise<Record<string, Reply>> {
  const replies: Record<string, Reply> = { token: await fetchToken(sandbox) };
  const say = async (id: string, path: string, body: Readonly<Record<string, unknown>>) => {
    replies[id] = await post(sandbox, path, body);
    return replies[id];
  };
  for (const kind of ['mfa', 'unify']) {
    const first = await say(kind, `/v3/${kind}`, { possessionType: 'none', clientRequestId });
    const correlationId = idOf(first);
    await say(`${kind}-status`, `/v3/${kind}-status`, { correlationId });
    await say(`${kind}-bind`, `/v3/${kind}-bind`, { correlationId, phoneNumber: '2001004014' });
  }
  const started = await say('start', '/v3/start', { flowType: 'mobile', phoneNumber: '2001001695' });
  const correlationId = idOf(started);
  await say('validate', '/v3/validate', { correlationId });
  await say('challenge', '/v3/challenge', { correlationId, dob: '1981-01' });
  await say('complete', '/v3/complete', { correlationId, individual: NAMES });

  const person = { ...NAMES, phoneNumber: '2001004053' };
  await say('verify', '/v3/verify', { ...person, verificationType: 'verifiedUser' });
  await say('verify-batch', '/v3/verify/batch', { items: [{ ...person, verificationType: 'prefill' }] });
  const former = await say('verify-v1', '/v3/verify', { ...person, possessionType: 'mobile' });
  await say('verify-status', '/v3/verify-status', { correlationId: idOf(former) });

  const enrolled = await say('identity-enroll', '/v3/identity/', {
    phoneNumber: '2001004031',
    deviceId,
    identityAttributes: [{ attributeType: 'myWalletId', attributeValue: 'token123' }],
  });
  await say('identity-batch-enroll', '/v3/identity/batch', {
    items: [{ phoneNumber: '2001004035' }, { phoneNumber: 'bad' }],
  });
  const proveId = idOf(enrolled, 'proveId');
  const at = `/v3/identity/${proveId}`;
  replies['identity-list'] = await call(sandbox, 'GET', '/v3/identity?limit=1');
  replies['identity-get'] = await call(sandbox, 'GET', `${at}?clientRequestId=${clientRequestId}`);
  replies['identity-lookup'] = await call(sandbox, 'GET', '/v3/identity/%2B12001004031/lookup');
  replies['identity-deactivate'] = await call(sandbox, 'POST', `${at}/deactivate`);
  await say('identity-activate', `${at}/activate`, { clientRequestId });
  await say('identity-cross-domain', `${at}/cross-domain`, { clientRequestId });
  replies.discover = await call(sandbox, 'GET', `/v3/discover?proveId=${proveId}`);
  const [attribute] = replies.discover.body.results as { attributeId: string }[];
  const wanted = new URLSearchParams({ proveId, attributeId: attribute?.attributeId ?? '' });
  replies.fetch = await call(sandbox, 'GET', `/v3/fetch?${wanted}`);
  await say('device-revoke', '/v3/device/revoke', { clientRequestId, deviceId });
  replies['identity-disenroll'] = await call(sandbox, 'DELETE', at);

  replies['domain-id'] = await call(sandbox, 'GET', '/v3/domain/id');
  replies['domain-linked'] = await call(sandbox, 'GET', '/v3/domain/linked');
  await say('domain-link', '/v3/domain/link', { pcid: '555', scopes: ['identity'] });
  await say('domain-confirm-link', '/v3/domain/confirm-link', { pcid: '67890' });
  await say('domain-unlink', '/v3/domain/unlink', { pcidTo: '555' });
  return replies;
}

test('every operation of the product is answered here, and with what its own schema accepts', async () => {
  const sandbox = await openSandbox({ pendingPolls: 0 });
  expect(Object.keys(handlers).sort()).toEqual(operations.map(({ id }) => id).sort());
  const replies = await callAll(sandbox);
  for (const { id, response } of operations) {
    const reply = replies[id];
    expect(reply?.status, `${id}: ${JSON.stringify(reply?.body)}`).toBe(200);
    expect(response.safeParse(reply?.body).error?.issues, id).toBeUndefined();
    expect(apiError.safeParse(reply?.body).success, `${id} answers a refusal`).toBe(false);
  }
});

test('the documented request of every operation is well-formed here', async () => {
  const sandbox = await openSandbox();
  for (const { id, method, path, exampleRequest, bodyKind } of operations) {
    if (bodyKind !== 'json' || !exampleRequest) continue;
    const { body } = await call(sandbox, method, path.replace(/\{\w+\}/, 'some-id'), exampleRequest);
    // Ids of the examples are strangers, and a domain asks for its link once; what is malformed says its field.
    expect([undefined, 8007, 8008, ...(id.startsWith('domain-') ? [8001] : [])], id).toContain(body.code);
  }
});

test('a parameter that is missing or wrong is refused', async () => {
  const sandbox = await openSandbox();
  for (const path of [
    '/v3/discover',
    '/v3/fetch?proveId=a',
    '/v3/identity?limit=many',
    '/v3/identity?limit=0',
    '/v3/identity?showInactive=perhaps',
    '/v3/identity?startKey=nowhere',
    '/v3/identity/%E0%A4%A/lookup',
  ])
    expect(await call(sandbox, 'GET', path), path).toMatchObject({ status: 400, body: { code: 8001 } });
});

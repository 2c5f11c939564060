import { expect, test } from 'vitest';
import { openSandbox, post } from './call-sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const PREFILL = { flowType: 'mobile', phoneNumber: '2001001695' };
const IDENTITY = { flowType: 'mobile', phoneNumber: '2001004011' };
const PERSON = { firstName: 'Tod', lastName: 'Weedall' };
const outOfOrder = { status: 403, body: { code: 8003, message: expect.any(String) } };
const invalidId = { status: 400, body: { code: 8008, message: expect.any(String) } };

async function openStart(sandbox: Sandbox, body: Record<string, unknown>) {
  const { body: answer } = await post(sandbox, '/v3/start', body);
  const correlationId = String(answer.correlationId);
  return (step: string, fields: Record<string, unknown> = {}) =>
    post(sandbox, `/v3/${step}`, { correlationId, ...fields });
}

test('a Pre-Fill flow goes from start over validate and challenge to complete', async () => {
  const sandbox = await openSandbox();
  const opened = await post(sandbox, '/v3/start', PREFILL);
  expect(opened.body.next).toEqual({ 'v3-validate': '/v3/validate' });
  const next = await openStart(sandbox, PREFILL);
  expect((await next('validate')).body).toMatchObject({
    success: true,
    challengeMissing: true,
    next: { 'v3-challenge': '/v3/challenge' },
  });
  expect((await next('challenge', { ssn: '0596' })).body).toMatchObject({
    success: true,
    individual: { firstName: 'Tod', lastName: 'Weedall' },
    next: { 'v3-complete': '/v3/complete' },
  });
  expect((await next('complete', { individual: PERSON })).body).toMatchObject({
    success: true,
    next: { done: 'done' },
  });
});

test('an Identity flow has no challenge', async () => {
  const next = await openStart(await openSandbox(), IDENTITY);
  expect((await next('validate')).body).toMatchObject({
    challengeMissing: false,
    next: { 'v3-complete': '/v3/complete' },
  });
  expect(await next('challenge', { dob: '1981-01' })).toEqual(outOfOrder);
  expect((await next('complete', { individual: PERSON })).status).toBe(200);
});

test('a step that next does not name is out of order, and changes nothing', async () => {
  const next = await openStart(await openSandbox(), PREFILL);
  expect(await next('complete', { individual: PERSON })).toEqual(outOfOrder);
  expect(await next('challenge', { dob: '1981-01' })).toEqual(outOfOrder);
  expect((await next('validate')).status).toBe(200);
  expect(await next('validate')).toEqual(outOfOrder);
});

test('challenge needs a date of birth or a social security number, unless start had one', async () => {
  const sandbox = await openSandbox();
  const without = await openStart(sandbox, PREFILL);
  await without('validate');
  expect(await without('challenge')).toMatchObject({ status: 400, body: { code: 8001 } });
  const given = await openStart(sandbox, { ...PREFILL, dob: '1981-01' });
  expect((await given('validate')).body.challengeMissing).toBe(false);
  expect((await given('challenge')).status).toBe(200);
});

test('complete needs both names or the social security number', async () => {
  const next = await openStart(await openSandbox(), IDENTITY);
  await next('validate');
  for (const individual of [{}, { firstName: 'Tod' }, { dob: '1981-01' }])
    expect(await next('complete', { individual })).toMatchObject({ status: 400, body: { code: 8001 } });
  expect((await next('complete', { individual: { ssn: '265228370' } })).status).toBe(200);
});

test('a failed validate ends the flow', async () => {
  const next = await openStart(await openSandbox(), { flowType: 'mobile', phoneNumber: '2001004015' });
  expect((await next('validate')).body).toMatchObject({ success: false, next: { done: 'done' } });
  expect(await next('complete', { individual: PERSON })).toEqual(invalidId);
});

test('start needs a number that the sandbox knows, and a URL on desktop', async () => {
  const sandbox = await openSandbox();
  const start = (body: Record<string, unknown>) => post(sandbox, '/v3/start', body);
  expect(await start({ flowType: 'mobile' })).toMatchObject({ status: 400, body: { code: 8001 } });
  expect(await start({ ...PREFILL, phoneNumber: '2125550100' })).toMatchObject({ body: { code: 8007 } });
  expect(await start({ ...PREFILL, flowType: 'desktop' })).toMatchObject({ body: { code: 8001 } });
});

test('a flow lives 15 minutes, and its id is foreign to the other kinds', async () => {
  const sandbox = await openSandbox();
  const next = await openStart(sandbox, PREFILL);
  expect(await next('mfa-status')).toEqual(invalidId);
  expect(await next('unify-status')).toEqual(invalidId);
  expect(await next('verify-status')).toEqual(invalidId);
  sandbox.advance(15 * 60_000);
  expect(await next('validate')).toEqual(invalidId);
});

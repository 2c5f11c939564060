import { expect, test } from 'vitest';
import { openSandbox } from './call-sandbox.ts';
import { findClosedPort } from './loopback-server.ts';

const body = '{"possessionType":"mobile"}';
const preflight = {
  method: 'OPTIONS',
  headers: {
    Origin: 'https://shop.example.com',
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'authorization,content-type',
  },
};

test('a page of another origin may call and read', async () => {
  const sandbox = await openSandbox();
  const asked = await fetch(`${sandbox.url}/v3/mfa`, preflight);
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-origin')).toBe('https://shop.example.com');
  expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
  expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
  const called = await fetch(`${sandbox.url}/v3/mfa`, {
    method: 'POST',
    body,
    headers: { Origin: 'https://a.example' },
  });
  expect(called.headers.get('access-control-allow-origin')).toBe('https://a.example');
});

test('/no-cors/ refuses the preflight and names no origin', async () => {
  const sandbox = await openSandbox();
  const asked = await fetch(`${sandbox.url}/no-cors/v3/mfa`, preflight);
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  const called = await fetch(`${sandbox.url}/no-cors/v3/mfa`, {
    method: 'POST',
    body,
    headers: { Origin: 'https://a.example' },
  });
  expect(called.headers.get('access-control-allow-origin')).toBeNull();
});

test('/slow/ answers when it is told to', async () => {
  const sandbox = await openSandbox();
  let answered = false;
  const call = fetch(`${sandbox.url}/slow/v3/mfa`, { method: 'POST', body }).then((response) => {
    answered = true;
    return response.status;
  });
  await sandbox.arrival(({ path }) => path === '/slow/v3/mfa');
  await fetch(`${sandbox.url}/v3/mfa`, { method: 'POST', body });
  expect(answered).toBe(false);
  expect(sandbox.release()).toBe(1);
  expect(await call).toBe(200);
  expect(sandbox.release()).toBe(0);
});

test('/slow/20/ answers after 20 ms', async () => {
  const sandbox = await openSandbox();
  const start = performance.now();
  const { status } = await fetch(`${sandbox.url}/slow/20/v3/mfa`, { method: 'POST', body });
  expect(status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(18);
});

test('/slow/ outlives a client that goes away', async () => {
  const sandbox = await openSandbox();
  const controller = new AbortController();
  const call = fetch(`${sandbox.url}/slow/v3/mfa`, { method: 'POST', body, signal: controller.signal });
  await sandbox.arrival(({ path }) => path === '/slow/v3/mfa');
  controller.abort();
  await expect(call).rejects.toThrow();
  sandbox.release();
  expect((await fetch(`${sandbox.url}/v3/mfa`, { method: 'POST', body })).status).toBe(200);
});

test('/hang/ cuts the connection', async () => {
  const sandbox = await openSandbox();
  await expect(fetch(`${sandbox.url}/hang/v3/mfa`, { method: 'POST', body })).rejects.toThrow();
  expect(sandbox.received).toHaveLength(1);
});

test('/redirect/ leads to the real one with 307', async () => {
  const sandbox = await openSandbox();
  const response = await fetch(`${sandbox.url}/redirect/v3/mfa`, { method: 'POST', body });
  expect([response.status, response.url]).toEqual([200, `${sandbox.url}/v3/mfa`]);
  expect(sandbox.received.map((request) => request.body.toString())).toEqual([body, body]);
});

test('/html/, /binary/, /large/ and /crash/ answer as they are named', async () => {
  const sandbox = await openSandbox();
  const post = (detour: string) => fetch(`${sandbox.url}/${detour}/v3/mfa`, { method: 'POST', body });
  const html = await post('html');
  expect(html.headers.get('content-type')).toContain('text/html');
  expect(await html.text()).toContain('<!doctype html>');

  const binary = new Uint8Array(await (await post('binary')).arrayBuffer());
  expect(() => new TextDecoder('utf-8', { fatal: true }).decode(binary)).toThrow();

  const large = await (await post('large')).text();
  expect(large.length).toBeGreaterThan(5 << 20);
  expect(JSON.parse(large)).toMatchObject({ success: 'pending' });

  const crash = await post('crash');
  expect([crash.status, await crash.json()]).toEqual([
    500,
    { code: 8000, message: 'internal error: asked for' },
  ]);
});

test('the port can be chosen, and is free again after close', async () => {
  const port = await findClosedPort();
  const sandbox = await openSandbox({ port });
  expect(sandbox.port).toBe(port);
  await sandbox.close();
  await expect(fetch(`${sandbox.url}/v3/mfa`)).rejects.toThrow();
});

test('/torn/ cuts the connection in the middle of the answer', async () => {
  const sandbox = await openSandbox();
  const called = await fetch(`${sandbox.url}/torn/v3/mfa`, { method: 'POST', body });
  expect(called.status).toBe(200);
  await expect(called.text()).rejects.toThrow();
});

test('/large/12/ answers with so many MB', async () => {
  const sandbox = await openSandbox();
  const called = await fetch(`${sandbox.url}/large/12/v3/mfa`, { method: 'POST', body });
  expect((await called.text()).length).toBeGreaterThan(12 << 20);
});

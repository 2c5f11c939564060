import { afterEach } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

/** What came back, as an integrator's code sees it. */
export interface Reply {
  status: number;
  body: Record<string, unknown>;
}

const open: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** Starts a sandbox that is closed when the test ends. */
export async function openSandbox(options?: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  open.push(sandbox);
  return sandbox;
}

/** Posts a body (an object as JSON, anything else as it is) and reads the JSON that comes back. */
export async function post(
  sandbox: Sandbox,
  path: string,
  body: Readonly<Record<string, unknown>> | string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: raw ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Calls with any method, with a JSON body where one is given. */
export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Opens an MFA flow and returns its correlationId. */
export async function openFlow(
  sandbox: Sandbox,
  body: Readonly<Record<string, unknown>> = { possessionType: 'mobile', phoneNumber: '2001004011' },
): Promise<string> {
  const { body: answer } = await post(sandbox, '/v3/mfa', body);
  return String(answer.correlationId);
}

/** Asks for the status as often as told and returns what `success` said each time. */
export async function pollStatus(sandbox: Sandbox, correlationId: string, times: number): Promise<unknown[]> {
  const said: unknown[] = [];
  for (let i = 0; i < times; i++) {
    const { body } = await post(sandbox, '/v3/mfa-status', { correlationId });
    said.push(body.success);
  }
  return said;
}

/** Gets a bearer token. */
export async function fetchToken(sandbox: Sandbox): Promise<Reply> {
  const response = await fetch(`${sandbox.url}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'demo',
      client_secret: 'secret',
    }),
  });
  return { status: response.status, body: await response.json() };
}

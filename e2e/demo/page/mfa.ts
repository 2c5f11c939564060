import { type Api, pause } from './api.ts';

const MOST_POLLS = 20;

/** A body for /v3/mfa that is in order, with the given fields added. */
export const mfaBody = (fields: Readonly<Record<string, unknown>>) => ({
  clientCustomerId: 'e0f78bc2-f748-4eda-9d29-d756844507fc',
  clientRequestId: crypto.randomUUID(),
  ...fields,
});

export const DESKTOP = {
  possessionType: 'desktop',
  phoneNumber: '2001004011',
  finalTargetUrl: 'https://www.example.com/landing-page',
};
export const MOBILE = { possessionType: 'mobile', phoneNumber: '2001004014' };
export const NONE = { possessionType: 'none' };
/** Ends with "false". */
export const FAILING = { possessionType: 'mobile', phoneNumber: '2001004015' };
/** Passes at the first status. */
export const IMMEDIATE = { possessionType: 'mobile', phoneNumber: '2001004018' };

/** Opens a flow; undefined where the API refused it. */
export async function openFlow(
  api: Api,
  fields: Readonly<Record<string, unknown>>,
  headers?: Record<string, string>,
): Promise<string | undefined> {
  const reply = await api.post('/v3/mfa', mfaBody(fields), headers);
  const id = reply?.fields.correlationId;
  return typeof id === 'string' ? id : undefined;
}

/** Asks for the status once. */
export async function askStatus(
  api: Api,
  correlationId: string,
  fields: object = {},
  headers?: Record<string, string>,
) {
  const reply = await api.post('/v3/mfa-status', { correlationId, ...fields }, headers);
  return reply?.fields.success;
}

/** Asks for the status until it is no longer pending. */
export async function pollStatus(
  api: Api,
  correlationId: string,
  interval = api.pollInterval,
  headers?: Record<string, string>,
): Promise<void> {
  for (let polls = 0; polls < MOST_POLLS; polls++) {
    if ((await askStatus(api, correlationId, {}, headers)) !== 'pending') return;
    await pause(interval);
  }
}

/** Opens a flow and follows it to its end. */
export async function runFlow(
  api: Api,
  fields: Readonly<Record<string, unknown>>,
  headers?: Record<string, string>,
): Promise<string | undefined> {
  const id = await openFlow(api, fields, headers);
  if (id !== undefined) await pollStatus(api, id, api.pollInterval, headers);
  return id;
}

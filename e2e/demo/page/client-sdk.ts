import { type Api, pause, toJson } from './api.ts';
import { askStatus, mfaBody, pollStatus } from './mfa.ts';

/** The claim of an authToken that says where the device API is. */
interface Claims {
  auth: { endp: string };
}

/** Plays the client SDK: asks the device API that the token names for an OTP, and hands it in. */
async function runClientSdk(api: Api, authToken: string, otp: string): Promise<void> {
  const claims: Claims = JSON.parse(
    atob(authToken.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''),
  );
  const ask = (step: string, body: object) =>
    api.send(
      `/v1/client/${step}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${authToken}` },
        body: toJson(body),
      },
      claims.auth.endp,
    );
  await ask('mobile/otp/start', {});
  await ask('mobile/otp/finish', { otp });
}

/** A flow in which the client SDK does its part between two statuses. */
export async function runFlowWithSdk(api: Api, fields: object, otp: string): Promise<void> {
  const opened = (await api.post('/v3/mfa', mfaBody({ ...fields })))?.fields;
  const { correlationId, authToken } = opened ?? {};
  if (typeof correlationId !== 'string' || typeof authToken !== 'string') return;
  await askStatus(api, correlationId);
  await runClientSdk(api, authToken, otp);
  await pause(api.pollInterval);
  await pollStatus(api, correlationId);
}

import { headerValue } from '../../src/model/exchange.ts';
import { type Answer, answerJson, refuseMissing } from './answer.ts';
import { readAuthToken } from './jwt.ts';
import type { Received } from './received.ts';
import type { SandboxState } from './state.ts';

/** The password that every OTP check takes. */
const OTP = '1234';

/** Where the client SDK calls; no part of V3. */
export const isDevicePath = (pathname: string): boolean => pathname.startsWith('/v1/client/');

/** Answers the client SDK as the device API would, for the flow that its token names. */
export function answerDevice(state: SandboxState, { method, headers, body }: Received, path: string): Answer {
  const token = headerValue(headers, 'authorization')?.replace(/^Bearer /i, '') ?? '';
  const claims = readAuthToken(token);
  const { clock, mfaFlows, unifyFlows, startFlows, verifyFlows } = state;
  const flows = [mfaFlows, unifyFlows, startFlows, verifyFlows];
  const isKnown = claims && flows.some((each) => each.get(claims.auth.subs) !== undefined);
  if (!claims || !isKnown || claims.exp * 1000 <= clock.now())
    return answerJson({ message: 'the authToken is unknown or expired' }, 401);
  if (method === 'POST' && path === '/v1/client/mobile/otp/start') return answerJson({ next: 'mobile/otp' });
  if (method !== 'POST' || path !== '/v1/client/mobile/otp/finish')
    return refuseMissing(`the device API has no ${method} ${path}`);
  if (body.toString().includes(`"${OTP}"`)) return answerJson({ next: 'auth/finish' });
  // As the real one: a refusal of this kind has the status 200.
  return answerJson({ next: 'mobile/otp', error: { code: 10001, message: 'the OTP is wrong' } });
}

import { randomUUID } from 'node:crypto';
import { answerJson, refuseUnknownUser } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { makeJwt } from '../jwt.ts';
import { discoveredNumber, findUser } from '../sandbox-users.ts';
import { lifetimeOf } from '../state.ts';

/** Opens a flow. */
export const answerMfa: Handler = ({ fields, url }, { clock, mfaFlows }) => {
  const given = readText(fields, 'phoneNumber');
  if (given !== undefined && !findUser(given)) return refuseUnknownUser();
  const bringsOwnPossession = readText(fields, 'possessionType') === 'none';
  const correlationId = randomUUID();
  mfaFlows.set(correlationId, {
    bringsOwnPossession,
    phoneNumber: bringsOwnPossession ? undefined : (given ?? discoveredNumber),
    polls: 0,
    possessionRequired: false,
    bound: undefined,
    ended: false,
  });
  const issuedAt = Math.floor(clock.now() / 1000);
  const authToken = makeJwt({
    auth: { endp: url.origin, id: randomUUID(), next: '/v1/client/finish', subs: correlationId },
    iat: issuedAt,
    exp: issuedAt + lifetimeOf('mfa') / 1000,
  });
  return answerJson({ authToken, correlationId, success: 'pending' });
};

import { randomUUID } from 'node:crypto';
import { answerJson, refuseUnknownUser } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { makeAuthToken } from '../jwt.ts';
import { findUser } from '../sandbox-users.ts';

/** Opens a flow of the former verify: possession and name are checked side by side. */
export const answerVerifyV1: Handler = ({ fields, url }, { clock, verifyFlows }) => {
  const phoneNumber = readText(fields, 'phoneNumber') ?? '';
  if (!findUser(phoneNumber)) return refuseUnknownUser();
  const bringsOwnPossession = readText(fields, 'possessionType') === 'none';
  const correlationId = randomUUID();
  verifyFlows.set(correlationId, { phoneNumber, bringsOwnPossession, polls: 0, ended: false });
  return answerJson({
    success: 'pending',
    correlationId,
    ...(!bringsOwnPossession && { authToken: makeAuthToken(correlationId, url.origin, clock) }),
    possessionResult: bringsOwnPossession ? 'not_applicable' : 'pending',
    verifyResult: 'pending',
  });
};

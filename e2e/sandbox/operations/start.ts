import { randomUUID } from 'node:crypto';
import { answerJson, refuseMalformed, refuseUnknownUser } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { makeAuthToken } from '../jwt.ts';
import { findUser } from '../sandbox-users.ts';
import { knowsPerson, nextStep } from '../start-flow.ts';

/** Opens a Pre-Fill or Identity flow; unlike the real API, the sandbox always needs the number. */
export const answerStart: Handler = ({ fields, url }, { clock, startFlows }) => {
  const phoneNumber = readText(fields, 'phoneNumber');
  if (phoneNumber === undefined) return refuseMalformed('phoneNumber: the sandbox always needs it');
  if (!findUser(phoneNumber)) return refuseUnknownUser();
  const correlationId = randomUUID();
  startFlows.set(correlationId, { phoneNumber, identified: knowsPerson(fields), next: 'v3-validate' });
  return answerJson({
    authToken: makeAuthToken(correlationId, url.origin, clock),
    correlationId,
    next: nextStep('v3-validate'),
  });
};

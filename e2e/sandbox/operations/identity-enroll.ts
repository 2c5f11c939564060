import { randomUUID } from 'node:crypto';
import { answerJson, refuseUnknownUser } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { findUser } from '../sandbox-users.ts';

/** Puts a number under identity management; the same number gets the same id again. */
export const answerIdentityEnroll: Handler = ({ fields }, { identities }) => {
  const phoneNumber = readText(fields, 'phoneNumber') ?? '';
  if (!findUser(phoneNumber)) return refuseUnknownUser();
  const proveId = identities.get(phoneNumber) ?? randomUUID();
  identities.set(phoneNumber, proveId);
  return answerJson({ proveId, success: true });
};

import { randomUUID } from 'node:crypto';
import { answerJson, refuseUnknownUser } from '../answer.ts';
import { checksOf } from '../checks.ts';
import { echo, type Handler, readText } from '../handler.ts';
import { findUser } from '../sandbox-users.ts';
import { proveIdOf } from '../state.ts';
import { businessesOf, identityOf } from '../verified-person.ts';

/** Checks a person in one call; how it ends is up to the number alone. */
export const answerVerify: Handler = ({ fields }, state) => {
  const phoneNumber = readText(fields, 'phoneNumber') ?? '';
  const type = readText(fields, 'verificationType') ?? '';
  const user = findUser(phoneNumber);
  if (!user) return refuseUnknownUser();
  const proveId = proveIdOf(state, phoneNumber);
  return answerJson({
    success: String(user.passes),
    correlationId: randomUUID(),
    phoneNumber,
    ...echo(fields, 'clientRequestId', 'clientCustomerId', 'clientHumanId'),
    proveId,
    isEnrolled: state.identities.has(proveId),
    identity: identityOf(user, type),
    ...(type === 'prefillForBiz' && user.passes && { businesses: businessesOf(user) }),
    evaluation: checksOf(['identification'], user.passes),
  });
};

import { randomUUID } from 'node:crypto';
import { answerJson } from '../answer.ts';
import { type ApiRequest, echo, type Handler, readItems, readText } from '../handler.ts';
import { findUser } from '../sandbox-users.ts';
import { proveIdOf, type SandboxState } from '../state.ts';
import { assuranceOf, identityOf } from '../verified-person.ts';

/** Checks each item by itself: one that the sandbox does not know spoils no other. */
export const answerVerifyBatch: Handler = ({ fields }, state) =>
  answerJson({
    ...echo(fields, 'clientRequestId'),
    correlationId: randomUUID(),
    results: readItems(fields, 'items').map((item) => verifyItem(item, state)),
  });

function verifyItem(item: ApiRequest['fields'], state: SandboxState): object {
  const phoneNumber = readText(item, 'phoneNumber') ?? '';
  const asked = { clientCustomerId: '', phoneNumber, ...echo(item, 'clientCustomerId', 'clientHumanId') };
  const user = findUser(phoneNumber);
  if (!user) return { ...asked, success: 'false', assuranceLevel: '', error: 'Invalid Phone Number' };
  return {
    ...asked,
    success: String(user.passes),
    assuranceLevel: assuranceOf(user).assuranceLevel,
    identity: identityOf(user, readText(item, 'verificationType') ?? ''),
    proveId: proveIdOf(state, phoneNumber),
  };
}

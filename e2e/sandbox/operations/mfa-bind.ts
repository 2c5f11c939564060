import { answerJson, refuseMalformed, refuseOutOfOrder, refuseUnknownUser } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { findUser } from '../sandbox-users.ts';
import { findMfaFlow } from './find-mfa-flow.ts';

/** Binds the number that the customer checked itself: the third call of a flow with possessionType "none". */
export const answerMfaBind: Handler = ({ fields }, state) => {
  const found = findMfaFlow(fields, state);
  if ('refusal' in found) return found.refusal;
  const { flow } = found;
  if (!flow.bringsOwnPossession)
    return refuseOutOfOrder('this flow has no bind: it did not begin with possessionType "none"');
  if (!flow.possessionRequired)
    return refuseOutOfOrder('bind comes after a status that answered possession_required');
  if (flow.bound !== undefined) return refuseOutOfOrder('this flow is bound already');
  const phoneNumber = readText(fields, 'phoneNumber');
  if (phoneNumber === undefined) return refuseMalformed('phoneNumber: the number to bind is missing');
  const user = findUser(phoneNumber);
  if (!user) return refuseUnknownUser();
  flow.phoneNumber = phoneNumber;
  flow.bound = user.passes;
  return answerJson({ phoneNumber, success: String(user.passes) });
};

import { type Answer, answerJson, refuseMalformed, refuseUnknownUser } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { findUser } from '../sandbox-users.ts';
import type { MfaFlow } from '../state.ts';
import { findMfaFlow } from './find-mfa-flow.ts';

/** Says how a flow stands; the final answer uses the correlationId up. */
export const answerMfaStatus: Handler = ({ fields }, state) => {
  const found = findMfaFlow(fields, state);
  if ('refusal' in found) return found.refusal;
  const { flow } = found;
  const given = readText(fields, 'phoneNumber');
  if (given !== undefined && !flow.bringsOwnPossession)
    return refuseMalformed('phoneNumber: only allowed when the flow began with possessionType "none"');
  flow.polls++;

  if (flow.bound !== undefined) return end(flow, flow.bound);
  const user = findUser(flow.phoneNumber ?? '');
  if (flow.polls <= (user?.immediate ? 0 : state.pendingPolls)) return answer(flow, 'pending');
  if (!flow.bringsOwnPossession) return end(flow, user?.passes ?? false);
  // Before mfa-bind existed, a repeated status with the number was the third call.
  if (flow.possessionRequired && given !== undefined) {
    const bound = findUser(given);
    if (!bound) return refuseUnknownUser();
    flow.phoneNumber = given;
    return end(flow, bound.passes);
  }
  flow.possessionRequired = true;
  return answer(flow, 'possession_required');
};

function end(flow: MfaFlow, passes: boolean): Answer {
  flow.ended = true;
  return answer(flow, String(passes));
}

const answer = (flow: MfaFlow, success: string) =>
  answerJson({ phoneNumber: flow.phoneNumber ?? '', success });

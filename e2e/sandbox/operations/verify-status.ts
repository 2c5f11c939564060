import { answerJson } from '../answer.ts';
import { checksOf } from '../checks.ts';
import type { Handler } from '../handler.ts';
import { findRunningFlow } from '../running-flow.ts';
import { findUser } from '../sandbox-users.ts';
import { proveIdOf } from '../state.ts';

/** Says how both checks stand; the final answer uses the correlationId up. */
export const answerVerifyStatus: Handler = ({ fields }, state) => {
  const found = findRunningFlow(fields, state.verifyFlows, ({ ended }) => ended);
  if ('refusal' in found) return found.refusal;
  const { flow } = found;
  const possession = (result: string) => (flow.bringsOwnPossession ? 'not_applicable' : result);
  if (++flow.polls <= state.pendingPolls)
    return answerJson({
      success: 'pending',
      possessionResult: possession('pending'),
      verifyResult: 'pending',
    });
  flow.ended = true;
  const passes = findUser(flow.phoneNumber)?.passes === true;
  return answerJson({
    success: String(passes),
    possessionResult: possession('success'),
    verifyResult: passes ? 'success' : 'failed',
    ...(passes && { identityId: proveIdOf(state, flow.phoneNumber) }),
    evaluation: checksOf(['authentication', 'identification'], passes),
  });
};

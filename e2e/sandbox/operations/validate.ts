import { answerJson } from '../answer.ts';
import { checksOf } from '../checks.ts';
import type { Handler } from '../handler.ts';
import { findStep, nextStep } from '../start-flow.ts';

/** Says how the possession check ended; whether the client SDK has run, the sandbox does not ask. */
export const answerValidate: Handler = ({ fields }, state) => {
  const found = findStep(fields, state, 'v3-validate');
  if ('refusal' in found) return found.refusal;
  const { flow, user } = found;
  const followed = user.prefill ? 'v3-challenge' : 'v3-complete';
  flow.next = user.passes ? followed : 'done';
  return answerJson({
    success: user.passes,
    challengeMissing: user.passes && user.prefill === true && !flow.identified,
    phoneNumber: flow.phoneNumber,
    evaluation: checksOf(['authentication'], user.passes),
    next: nextStep(flow.next),
  });
};

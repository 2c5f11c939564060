import { answerJson } from '../answer.ts';
import { checksOf } from '../checks.ts';
import type { Handler } from '../handler.ts';
import { findStep, nextStep } from '../start-flow.ts';

/** Ends the flow. */
export const answerComplete: Handler = ({ fields }, state) => {
  const found = findStep(fields, state, 'v3-complete');
  if ('refusal' in found) return found.refusal;
  const { flow, user } = found;
  flow.next = 'done';
  return answerJson({
    success: user.passes,
    evaluation: checksOf(['identification'], user.passes),
    next: nextStep(flow.next),
  });
};

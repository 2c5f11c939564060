import { type Answer, refuseOutOfOrder } from './answer.ts';
import { type ApiRequest, readText } from './handler.ts';
import { findRunningFlow } from './running-flow.ts';
import { findUser, type SandboxUser } from './sandbox-users.ts';
import type { SandboxState, StartFlow, Step } from './state.ts';

/** What `next` says: one step, or that there is none any more. */
export const nextStep = (step: Step | 'done'): Record<string, string> =>
  step === 'done' ? { done: 'done' } : { [step]: `/${step.replace('-', '/')}` };

/** Whether a date of birth or a social security number is given. */
export const knowsPerson = (fields: ApiRequest['fields']): boolean =>
  readText(fields, 'dob') !== undefined || readText(fields, 'ssn') !== undefined;

/** The flow and the person of a later step, or the refusal of one that `next` did not name. */
export function findStep(
  fields: ApiRequest['fields'],
  { startFlows }: SandboxState,
  step: Step,
): { flow: StartFlow; user: SandboxUser } | { refusal: Answer } {
  const found = findRunningFlow(fields, startFlows, (flow) => flow.next === 'done');
  if ('refusal' in found) return found;
  const { flow } = found;
  const user = findUser(flow.phoneNumber);
  if (!user || flow.next !== step)
    return { refusal: refuseOutOfOrder(`the step ${step} does not come now: next was ${flow.next}`) };
  return { flow, user };
}

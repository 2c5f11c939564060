import { type Answer, refuseCorrelationId } from '../answer.ts';
import { type ApiRequest, readText } from '../handler.ts';
import type { MfaFlow, SandboxState } from '../state.ts';

/** Finds the running flow that a later call belongs to, or the refusal that it gets. */
export function findMfaFlow(
  fields: ApiRequest['fields'],
  { mfaFlows }: SandboxState,
): { flow: MfaFlow } | { refusal: Answer } {
  const id = readText(fields, 'correlationId');
  if (id === undefined) return { refusal: refuseCorrelationId('correlationId is missing') };
  const flow = mfaFlows.get(id);
  if (!flow) return { refusal: refuseCorrelationId('correlationId is unknown, expired or of another flow') };
  if (flow.ended)
    return { refusal: refuseCorrelationId('correlationId was used already: its flow has ended') };
  return { flow };
}

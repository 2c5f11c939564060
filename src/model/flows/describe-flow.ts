import type { FlowState } from './flow.ts';
import type { NoFlowReason } from './flow-index.ts';

/** The state of a flow in one or two words. */
export const stateNames: Record<FlowState, string> = {
  waiting: 'waiting',
  'possession-required': 'possession required',
  succeeded: 'succeeded',
  failed: 'failed',
  refused: 'refused',
  expired: 'expired',
};

/** Why a call stands in no flow, as one sentence. */
export const noFlowReasons: Record<NoFlowReason, string> = {
  'no-flow-operation': 'This operation is part of no flow.',
  'no-answer': 'No answer came, so no correlationId was returned.',
  'no-id-returned': 'The answer holds no correlationId that could be read.',
  'no-id': 'The request carries no correlationId.',
  unreadable: 'The body could not be read, so its correlationId is unknown.',
  'unknown-id': 'First call not captured: no captured answer returned this correlationId.',
};

import { t } from '../words/words.ts';
import type { FlowState } from './flow.ts';
import type { NoFlowReason } from './flow-index.ts';

/** The state of a flow in one or two words. */
export const stateNames: Record<FlowState, () => string> = {
  waiting: () => t('waiting'),
  'possession-required': () => t('possession required'),
  succeeded: () => t('succeeded'),
  failed: () => t('failed'),
  refused: () => t('refused'),
  expired: () => t('expired'),
};

/** Why a call stands in no flow, as one sentence. */
export const noFlowReasons: Record<NoFlowReason, () => string> = {
  'no-flow-operation': () => t('This operation is part of no flow.'),
  'no-answer': () => t('No answer came, so no correlationId was returned.'),
  'no-id-returned': () => t('The answer holds no correlationId that could be read.'),
  'no-id': () => t('The request carries no correlationId.'),
  unreadable: () => t('The body could not be read, so its correlationId is unknown.'),
  'unknown-id': () => t('First call not captured: no captured answer returned this correlationId.'),
};

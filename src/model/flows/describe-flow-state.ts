import { flowRoleOf } from '../../schemas/flow-kind.ts';
import { endOf } from '../exchange.ts';
import { formatDuration } from '../format.ts';
import { t } from '../words/words.ts';
import { type Flow, type FlowState, roleOf } from './flow.ts';
import { INVALID_ID } from './fold-flow.ts';

/** What is left of a time, as a clock that counts down: 3:10. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Why a flow stands where it stands at a time in ms since the epoch, as a sentence without the state's name. */
export function describeFlowState(flow: Flow, now: number): string {
  const last = flow.calls.at(-1);
  const left = formatCountdown(flow.expiresAt - now);
  const took = formatDuration(flow.duration);
  const state: FlowState = flow.stateAt(now);
  switch (state) {
    case 'succeeded':
      return t('{operation} answered “true” at {took}', { operation: endingOf(flow), took });
    case 'failed':
      return t('{operation} answered “false” at {took}', { operation: endingOf(flow), took });
    case 'refused':
      return describeRefusal(flow);
    case 'expired':
      if (flow.disowned)
        return t('the API no longer takes this correlationId (code {code}): it expired or was used up', {
          code: INVALID_ID,
        });
      return t('no final answer within the 15 minutes that a correlationId lives');
    case 'possession-required':
      return t('check the number yourself, then call {bind} with it; expires in {left}', {
        bind: `${flow.kind?.id ?? 'mfa'}-bind`,
        left,
      });
    case 'waiting': {
      const ago = last ? agoOf(now - endOf(last.exchange)) : '';
      return last && roleOf(last) === 'status'
        ? t('last poll {ago} ago; expires in {left}', { ago, left })
        : t('last call {ago} ago; expires in {left}', { ago, left });
    }
  }
}

/** In whole seconds, as it counts on screen. */
const agoOf = (ms: number) => (ms < 59_500 ? `${Math.max(0, Math.round(ms / 1000))} s` : formatDuration(ms));

function describeRefusal(flow: Flow): string {
  const last = flow.calls.at(-1);
  const status = last?.exchange.response?.status ?? t('nothing');
  const code = last?.facts.errorCode;
  return code === undefined
    ? t('the API answered {status} to the first call', { status })
    : t('the API answered {status} (code {code}) to the first call', { status, code });
}

/** The operation whose answer ended the flow. */
const endingOf = (flow: Flow): string =>
  flow.calls.findLast(
    ({ facts, operation }) =>
      facts.success !== undefined && flowRoleOf(operation.id)?.step.ends[facts.success] !== undefined,
  )?.operation.id ?? t('the flow');

import { flowRoleOf } from '../../schemas/flow-kind.ts';
import { endOf } from '../exchange.ts';
import { formatDuration } from '../format.ts';
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
      return `${endingOf(flow)} answered “true” at ${took}`;
    case 'failed':
      return `${endingOf(flow)} answered “false” at ${took}`;
    case 'refused':
      return `the API answered ${last?.exchange.response?.status ?? 'nothing'}${codeOf(flow)} to the first call`;
    case 'expired':
      if (flow.disowned)
        return `the API no longer takes this correlationId (code ${INVALID_ID}): it expired or was used up`;
      return 'no final answer within the 15 minutes that a correlationId lives';
    case 'possession-required':
      return `check the number yourself, then call ${flow.kind?.id ?? 'mfa'}-bind with it; expires in ${left}`;
    case 'waiting': {
      const what = last && roleOf(last) === 'status' ? 'poll' : 'call';
      const ago = last ? agoOf(now - endOf(last.exchange)) : '';
      return `last ${what} ${ago} ago; expires in ${left}`;
    }
  }
}

/** In whole seconds, as it counts on screen. */
const agoOf = (ms: number) => (ms < 59_500 ? `${Math.max(0, Math.round(ms / 1000))} s` : formatDuration(ms));

const codeOf = (flow: Flow) => {
  const code = flow.calls.at(-1)?.facts.errorCode;
  return code === undefined ? '' : ` (code ${code})`;
};

/** The operation whose answer ended the flow. */
const endingOf = (flow: Flow): string =>
  flow.calls.findLast(
    ({ facts, operation }) =>
      facts.success !== undefined && flowRoleOf(operation.id)?.step.ends[facts.success] !== undefined,
  )?.operation.id ?? 'the flow';

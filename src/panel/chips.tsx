import { isWords } from '../model/filter/filter-value.ts';
import { stateNames } from '../model/flows/describe-flow.ts';
import type { FlowState } from '../model/flows/flow.ts';
import type { Severity, Verdict } from '../model/problems/problem.ts';
import { countProblems, verdictNames } from '../model/words/names.ts';
import { Icon } from './icons.tsx';

const verdictLooks = {
  valid: { icon: 'valid', tone: 'ok' },
  invalid: { icon: 'error', tone: 'error' },
  unreadable: { icon: 'unreadable', tone: 'error' },
  truncated: { icon: 'truncated', tone: 'quiet' },
  absent: { icon: 'absent', tone: 'quiet' },
} as const;

/** The verdict of a call: the word with its icon. */
export const VerdictChip = ({ verdict }: { verdict: Verdict }) => (
  <span class={`verdict tone-${verdictLooks[verdict].tone}`} title={isWords[verdict]()}>
    <Icon name={verdictLooks[verdict].icon} />
    {verdictNames[verdict]()}
  </span>
);

/** The tone of each state. */
export const stateTones: Record<FlowState, string> = {
  waiting: 'quiet',
  'possession-required': 'warning',
  succeeded: 'ok',
  failed: 'error',
  refused: 'error',
  expired: 'warning',
};

export const StateChip = ({ state }: { state: FlowState }) => (
  <span class={`chip chip-${stateTones[state]}`}>{stateNames[state]()}</span>
);

/** "2 errors" in the colour of errors; nothing for none. */
export const CountChip = ({ severity, count }: { severity: Severity; count: number }) =>
  count > 0 ? <span class={`chip chip-${severity}`}>{countProblems(severity, count)}</span> : null;

import { formatCountdown } from '../../model/flows/describe-flow-state.ts';
import type { Flow } from '../../model/flows/flow.ts';
import { formatDuration } from '../../model/format.ts';
import { visible } from '../../model/printable.ts';
import { worstSeverity } from '../../model/problems/problem.ts';
import { countCalls } from '../../model/words/names.ts';
import { t } from '../../model/words/words.ts';
import { CountChip, StateChip } from '../chips.tsx';
import { OriginTag } from '../origin-tag.tsx';
import type { Store } from '../store.ts';
import { formatTime } from '../words.ts';
import { hostOf } from './flow-host.ts';
import { PinnedMark } from './pin-button.tsx';

interface Props {
  flow: Flow;
  store: Store;
  now: number;
  selected: boolean;
  /** The keys are at it. */
  cursor: boolean;
  /** From 0, in the whole list. */
  index: number;
  count: number;
  onCopy: (flow: Flow) => void;
}

/** DOM id of a flow's entry. */
export const optionId = (flowId: string): string => `flow-${flowId}`;

/** The classes of an entry. */
export const optionClass = (selected: boolean, cursor: boolean): string =>
  `flow-option${selected ? ' selected' : ''}${cursor ? ' cursor' : ''}`;

/** One flow in the list. */
export function FlowOption({ flow, store, now, selected, cursor, index, count, onCopy }: Props) {
  const problems = flow.calls.flatMap((call) => store.log.problemsOf(call));
  const worst = worstSeverity(problems);
  const worstCount = problems.filter(({ severity }) => severity === worst).length;
  const first = flow.calls[0]?.exchange;
  const state = flow.stateAt(now);
  const runs = state === 'waiting' || state === 'possession-required';
  const told = [
    countCalls(flow.calls.length),
    formatTime(flow.startedAt).slice(0, 8),
    runs ? t('expires in {left}', { left: formatCountdown(flow.expiresAt - now) }) : hostOf(flow),
  ].join(' · ');
  return (
    <div
      role="option"
      id={optionId(flow.id)}
      class={optionClass(selected, cursor)}
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={index + 1}
      onClick={() => store.selectFlow(flow.id)}
    >
      <span class="flow-what">
        <span class="flow-name">
          <StateChip state={state} /> {flow.kind?.id}{' '}
          {flow.correlationId !== null && (
            <code
              title={`${visible(flow.correlationId)}\n${t('Click to copy')}`}
              onClick={() => onCopy(flow)}
            >
              {visible(flow.correlationId.slice(0, 8))}
            </code>
          )}
        </span>{' '}
        {store.log.isPinned(flow.id) && <PinnedMark />}
        {first?.origin === 'imported' && <OriginTag exchange={first} />}
        {flow.guessed && (
          <span class="tag" title={t('Calls without an id, tied together by their time and place')}>
            {t('guess')}
          </span>
        )}
      </span>
      <span class="flow-took">{formatDuration(flow.duration)}</span>
      <small title={told}>{told}</small>
      <span class="flow-worst">{worst && <CountChip severity={worst} count={worstCount} />}</span>
    </div>
  );
}

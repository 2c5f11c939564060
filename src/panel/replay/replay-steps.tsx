import { outcomeOfSend } from '../../model/compose/send-series.ts';
import { outcomeOf } from '../../model/flows/call-outcome.ts';
import { pauseBefore, type ReplayStep } from '../../model/flows/replay-flow.ts';
import { formatDuration } from '../../model/format.ts';
import { t, tn } from '../../model/words/words.ts';
import type { Store } from '../store.ts';
import { EditedCall } from './edited-call.tsx';
import type { ReplayStore, StepState } from './replay-store.ts';

/** The calls of the flow in their order: what came of each then, and what comes of it now. */
export function ReplaySteps({ replay, store }: { replay: ReplayStore; store: Store }) {
  return (
    <ol class="replay-steps" aria-label={t('Calls of the replay')}>
      {replay.steps.map((step, index) => (
        <li key={step.id} class={`replay-step ${replay.states.value[index]?.kind ?? 'open'}`}>
          <StepRow replay={replay} store={store} step={step} index={index} />
          {replay.states.value[index]?.kind === 'editing' && <EditedCall replay={replay} step={step} />}
        </li>
      ))}
    </ol>
  );
}

interface RowProps {
  replay: ReplayStore;
  store: Store;
  step: ReplayStep;
  index: number;
}

function StepRow({ replay, store, step, index }: RowProps) {
  const state: StepState = replay.states.value[index] ?? { kind: 'open' };
  const pause = pauseBefore(step, replay.settings.value);
  const passed = state.kind === 'done' || state.kind === 'left-out';
  return (
    <div class="replay-row">
      <strong>{step.operation.id}</strong>
      <span class="quiet">{pause > 0 ? t('after {time}', { time: formatDuration(pause) }) : ''}</span>
      <span class="quiet replay-captured">
        {t('captured: {outcome}', { outcome: outcomeOf(step.captured).join(' · ') })}
      </span>
      <span class="replay-outcome">
        {state.kind === 'done' ? (
          <button
            type="button"
            class="link"
            aria-label={t('Show answer {number} of the replay', { number: index + 1 })}
            onClick={() => store.selectCall(state.answer.exchange.id)}
          >
            {outcomeOfSend(state.answer.exchange)} · {formatDuration(state.answer.exchange.duration)}
          </button>
        ) : (
          <span class="quiet">{stateWords[state.kind]()}</span>
        )}
        {state.kind === 'done' && state.sends > 1 && (
          <span class="quiet">
            {' '}
            {tn(state.sends, { one: 'asked {count} time', other: 'asked {count} times' })}
          </span>
        )}
      </span>
      <label class="check replay-breakpoint" title={t('Pause here and edit the call before it goes')}>
        <input
          type="checkbox"
          aria-label={t('Edit call {number}, {operation}, before it goes', {
            number: index + 1,
            operation: step.operation.id,
          })}
          checked={step.incomplete !== undefined || replay.breakpoints.value.has(step.id)}
          disabled={step.incomplete !== undefined || (passed && replay.phase.value === 'running')}
          onChange={({ currentTarget }) => replay.setBreakpoint(step.id, currentTarget.checked)}
        />
        {t('edit first')}
      </label>
      {step.incomplete !== undefined && <span class="tone-warning">{step.incomplete}</span>}
    </div>
  );
}

const stateWords: Record<Exclude<StepState['kind'], 'done'>, () => string> = {
  open: () => '',
  pausing: () => t('pausing…'),
  editing: () => t('waits for you'),
  sending: () => t('sending…'),
  'left-out': () => t('left out: the new flow had moved on'),
};

import { outcomeOfSend } from '../../model/compose/send-series.ts';
import { outcomeOf } from '../../model/flows/call-outcome.ts';
import { pauseBefore, type ReplayStep } from '../../model/flows/replay-flow.ts';
import { formatDuration } from '../../model/format.ts';
import type { Store } from '../store.ts';
import { EditedCall } from './edited-call.tsx';
import type { ReplayStore, StepState } from './replay-store.ts';

/** The calls of the flow in their order: what came of each then, and what comes of it now. */
export function ReplaySteps({ replay, store }: { replay: ReplayStore; store: Store }) {
  return (
    <ol class="replay-steps" aria-label="Calls of the replay">
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
      <span class="quiet">{pause > 0 ? `after ${formatDuration(pause)}` : ''}</span>
      <span class="quiet replay-captured">captured: {outcomeOf(step.captured).join(' · ')}</span>
      <span class="replay-outcome">
        {state.kind === 'done' ? (
          <button
            type="button"
            class="link"
            aria-label={`Show answer ${index + 1} of the replay`}
            onClick={() => store.selectCall(state.answer.exchange.id)}
          >
            {outcomeOfSend(state.answer.exchange)} · {formatDuration(state.answer.exchange.duration)}
          </button>
        ) : (
          <span class="quiet">{stateWords[state.kind]}</span>
        )}
        {state.kind === 'done' && state.sends > 1 && <span class="quiet"> asked {state.sends} times</span>}
      </span>
      <label class="check replay-breakpoint" title="Pause here and edit the call before it goes">
        <input
          type="checkbox"
          aria-label={`Edit call ${index + 1}, ${step.operation.id}, before it goes`}
          checked={step.incomplete !== undefined || replay.breakpoints.value.has(step.id)}
          disabled={step.incomplete !== undefined || (passed && replay.phase.value === 'running')}
          onChange={({ currentTarget }) => replay.setBreakpoint(step.id, currentTarget.checked)}
        />
        edit first
      </label>
      {step.incomplete !== undefined && <span class="tone-warning">{step.incomplete}</span>}
    </div>
  );
}

const stateWords: Record<Exclude<StepState['kind'], 'done'>, string> = {
  open: '',
  pausing: 'pausing…',
  editing: 'waits for you',
  sending: 'sending…',
  'left-out': 'left out: the new flow had moved on',
};

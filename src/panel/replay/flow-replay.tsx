import { useSignal, useSignalEffect } from '@preact/signals';
import type { Flow } from '../../model/flows/flow.ts';
import { t } from '../../model/words/words.ts';
import type { Outbox } from '../composer/outbox.ts';
import { ProductionQuestion } from '../composer/production-question.tsx';
import { FlowComparison } from '../flows/flow-comparison.tsx';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';
import { TabList } from '../tab-list.tsx';
import '../composer/composer.css';
import './replay.css';
import { ReplayControls } from './replay-controls.tsx';
import { ReplaySteps } from './replay-steps.tsx';
import { ReplayStore } from './replay-store.ts';

interface Props {
  flow: Flow;
  store: Store;
  outbox: Outbox;
  onClose: () => void;
}

/** The replay of each flow goes on, and is found again, while something else is shown. */
const replays = new WeakMap<Flow, ReplayStore>();

function replayOf(flow: Flow, outbox: Outbox): ReplayStore {
  const known = replays.get(flow);
  // A flow that has grown meanwhile is planned anew, unless its replay is under way or to be looked at.
  if (known && (known.phase.peek() !== 'ready' || known.steps.length === flow.calls.length)) return known;
  const replay = new ReplayStore(flow, outbox, known);
  replays.set(flow, replay);
  return replay;
}

const tabs = [
  { id: 'calls', label: () => t('Calls') },
  { id: 'comparison', label: () => t('Captured and new side by side') },
] as const;

/** Makes a whole flow again, call by call, and lays the new one beside it. */
export function FlowReplay({ flow, store, outbox, onClose }: Props) {
  // A flow grows in place; whoever reads the log is told that it may have.
  const { log } = store;
  const replay = replayOf(store.capturedFlow(flow), outbox);
  const { firstId, phase, notice, production } = replay;
  const made = firstId.value === undefined ? undefined : log.flows.flowOf(firstId.value);
  const comparable = phase.value === 'over' && made !== undefined && made !== flow;
  const selected = useSignal<(typeof tabs)[number]['id']>('calls');
  useSignalEffect(() => {
    selected.value = phase.value === 'over' ? 'comparison' : 'calls';
  });
  const shown = comparable ? selected.value : 'calls';
  return (
    <section class="replay" aria-label={t('Replay of the flow')}>
      <header class="replay-head">
        <ReplayControls replay={replay} />
        <button type="button" class="tool" aria-label={t('Close the replay')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {production.value.length > 0 && (
        <ProductionQuestion
          hosts={production.value}
          operations={[...new Set(replay.steps.map(({ operation }) => operation.id))]}
          onAnswer={(answer) => (answer.send ? void replay.start(answer) : replay.dismiss())}
        />
      )}
      <p class="replay-notice" role="status">
        {notice.value ?? progressOf(replay)}
      </p>
      {comparable && (
        <TabList
          label={t('Parts of the replay')}
          class="tabs small"
          tabs={tabs.map(({ id, label }) => ({ id, label: label() }))}
          selected={shown}
          panelId="replay-part"
          onSelect={(id) => (selected.value = id)}
        />
      )}
      <div
        class="replay-part"
        id="replay-part"
        {...(comparable && { role: 'tabpanel', 'aria-labelledby': `replay-part-tab-${shown}` })}
      >
        {shown === 'comparison' && made ? (
          <FlowComparison
            key={made.id}
            flow={flow}
            store={store}
            otherId={made.id}
            onClose={() => (selected.value = 'calls')}
          />
        ) : (
          <ReplaySteps replay={replay} store={store} />
        )}
      </div>
    </section>
  );
}

/** What is going on, without numbers that count: it is read aloud. */
function progressOf({ phase, states, steps }: ReplayStore): string {
  if (phase.value === 'asking') return t('Waiting for access to the host: answer the browser’s question.');
  const at = states.value.findIndex(
    ({ kind }) => kind === 'sending' || kind === 'pausing' || kind === 'editing',
  );
  const step = steps[at];
  if (!step)
    return t(
      'The calls go out again in their order; what the new answers give takes the place of what was captured.',
    );
  const which = t('call {number} of {total}, {operation}', {
    number: at + 1,
    total: steps.length,
    operation: step.operation.id,
  });
  const state = states.value[at]?.kind;
  if (state === 'editing') return t('Waiting for you to edit {call}.', { call: which });
  return state === 'pausing'
    ? t('Pausing before {call}.', { call: which })
    : t('Sending {call}.', { call: which });
}

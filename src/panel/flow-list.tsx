import type { Flow } from '../model/flow.ts';
import { worstSeverity } from '../model/problem.ts';
import { CountChip, StateChip } from './chips.tsx';
import type { Store } from './store.ts';
import { useNow } from './use-now.ts';
import { countOf, formatDuration, formatTime } from './words.ts';

/** Id of the entry for the calls that stand in no flow. */
export const NO_FLOW = 'none';

/** The flows by start, and the calls without one as the last entry. */
export function FlowList({ store }: { store: Store }) {
  const now = useNow();
  const flows = store.flows.value;
  const lone = store.withoutFlow.value;
  const ids = [...flows.map((flow) => flow.id), ...(lone.length > 0 ? [NO_FLOW] : [])];
  const selected = store.selectedFlowId.value;
  const move = (event: KeyboardEvent) => {
    const at = selected === undefined ? -1 : ids.indexOf(selected);
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: ids.length - 1 }[event.key];
    const id = to === undefined ? undefined : ids[to];
    if (id === undefined) return;
    event.preventDefault();
    store.selectFlow(id);
    document.getElementById(optionId(id))?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div
      class="flow-list"
      role="listbox"
      aria-label="Flows"
      tabIndex={0}
      aria-activedescendant={
        selected !== undefined && ids.includes(selected) ? optionId(selected) : undefined
      }
      onKeyDown={move}
    >
      {flows.map((flow) => (
        <FlowOption key={flow.id} flow={flow} store={store} now={now} selected={flow.id === selected} />
      ))}
      {lone.length > 0 && (
        <div
          role="option"
          id={optionId(NO_FLOW)}
          class={selected === NO_FLOW ? 'flow-option selected' : 'flow-option'}
          aria-selected={selected === NO_FLOW}
          onClick={() => store.selectFlow(NO_FLOW)}
        >
          <span>
            <span class="chip chip-quiet">no flow</span> {countOf(lone.length, 'call')}
          </span>
          <span />
          <small>Calls of token and identity, and calls whose flow is unknown</small>
        </div>
      )}
    </div>
  );
}

const optionId = (id: string) => `flow-${id}`;

function FlowOption({
  flow,
  store,
  now,
  selected,
}: {
  flow: Flow;
  store: Store;
  now: number;
  selected: boolean;
}) {
  const problems = flow.calls.flatMap((call) => store.log.problemsOf(call));
  const worst = worstSeverity(problems);
  const count = problems.filter(({ severity }) => severity === worst).length;
  const environment = flow.calls[0]?.environment?.id;
  return (
    <div
      role="option"
      id={optionId(flow.id)}
      class={selected ? 'flow-option selected' : 'flow-option'}
      aria-selected={selected}
      onClick={() => store.selectFlow(flow.id)}
    >
      <span>
        <StateChip state={flow.stateAt(now)} /> {flow.kind?.id}{' '}
        {flow.correlationId && <code title={flow.correlationId}>{flow.correlationId.slice(0, 8)}</code>}
      </span>
      <span>{formatDuration(flow.duration)}</span>
      <small>
        {countOf(flow.calls.length, 'call')} · {formatTime(flow.startedAt).slice(0, 8)}
        {environment && ` · ${environment}`}
      </small>
      <span class="flow-worst">{worst && <CountChip severity={worst} count={count} />}</span>
    </div>
  );
}

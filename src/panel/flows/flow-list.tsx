import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Flow } from '../../model/flows/flow.ts';
import { countCalls } from '../../model/words/names.ts';
import { t } from '../../model/words/words.ts';
import type { Host } from '../host.ts';
import { NO_FLOW, type Store } from '../store.ts';
import { useNow } from '../use-now.ts';
import { useVirtualRows } from '../use-virtual-rows.ts';
import { FilterBar } from './filter-bar.tsx';
import { type FlowFilter, filterFlows } from './flow-filter.ts';
import './flow-list.css';
import { FlowOption, optionId } from './flow-option.tsx';
import { togglePin } from './pin-button.tsx';
import { useScrollAnchor } from './use-scroll-anchor.ts';

const ROW_HEIGHT = 46;

/** The flows by start, and the calls without one as the last entry. Only what is in view is drawn and judged. */
export function FlowList({ store, host }: { store: Store; host: Host }) {
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();
  const filter = useSignal<FlowFilter>({ state: undefined, kind: undefined });
  const all = store.flows.value;
  const flows = filterFlows(all, filter.value, now);
  // A filter that is set can be taken back, however few flows are left.
  const isNarrowed = filter.value.state !== undefined || filter.value.kind !== undefined;
  const lone = store.withoutFlow.value.length;
  const ids = useMemo(
    () => [...flows.map(({ id }) => id), ...(lone > 0 ? [NO_FLOW] : [])],
    [flows, lone > 0],
  );
  const view = useVirtualRows(scroller, ids.length, ROW_HEIGHT);
  useScrollAnchor(scroller, ids, ROW_HEIGHT);
  const selected = store.selectedFlowId.value;
  const copy = (flow: Flow) => {
    if (flow.correlationId !== null)
      host.copy(flow.correlationId).catch((error: unknown) => console.error(error));
  };
  const key = (event: KeyboardEvent) => {
    const at = selected === undefined ? -1 : ids.indexOf(selected);
    if (event.key === 'c' && (event.ctrlKey || event.metaKey) && flows[at]) return copy(flows[at]);
    if (event.key === 'p' && !event.ctrlKey && !event.metaKey && !event.altKey && flows[at])
      return togglePin(store, flows[at]);
    const to = { ArrowDown: at + 1, ArrowUp: Math.max(0, at - 1), Home: 0, End: ids.length - 1 }[event.key];
    const id = to === undefined ? undefined : ids[to];
    if (id === undefined || to === undefined) return;
    event.preventDefault();
    store.selectFlow(id);
    view.scrollTo(to);
  };
  const inView = selected !== undefined && ids.slice(view.from, view.to).includes(selected);
  return (
    <div class="flow-side-list">
      {(all.length > 1 || isNarrowed) && <FilterBar flows={all} filter={filter} shown={flows.length} />}
      <div
        class="flow-list"
        role="listbox"
        aria-label={t('Flows')}
        tabIndex={0}
        ref={scroller}
        aria-activedescendant={inView ? optionId(selected) : undefined}
        onKeyDown={key}
      >
        <div
          class="flow-rows"
          role="presentation"
          style={{ height: `${view.height}px`, paddingTop: `${view.before}px` }}
        >
          {ids.slice(view.from, view.to).map((id, place) => {
            const index = view.from + place;
            const flow = flows[index];
            if (!flow)
              return <LoneOption key={place} store={store} index={index} selected={id === selected} />;
            return (
              <FlowOption
                key={place}
                flow={flow}
                store={store}
                now={now}
                selected={flow.id === selected}
                index={index}
                count={ids.length}
                onCopy={copy}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

const LoneOption = ({ store, index, selected }: { store: Store; index: number; selected: boolean }) => (
  <div
    role="option"
    id={optionId(NO_FLOW)}
    class={selected ? 'flow-option selected' : 'flow-option'}
    aria-selected={selected}
    aria-setsize={index + 1}
    aria-posinset={index + 1}
    onClick={() => store.selectFlow(NO_FLOW)}
  >
    <span>
      <span class="chip chip-quiet">{t('no flow')}</span> {countCalls(store.withoutFlow.value.length)}
    </span>
    <span />
    <small title={t('Calls of no flow, and calls whose flow is unknown')}>
      {t('Calls of no flow, and calls whose flow is unknown')}
    </small>
    <span />
  </div>
);

import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Flow } from '../../model/flows/flow.ts';
import { countCalls } from '../../model/words/names.ts';
import { t } from '../../model/words/words.ts';
import type { Host } from '../host.ts';
import { NO_FLOW, type Store } from '../store.ts';
import { useKeepInView } from '../use-keep-in-view.ts';
import { useNow } from '../use-now.ts';
import { useSize } from '../use-size.ts';
import { useVirtualRows } from '../use-virtual-rows.ts';
import { FilterBar } from './filter-bar.tsx';
import { type FlowFilter, filterFlows } from './flow-filter.ts';
import './flow-list.css';
import { FlowOption, optionClass, optionId } from './flow-option.tsx';
import { togglePin } from './pin-button.tsx';
import { useScrollAnchor } from './use-scroll-anchor.ts';

const ROW_HEIGHT = 46;

/** The list gives way to the chosen flow, as in flows.css: to choose one with every key would end the walk. */
const isStacked = (): boolean => matchMedia('(max-width: 560px)').matches;

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
  /** Where the keys are: at the chosen flow, or at the one that was chosen last or will be. */
  const cursor = useSignal(selected);
  const at = cursor.value === undefined ? -1 : ids.indexOf(cursor.value);
  const bringIntoView = () => {
    const index = ids.indexOf(cursor.peek() ?? '');
    if (index >= 0) view.scrollTo(index);
  };
  const { height } = useSize(scroller) ?? {};
  useLayoutEffect(() => {
    cursor.value = selected ?? cursor.peek();
    bringIntoView();
    // No height: the list has given way to what is chosen, and forgets where it was scrolled to.
  }, [selected, height === 0]);
  useKeepInView(scroller, { height, top: at * ROW_HEIGHT, bottom: (at + 1) * ROW_HEIGHT }, bringIntoView);
  const copy = (flow: Flow) => {
    if (flow.correlationId !== null)
      host.copy(flow.correlationId).catch((error: unknown) => console.error(error));
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'c' && (event.ctrlKey || event.metaKey) && flows[at]) return copy(flows[at]);
    if (event.key === 'p' && !event.ctrlKey && !event.metaKey && !event.altKey && flows[at])
      return togglePin(store, flows[at]);
    const last = ids.length - 1;
    const page = Math.max(1, Math.floor((height ?? 0) / ROW_HEIGHT) - 1);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: Math.max(0, at - 1),
      PageDown: Math.min(last, at + page),
      PageUp: Math.max(0, at - page),
      Home: 0,
      End: last,
      Enter: at,
    }[event.key];
    const id = to === undefined ? undefined : ids[to];
    if (id === undefined || to === undefined) return;
    event.preventDefault();
    cursor.value = id;
    if (event.key === 'Enter' || !isStacked()) store.selectFlow(id);
    view.scrollTo(to);
  };
  const active = at >= view.from && at < view.to ? ids[at] : undefined;
  return (
    <div class="flow-side-list">
      {(all.length > 1 || isNarrowed) && <FilterBar flows={all} filter={filter} shown={flows.length} />}
      <div
        class="flow-list"
        role="listbox"
        aria-label={t('Flows')}
        tabIndex={0}
        ref={scroller}
        aria-activedescendant={active === undefined ? undefined : optionId(active)}
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
              return (
                <LoneOption
                  key={place}
                  store={store}
                  selected={id === selected}
                  cursor={index === at}
                  index={index}
                />
              );
            return (
              <FlowOption
                key={place}
                flow={flow}
                store={store}
                now={now}
                selected={flow.id === selected}
                cursor={index === at}
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

interface LoneProps {
  store: Store;
  selected: boolean;
  cursor: boolean;
  index: number;
}

const LoneOption = ({ store, selected, cursor, index }: LoneProps) => (
  <div
    role="option"
    id={optionId(NO_FLOW)}
    class={optionClass(selected, cursor)}
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

import { useRef } from 'preact/hooks';
import type { Call } from '../model/call.ts';
import { formatBytes, formatDuration } from '../model/format.ts';
import type { NavigationMark } from '../model/log.ts';
import { parseUrl } from '../model/url.ts';
import { VerdictChip } from './chips.tsx';
import { Icon } from './icons.tsx';
import type { Row, Store } from './store.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import { formatTime, statusOf } from './words.ts';

const ROW_HEIGHT = 22;

const columns = ['Verdict', 'Operation', 'Host', 'Status', 'Flow', 'Start', 'Duration', 'Size'] as const;

/** The grid of calls: arrow keys move the choice, Escape closes the details. */
export function CallsGrid({ store, compact }: { store: Store; compact: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = store.rows.value;
  const { items, height, scrollTo } = useVirtualRows(scroller, rows.length, ROW_HEIGHT);
  const selectedId = store.selectedCallId.value;
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && selectedId !== undefined) {
      // Chromium's DevTools listens at the document, and would open its drawer.
      event.stopPropagation();
      return store.selectCall(undefined);
    }
    const at = rows.findIndex((row) => row.id === selectedId);
    const target = targetOf(event.key, at, rows);
    const row = target === undefined ? undefined : rows[target];
    if (!row || target === undefined) return;
    event.preventDefault();
    store.selectCall(row.id);
    scrollTo(target);
  };
  const first = rows.find((row) => 'call' in row);
  const scale = spanOf(first && 'call' in first ? first.call : undefined, rows);
  return (
    <div
      class={compact ? 'grid compact' : 'grid'}
      role="grid"
      aria-label="Calls"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      aria-activedescendant={
        selectedId && items.some((item) => rows[item.index]?.id === selectedId)
          ? `row-${selectedId}`
          : undefined
      }
      onKeyDown={move}
      ref={scroller}
    >
      <div role="row" class="grid-row grid-head" aria-rowindex={1}>
        {columns.map((name) => (
          <span key={name} role="columnheader" class={`col-${name.toLowerCase()}`}>
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" class="grid-body" style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return 'mark' in row ? (
            <MarkRow key={row.id} mark={row.mark} top={start} index={index} />
          ) : (
            <CallRow
              key={row.id}
              call={row.call}
              store={store}
              top={start}
              index={index}
              selected={row.id === selectedId}
              scale={scale}
            />
          );
        })}
      </div>
    </div>
  );
}

function targetOf(key: string, at: number, rows: readonly Row[]): number | undefined {
  const last = rows.length - 1;
  const nearest = (from: number, step: 1 | -1) => {
    let index = from;
    while (rows[index] && !('call' in (rows[index] ?? {}))) index += step;
    return rows[index] ? index : undefined;
  };
  switch (key) {
    case 'ArrowDown':
      return nearest(at + 1, 1);
    case 'ArrowUp':
      return at < 0 ? nearest(last, -1) : nearest(at - 1, -1);
    case 'PageDown':
      return nearest(Math.min(last, at + 20), -1);
    case 'PageUp':
      return nearest(Math.max(0, at - 20), 1);
    case 'Home':
      return nearest(0, 1);
    case 'End':
      return nearest(last, -1);
    default:
      return undefined;
  }
}

/** The time that the waterfall spans, in ms since the epoch. */
function spanOf(first: Call | undefined, rows: readonly Row[]): { from: number; to: number } {
  const from = first?.exchange.startedAt ?? 0;
  const last = rows.at(-1);
  const to = last && 'call' in last ? last.call.exchange.startedAt + last.call.exchange.duration : from + 1;
  return { from, to: Math.max(to, from + 1) };
}

interface CallRowProps {
  call: Call;
  store: Store;
  /** CSS pixels from the top of the body. */
  top: number;
  index: number;
  selected: boolean;
  scale: { from: number; to: number };
}

function CallRow({ call, store, top, index, selected, scale }: CallRowProps) {
  const { exchange, operation } = call;
  const { log } = store;
  const verdict = log.verdictOf(call);
  const flow = log.flows.flowOf(exchange.id);
  const host = parseUrl(exchange.request.url)?.host ?? '';
  const bytes = exchange.response?.body?.bytes;
  const width = scale.to - scale.from;
  return (
    <div
      role="row"
      id={`row-${exchange.id}`}
      class={`grid-row${selected ? ' selected' : ''}${exchange.failure || (exchange.response?.status ?? 0) >= 400 ? ' failed' : ''}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => store.selectCall(exchange.id)}
    >
      <span role="gridcell" class="col-verdict">
        <VerdictChip verdict={verdict} />
      </span>
      <span
        role="gridcell"
        class="col-operation"
        title={`${exchange.request.method} ${exchange.request.url}`}
      >
        {operation.id}
        {exchange.origin === 'replay' && <span class="tag">replay</span>}
        {call.notes.some(({ code }) => code === 'method') && (
          <span class="tag">{exchange.request.method}</span>
        )}
      </span>
      <span role="gridcell" class="col-host" title={host}>
        {call.environment?.id ?? host}
      </span>
      <span role="gridcell" class="col-status">
        {statusOf(call)}
      </span>
      <span role="gridcell" class="col-flow">
        {flow?.correlationId ? flow.correlationId.slice(0, 8) : ''}
      </span>
      <span role="gridcell" class="col-start">
        {formatTime(exchange.startedAt)}
      </span>
      <span role="gridcell" class="col-duration">
        <span class="duration-text">{formatDuration(exchange.duration)}</span>
        <svg class="waterfall" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 1000 10">
          <rect
            x={((exchange.startedAt - scale.from) / width) * 990}
            y="2"
            width={Math.max(8, (exchange.duration / width) * 1000)}
            height="6"
          />
        </svg>
      </span>
      <span role="gridcell" class="col-size">
        {bytes === undefined ? '' : formatBytes(bytes)}
      </span>
    </div>
  );
}

function MarkRow({ mark, top, index }: { mark: NavigationMark; top: number; index: number }) {
  return (
    <div
      role="row"
      class="grid-row mark"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" aria-colspan={columns.length}>
        <Icon name="navigation" /> Navigated to {mark.url}
      </span>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CallColumn } from '../../model/filter/call-order.ts';
import { t } from '../../model/words/words.ts';
import type { CallsStore } from './calls-store.ts';
import { columns } from './columns.tsx';

const STEP = 16;

interface Props {
  calls: CallsStore;
  shown: readonly CallColumn[];
  /** Opens the menu of columns with its corner at a place in the window, in CSS pixels. */
  onMenu: (at: { x: number; y: number }) => void;
}

/**
 * The head of the grid: a click or Enter sorts, an edge can be dragged, the context menu chooses columns.
 * One tab stop; the arrow keys go from column to column.
 */
export function GridHead({ calls, shown, onMenu }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const active = useSignal<CallColumn | undefined>(undefined);
  const order = calls.order.value;
  const stop = active.value && shown.includes(active.value) ? active.value : shown[0];
  const cellOf = (column: CallColumn | undefined) =>
    column && root.current?.querySelector<HTMLElement>(`.col-${column}`);
  const resizeBy = (column: CallColumn, change: number) =>
    calls.resizeColumn(column, (cellOf(column)?.offsetWidth ?? columns[column].width) + change);

  const openMenu = (column: CallColumn, at?: { x: number; y: number }) => {
    active.value = column;
    const box = cellOf(column)?.getBoundingClientRect();
    onMenu(at ?? { x: box?.left ?? 0, y: box?.bottom ?? 0 });
  };
  const key = (event: KeyboardEvent, column: CallColumn) => {
    const here = shown.indexOf(column);
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(column);
    else if (event.key === 'Enter' || event.key === ' ') calls.sortBy(column);
    else if (event.shiftKey && event.key === 'ArrowRight') resizeBy(column, STEP);
    else if (event.shiftKey && event.key === 'ArrowLeft') resizeBy(column, -STEP);
    else if (event.key === 'ArrowDown') root.current?.closest<HTMLElement>('[role=grid]')?.focus();
    else {
      const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: shown.length - 1 }[event.key];
      const target = to === undefined ? undefined : shown[to];
      if (!target) return;
      active.value = target;
      cellOf(target)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const drag = (event: PointerEvent, column: CallColumn) => {
    if (event.buttons !== 1) return;
    const left = cellOf(column)?.getBoundingClientRect().left;
    if (left !== undefined) calls.resizeColumn(column, event.clientX - left);
  };

  return (
    <div role="row" class="grid-row grid-head" aria-rowindex={1} ref={root}>
      {shown.map((column) => (
        <span
          key={column}
          role="columnheader"
          class={`col-${column}`}
          tabIndex={column === stop ? 0 : -1}
          aria-sort={order.column !== column ? 'none' : order.descending ? 'descending' : 'ascending'}
          aria-description={
            column === stop
              ? t('Enter sorts. Shift and an arrow key change the width. Shift+F10 chooses columns.')
              : undefined
          }
          title={t('Sort by {label}; right-click to choose columns', {
            label: columns[column].label().toLowerCase(),
          })}
          onClick={() => {
            active.value = column;
            calls.sortBy(column);
          }}
          onKeyDown={(event) => key(event, column)}
          onContextMenu={(event) => {
            event.preventDefault();
            event.stopPropagation();
            openMenu(column, event.clientX > 0 ? { x: event.clientX, y: event.clientY } : undefined);
          }}
        >
          {columns[column].label()}
          {order.column === column && <span aria-hidden="true">{order.descending ? ' ▾' : ' ▴'}</span>}
          <span
            class="edge"
            aria-hidden="true"
            onClick={(event) => event.stopPropagation()}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => drag(event, column)}
          />
        </span>
      ))}
    </div>
  );
}

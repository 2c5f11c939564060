import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isByTime } from '../../model/filter/call-order.ts';
import { t, tn } from '../../model/words/words.ts';
import { lazy } from '../lazy.tsx';
import { useKeepInView } from '../use-keep-in-view.ts';
import { useSize } from '../use-size.ts';
import { useVirtualRows } from '../use-virtual-rows.ts';
import { CallRow, MarkRow, rowId } from './call-row.tsx';
import { shownColumns, tracksOf } from './columns.tsx';
import { GridHead } from './grid-head.tsx';
import type { RowActions } from './row-actions.ts';
import { useFollowNewest } from './use-follow-newest.ts';

const ROW_HEIGHT = 22;

// What is wanted at a click only is loaded at the first.
const ColumnMenu = lazy(() => import('./column-menu.tsx').then((module) => module.ColumnMenu));
const RowMenu = lazy(() => import('./row-menu.tsx').then((module) => module.RowMenu));
const copy = (actions: RowActions): void => {
  import('./row-actions.ts').then(
    ({ copyRows }) => copyRows(actions),
    (error: unknown) => console.error(error),
  );
};

/** The grid of calls, with the keys and habits of the browser's own Network panel. */
export function CallsGrid({ actions }: { actions: RowActions }) {
  const { calls, store } = actions;
  const scroller = useRef<HTMLDivElement>(null);
  const columnMenuAt = useSignal<{ x: number; y: number } | undefined>(undefined);
  const menuAt = useSignal<{ x: number; y: number } | undefined>(undefined);
  const { list, selection } = calls;
  const { rows } = list;
  const order = calls.order.value;
  const toEnd = isByTime(order) && !order.descending && calls.following.value;
  const options = { head: ROW_HEIGHT, toEnd };
  const view = useVirtualRows(scroller, rows.length, ROW_HEIGHT, options);
  const newest = useFollowNewest(scroller, calls, ROW_HEIGHT);
  const { width = 0, height } = useSize(scroller) ?? {};
  const layout = calls.layout.value;
  const shown = shownColumns(layout, width);
  const { tracks, least } = tracksOf(shown, layout, width);
  const ids = selection.ids.value;
  const cursor = selection.cursor.value;
  const cursorAt = cursor === undefined ? -1 : list.indexOf(cursor);

  const scrollTo = (index: number) => {
    view.scrollTo(index);
    newest.hold();
  };
  useKeepInView(scroller, { height, top: cursorAt * ROW_HEIGHT, bottom: (cursorAt + 2) * ROW_HEIGHT }, () =>
    scrollTo(cursorAt),
  );

  const chosen = store.selectedCallId.value;
  // It may have been chosen elsewhere, or put elsewhere by another order.
  useLayoutEffect(() => {
    if (chosen === undefined || cursorAt < 0) return;
    calls.following.value = false;
    scrollTo(cursorAt);
  }, [chosen, order]);

  /** The details follow the cursor while they are open. */
  const settle = () => {
    calls.following.value = false;
    if (store.selectedCallId.peek() !== undefined) calls.open(selection.cursor.peek());
  };
  const moveTo = (index: number, direction: 1 | -1, extend: boolean) => {
    const reached = selection.moveTo(index, direction, extend);
    if (reached === undefined) return;
    scrollTo(reached);
    settle();
  };
  const openMenu = (at?: { x: number; y: number }) => {
    const box = document.getElementById(rowId(cursor ?? ''))?.getBoundingClientRect();
    menuAt.value = at ?? { x: (box?.left ?? 0) + 24, y: box?.bottom ?? 0 };
  };
  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const extend = event.shiftKey;
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key === 'a') selection.chooseAll();
    else if (ctrl && event.key === 'c') copy(actions);
    else if (ctrl && event.key === 'z') calls.undoDelete();
    else if (ctrl || event.altKey) return;
    else if (event.key === 'ArrowDown') moveTo(cursorAt + 1, 1, extend);
    else if (event.key === 'ArrowUp') moveTo(cursorAt < 0 ? rows.length - 1 : cursorAt - 1, -1, extend);
    else if (event.key === 'PageDown') moveTo(Math.max(cursorAt, 0) + page, 1, extend);
    else if (event.key === 'PageUp') moveTo(Math.max(cursorAt, 0) - page, -1, extend);
    else if (event.key === 'Home') moveTo(0, 1, extend);
    else if (event.key === 'End') moveTo(rows.length - 1, -1, extend);
    else if (event.key === 'Enter' && cursorAt >= 0) calls.open(cursor);
    else if (event.key === 'Delete') calls.deleteSelected();
    else if ((event.key === 'ContextMenu' || (event.key === 'F10' && extend)) && cursorAt >= 0) openMenu();
    else if (event.key === 'Escape' && store.selectedCallId.peek() !== undefined) calls.open(undefined);
    else if (event.key === 'Escape' && ids.size > 0) selection.clear();
    else return;
    event.preventDefault();
    // Chromium's DevTools listens at the document: Escape would open its drawer.
    event.stopPropagation();
  };
  const click = (event: MouseEvent) => {
    const id = callAt(event);
    if (id === undefined) return;
    if (event.shiftKey) selection.extendTo(id);
    else if (event.ctrlKey || event.metaKey) selection.toggle(id);
    else {
      selection.choose(id);
      calls.open(id);
    }
    settle();
  };
  const contextMenu = (event: MouseEvent) => {
    const id = callAt(event);
    if (id !== undefined && !ids.has(id)) selection.choose(id);
    event.preventDefault();
    if (id !== undefined) openMenu({ x: event.clientX, y: event.clientY });
    // The ContextMenu key comes as an event at the grid itself.
    else if (event.target === event.currentTarget && cursorAt >= 0) openMenu();
  };

  const away = isByTime(order) && !calls.following.value && !(order.descending ? view.atStart : view.atEnd);
  return (
    <div class="grid-frame">
      <div
        class="grid"
        role="grid"
        aria-label={t('Calls')}
        aria-multiselectable={true}
        aria-rowcount={rows.length + 1}
        aria-colcount={shown.length}
        tabIndex={0}
        style={{ '--tracks': tracks, '--least': `${least}px` }}
        aria-activedescendant={
          cursor !== undefined && cursorAt >= view.from && cursorAt < view.to ? rowId(cursor) : undefined
        }
        onKeyDown={key}
        onScroll={newest.onScroll}
        onContextMenu={contextMenu}
        ref={scroller}
      >
        <GridHead calls={calls} shown={shown} onMenu={(at) => (columnMenuAt.value = at)} />
        <div
          role="rowgroup"
          class="grid-body"
          style={{ height: `${view.height}px`, paddingTop: `${view.before}px` }}
          onClick={click}
        >
          {rows.slice(view.from, view.to).map((row, place) => {
            const index = view.from + place;
            return 'mark' in row ? (
              <MarkRow key={place} mark={row.mark} index={index} span={shown.length} />
            ) : (
              <CallRow
                key={place}
                call={row.call}
                log={store.log}
                shown={shown}
                index={index}
                selected={ids.has(row.id)}
                cursor={row.id === cursor}
                scale={list.span}
              />
            );
          })}
        </div>
      </div>
      {away && <JumpToNewest count={list.calls} onJump={newest.follow} />}
      {columnMenuAt.value && (
        <ColumnMenu
          calls={calls}
          at={columnMenuAt.value}
          onClose={(restore) => {
            columnMenuAt.value = undefined;
            if (restore) scroller.current?.querySelector<HTMLElement>('.grid-head [tabindex="0"]')?.focus();
          }}
        />
      )}
      {menuAt.value && (
        <RowMenu
          actions={actions}
          at={menuAt.value}
          onClose={(restore) => {
            menuAt.value = undefined;
            if (restore) scroller.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** The id of the call whose row was clicked. */
function callAt({ target }: MouseEvent): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-call]')?.dataset.call : undefined;
}

/** Stands over the grid while its newest row is out of sight, and counts what has come since. */
function JumpToNewest({ count, onJump }: { count: number; onJump: () => void }) {
  const before = useRef(count);
  const come = count - before.current;
  return (
    <button type="button" class="button jump" onClick={onJump}>
      {come > 0
        ? tn(come, { one: 'Jump to newest ({count} new)', other: 'Jump to newest ({count} new)' })
        : t('Jump to newest')}
    </button>
  );
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isByTime } from '../../model/filter/call-order.ts';
import type { CallsStore } from './calls-store.ts';

/** So near to the end, in CSS pixels, counts as there. */
const NEAR = 4;

/**
 * Keeps the newest row in view while the reader has not scrolled away from it; else what is read stays where it is,
 * whatever comes and goes above. Costs the same at any length.
 */
export function useFollowNewest(
  scroller: RefObject<HTMLElement | null>,
  calls: CallsStore,
  rowHeight: number,
): { follow: () => void; hold: () => void; onScroll: () => void } {
  /** The row at the top, how far it is scrolled out, and which arrangement that was in. */
  const anchor = useRef<{ id: string; offset: number; arranged: number } | undefined>(undefined);
  const { list } = calls;
  const byTime = isByTime(calls.order.value);
  const { descending } = calls.order.value;

  const hold = (current: HTMLElement) => {
    const at = Math.floor(current.scrollTop / rowHeight);
    const row = list.rows[at];
    calls.scrollTop = current.scrollTop;
    anchor.current = row && {
      id: row.id,
      offset: current.scrollTop - at * rowHeight,
      arranged: calls.arranged,
    };
  };
  const toNewest = (current: HTMLElement) => {
    current.scrollTop = descending ? 0 : current.scrollHeight;
  };

  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const isShownAgain = anchor.current === undefined;
    if (byTime && calls.following.peek()) toNewest(current);
    else if (isShownAgain) current.scrollTop = calls.scrollTop;
    else if (anchor.current?.arranged === calls.arranged && current.scrollTop > 0) {
      const index = list.indexOf(anchor.current.id);
      const wanted = index * rowHeight + anchor.current.offset;
      if (index >= 0 && Math.abs(wanted - current.scrollTop) >= 1) current.scrollTop = wanted;
    }
    hold(current);
  });

  return {
    follow: () => {
      calls.following.value = true;
      if (scroller.current) toNewest(scroller.current);
    },
    // The event of a scroll by script comes after the next drawing.
    hold: () => {
      if (scroller.current) hold(scroller.current);
    },
    onScroll: () => {
      const { current } = scroller;
      if (!current) return;
      const left = current.scrollHeight - current.clientHeight - current.scrollTop;
      calls.following.value = (descending ? current.scrollTop : left) <= NEAR;
      hold(current);
    },
  };
}

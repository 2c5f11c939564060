import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

interface VirtualRow {
  index: number;
  /** CSS pixels from the top of the first row. */
  start: number;
}

interface VirtualRows {
  items: VirtualRow[];
  /** Whether the first row is in view, and whether the last one is. */
  atStart: boolean;
  atEnd: boolean;
  /** CSS pixels of all rows together. */
  height: number;
  /** Scrolls as little as is needed to bring a row into view. */
  scrollTo: (index: number) => void;
}

/** Rows drawn above and below those in view, so that a turn of the wheel finds them there. */
const MARGIN = 10;

/**
 * The rows of a long list that are in view, all of one height: what is drawn and counted stays small at any length.
 * `head` is the height of a line above the rows that stays in view.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  head = 0,
): VirtualRows {
  const [view, setView] = useState({ from: 0, to: 0 });
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return undefined;
    const look = () => {
      const from = Math.floor(current.scrollTop / rowHeight);
      const to = Math.ceil((current.scrollTop + current.clientHeight - head) / rowHeight);
      setView((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight, head]);
  // Where rows have gone, the browser has yet to tell that it scrolled back.
  const from = Math.max(0, Math.min(view.from, count - (view.to - view.from)) - MARGIN);
  const to = Math.min(count, view.to + MARGIN);
  return {
    items: Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
      index: from + at,
      start: (from + at) * rowHeight,
    })),
    atStart: view.from === 0,
    atEnd: view.to >= count,
    height: count * rowHeight,
    scrollTo: (index) => {
      const { current } = scroller;
      if (!current) return;
      const top = index * rowHeight;
      const lowest = top + rowHeight + head - current.clientHeight;
      if (top < current.scrollTop) current.scrollTop = top;
      else if (current.scrollTop < lowest) current.scrollTop = lowest;
    },
  };
}

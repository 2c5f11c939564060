import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface VirtualRows {
  /** The rows to draw, from 0: those in view and a few around them. */
  from: number;
  to: number;
  /** CSS pixels of all rows together, and of those before the first that is drawn. */
  height: number;
  before: number;
  /** Whether the first row is in view, and whether the last one is. */
  atStart: boolean;
  atEnd: boolean;
  /** Scrolls as little as is needed to bring a row into view. */
  scrollTo: (index: number) => void;
}

interface Options {
  /** Height of a line above the rows that stays in view, in CSS pixels. */
  head?: number;
  /** The list will be scrolled to its end as soon as it is drawn: the last rows are drawn at once. */
  toEnd?: boolean;
}

/** Rows drawn above and below those in view, so that a turn of the wheel finds them there. */
const MARGIN = 3;

/**
 * The rows of a long list that are in view, all of one height: what is drawn and counted stays small at any length.
 * Draw them with their place among the drawn ones as key: then scrolling changes texts and makes no elements.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  { head = 0, toEnd = false }: Options = {},
): VirtualRows {
  const view = useRef({ from: 0, shown: 0 });
  const [, redraw] = useState({});
  useLayoutEffect(() => {
    const { current } = scroller;
    if (!current) return undefined;
    const look = () => {
      const from = Math.floor(current.scrollTop / rowHeight);
      const shown = Math.ceil((current.scrollTop + current.clientHeight - head) / rowHeight) - from;
      if (view.current.from === from && view.current.shown === shown) return;
      view.current = { from, shown };
      redraw({});
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
  const { shown } = view.current;
  const last = Math.max(0, count - shown);
  if (toEnd) view.current = { from: last, shown };
  const first = Math.min(view.current.from, last);
  const from = Math.max(0, first - MARGIN);
  return {
    from,
    to: Math.min(count, first + shown + MARGIN),
    height: count * rowHeight,
    before: from * rowHeight,
    atStart: first === 0,
    atEnd: first + shown >= count,
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

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps what the reader looks at where it is when rows of one height come or go above it. Where the top is in view,
 * nothing is held: what comes is shown.
 */
export function useScrollAnchor(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  rowHeight: number,
): void {
  const before = useRef<readonly string[]>(ids);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = ids;
    const { current } = scroller;
    if (!current || old === ids || current.scrollTop < 1) return;
    const at = Math.floor(current.scrollTop / rowHeight);
    const anchor = old[at];
    const now = anchor === undefined || ids[at] === anchor ? -1 : ids.indexOf(anchor);
    if (now >= 0) current.scrollTop += (now - at) * rowHeight;
  });
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Place {
  /** Height of the scrolled list; undefined before it is known. In CSS pixels, as are the others. */
  height: number | undefined;
  /** Where that which stays in view begins in the list, below 0 where there is no such thing, and where it ends. */
  top: number;
  bottom: number;
}

/** Keeps in view what was so when the list gets another height: the details of a call take a part of it. */
export function useKeepInView(
  scroller: RefObject<HTMLElement | null>,
  { height, top, bottom }: Place,
  bringIntoView: () => void,
): void {
  const before = useRef(height);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = height;
    const { current } = scroller;
    if (!current || was === undefined || top < 0) return;
    if (top >= current.scrollTop && bottom <= current.scrollTop + was) bringIntoView();
  }, [height]);
}

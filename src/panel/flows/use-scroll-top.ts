import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Steps of scrolling that are worth a new drawing, in CSS pixels. */
const STEP = 200;

/** How far an element is scrolled, in coarse steps: enough to know what is in view. */
export function useScrollTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const read = () => setTop(Math.floor(current.scrollTop / STEP) * STEP);
    read();
    current.addEventListener('scroll', read, { passive: true });
    return () => current.removeEventListener('scroll', read);
  }, [element]);
  return top;
}

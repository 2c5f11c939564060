import type { Band } from '../../model/flows/lay-out-diagram.ts';

/** The foot lies over the lowest lines of a picture, and the names of the lifelines stand on top; in CSS pixels. */
const FOOT = 40;
const HEAD = 30;

/** Scrolls a picture as little as shows a step. */
export function bringIntoView(scroller: HTMLElement, { top, height }: Pick<Band, 'top' | 'height'>): void {
  const last = top + height + FOOT - scroller.clientHeight;
  if (scroller.scrollTop < last) scroller.scrollTop = last;
  if (scroller.scrollTop > top - HEAD) scroller.scrollTop = Math.max(0, top - HEAD);
}

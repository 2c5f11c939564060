import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Band } from '../../model/flows/lay-out-diagram.ts';
import { bringIntoView } from './bring-into-view.ts';
import { bandId } from './diagram-band.tsx';

interface RovingStep {
  /** The one step that Tab reaches. */
  activeId: string | undefined;
  setActive: (id: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One tab stop for all arrows of a picture; the arrow keys, Home and End move the focus, and the picture with it. */
export function useRovingStep(bands: readonly Band[], scroller: RefObject<HTMLElement | null>): RovingStep {
  const [chosen, setActive] = useState<string>();
  const moved = useRef(false);
  const activeId = bands.some(({ step }) => step.id === chosen) ? chosen : bands[0]?.step.id;
  useLayoutEffect(() => {
    if (!moved.current || activeId === undefined) return;
    moved.current = false;
    const arrow = document.getElementById(bandId(activeId));
    arrow?.focus({ preventScroll: true });
    const band = bands.find(({ step }) => step.id === activeId);
    const { current } = scroller;
    if (band && current) bringIntoView(current, band);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const at = bands.findIndex(({ step }) => step.id === activeId);
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: bands.length - 1,
    };
    const to = targets[event.key];
    const band = to === undefined ? undefined : bands[to];
    if (!band) return;
    event.preventDefault();
    moved.current = true;
    setActive(band.step.id);
  };
  return { activeId, setActive, onKeyDown };
}

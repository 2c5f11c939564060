import { useEffect } from 'preact/hooks';
import { afterDrawing } from '../after-drawing.ts';
import type { ReferenceDoor } from '../reference-door.ts';
import { useEscape } from '../use-escape.ts';

/** Goes back to where the reference was asked from, as Escape does; undefined where nobody asked. */
export function useWayBack(door: ReferenceDoor): (() => void) | undefined {
  const back = door.back.value;
  const leave = () => {
    back?.();
    // The problem is drawn anew; what led here gets the focus again.
    afterDrawing(() => document.querySelector<HTMLElement>('.problem-reference')?.focus());
  };
  useEscape(back && leave, (target) => !target.closest('dialog'));
  useEffect(
    () => () => {
      door.back.value = undefined;
    },
    [door],
  );
  return back && leave;
}

import { useLayoutEffect } from 'preact/hooks';

/** Calls `leave` when Escape is pressed, wherever the focus is; `here` says whether what has it is meant. */
export function useEscape(leave: (() => void) | undefined, here: (target: Element) => boolean): void {
  useLayoutEffect(() => {
    if (!leave) return;
    const key = (event: KeyboardEvent) => {
      const { key: name, target } = event;
      if (name !== 'Escape' || !(target instanceof Element) || !here(target)) return;
      // Chromium's DevTools listens at the document: it would open its drawer.
      event.preventDefault();
      event.stopPropagation();
      leave();
    };
    window.addEventListener('keydown', key, true);
    return () => window.removeEventListener('keydown', key, true);
  }, [leave]);
}

import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Control+F and / lead to a field that searches, unless an editor or another field has its own use for them. */
export function useSearchKey(input: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!input.current || !asksForSearch(event)) return;
      event.preventDefault();
      event.stopPropagation();
      input.current.focus();
      input.current.select();
    };
    // Chromium's DevTools listens at the document, and would open its own search.
    window.addEventListener('keydown', key, true);
    return () => window.removeEventListener('keydown', key, true);
  }, [input]);
}

function asksForSearch({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f') return !target.closest('.cm-editor');
  return key === '/' && !ctrlKey && !metaKey && !target.closest('input, textarea, select, [contenteditable]');
}

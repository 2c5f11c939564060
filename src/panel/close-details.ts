import { afterDrawing, isFocusLost } from './after-drawing.ts';
import type { Store } from './store.ts';

/** Closes the details of a call; the focus goes back to where the call was chosen. */
export function closeDetails(store: Store): void {
  const chosenIn = document.querySelector<HTMLElement>(
    '.grid, .picture [tabindex="0"], .story-call[aria-pressed="true"]',
  );
  store.selectCall(undefined);
  afterDrawing(() => {
    if (isFocusLost()) chosenIn?.focus();
  });
}

/** Closes them by Escape, unless what has the focus has its own use for it. */
export function closeDetailsByEscape(store: Store, event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || store.selectedCallId.peek() === undefined) return;
  // Chromium's DevTools listens at the document: it would open its drawer.
  event.stopPropagation();
  event.preventDefault();
  closeDetails(store);
}

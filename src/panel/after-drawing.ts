/**
 * Runs work as soon as what was changed just now is drawn: Preact draws in a microtask. To be used where the focus moves
 * to something new; a frame later its user may have it elsewhere already.
 */
export function afterDrawing(work: () => void): void {
  queueMicrotask(work);
}

/** Nothing has the focus: what had it is gone, or was put elsewhere in the document. */
export const isFocusLost = (): boolean => document.activeElement === document.body;

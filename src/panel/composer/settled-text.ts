import { effect, type ReadonlySignal, signal } from '@preact/signals';

/** A longer text is taken over when its writer pauses, not at every key; in UTF-16 units. */
const LONG = 200_000;
/** In ms. */
const PAUSE = 250;

/** Follows a text that somebody types, for work that would hold up the keys where the text is long. */
export function settledText(typed: () => string): ReadonlySignal<string> {
  const settled = signal('');
  effect(() => {
    const text = typed();
    if (text.length <= LONG) {
      settled.value = text;
      return undefined;
    }
    const timer = setTimeout(() => (settled.value = text), PAUSE);
    return () => clearTimeout(timer);
  });
  return settled;
}

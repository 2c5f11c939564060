import type { Signal } from '@preact/signals';

/** Uncovers a secret, and covers it again. */
export const ShowButton = ({ shown, of }: { shown: Signal<boolean>; of: string }) => (
  <button
    type="button"
    class="composer-show"
    aria-pressed={shown.value}
    aria-label={`Show ${of}`}
    onClick={() => (shown.value = !shown.value)}
  >
    {shown.value ? 'Hide' : 'Show'}
  </button>
);

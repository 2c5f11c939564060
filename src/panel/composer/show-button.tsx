import type { Signal } from '@preact/signals';
import { t } from '../../model/words/words.ts';

/** Uncovers a secret, and covers it again. */
export const ShowButton = ({ shown, of }: { shown: Signal<boolean>; of: string }) => (
  <button
    type="button"
    class="composer-show"
    aria-pressed={shown.value}
    aria-label={t('Show {of}', { of })}
    onClick={() => (shown.value = !shown.value)}
  >
    {shown.value ? t('Hide') : t('Show')}
  </button>
);

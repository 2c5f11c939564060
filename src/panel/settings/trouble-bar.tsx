import type { Signal } from '@preact/signals';
import { t } from '../../model/words/words.ts';

/** What is wrong with the stored settings, until it is closed. */
export const TroubleBar = ({ trouble }: { trouble: Signal<string | undefined> }) => (
  <p class="banner" role="alert">
    {trouble.value}{' '}
    <button
      type="button"
      class="button"
      onClick={() => {
        trouble.value = undefined;
      }}
    >
      {t('Close')}
    </button>
  </p>
);

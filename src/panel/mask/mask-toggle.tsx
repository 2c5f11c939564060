import { t } from '../../model/words/words.ts';
import type { Store } from '../store.ts';

/** Switches between what was captured and stand-ins for all that is personal or secret. */
export const MaskToggle = ({ store }: { store: Store }) => (
  <label
    class="check"
    title={t(
      'Show stand-ins for personal data, tokens and secrets, also in what is copied. What is sent stays as it is',
    )}
  >
    <input
      type="checkbox"
      checked={store.settings.value.mask}
      onChange={(event) => store.changeSettings({ mask: event.currentTarget.checked })}
    />
    {t('Mask')}
  </label>
);

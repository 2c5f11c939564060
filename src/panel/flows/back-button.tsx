import { t } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';

/** Back to the list, where the panel is too narrow to show it beside. */
export const BackButton = ({ store }: { store: Store }) => (
  <button
    type="button"
    class="tool flow-back"
    aria-label={t('Back to the flows')}
    onClick={() => store.selectFlow(undefined)}
  >
    <Icon name="back" />
  </button>
);

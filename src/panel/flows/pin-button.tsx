import type { Flow } from '../../model/flows/flow.ts';
import { t } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';

/** Pins a flow that is not pinned, and the other way round. */
export const togglePin = (store: Store, { id }: Flow): void => store.pinFlow(id, !store.log.isPinned(id));

/** Keeps the chosen flow when others go. */
export function PinButton({ flow, store }: { flow: Flow; store: Store }) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={t('Pin')}
      aria-pressed={store.log.isPinned(flow.id)}
      title={t('Keep this flow when the log is full and when the page navigates (P in the list)')}
      onClick={() => togglePin(store, flow)}
    >
      <Icon name="pin" />
    </button>
  );
}

/** Says in the list that a flow is pinned. */
export const PinnedMark = () => (
  <span class="flow-pinned" role="img" aria-label={t('pinned')} title={t('pinned')}>
    <Icon name="pin" />
  </span>
);

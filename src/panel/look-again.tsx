import { t } from '../model/words/words.ts';
import { lookWords } from './empty/look-words.ts';
import type { Host } from './host.ts';
import type { Store } from './store.ts';

/** Asks for requests that the browser hides; the empty log has a button of its own. */
export function LookAgain({ store, host }: { store: Store; host: Host }) {
  const look = store.look.value;
  return (
    <>
      <span role="status">{lookWords(look)}</span>
      <button
        type="button"
        class="footer-button"
        title={t(
          'A filter typed into Firefox’s own Network panel hides requests from extensions; this asks for them',
        )}
        disabled={look === 'under way' || store.disconnected.value}
        onClick={() => host.reconcile()}
      >
        {t('Look again')}
      </button>
    </>
  );
}

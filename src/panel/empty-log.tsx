import { t, tn, tParts } from '../model/words/words.ts';
import type { Host } from './host.ts';
import type { Store } from './store.ts';

/** Why the log may be empty, from what is known. */
export function EmptyLog({ store, host }: { store: Store; host: Host }) {
  const seen = store.requestsSeen.value;
  return (
    <div class="empty-log">
      <h2>{t('No V3 call yet')}</h2>
      {!store.recording.value && (
        <p class="tone-warning">{t('Recording is off. Press Record in the toolbar.')}</p>
      )}
      {seen === 0 ? (
        <p>
          {t(
            'Nothing was requested since DevTools was opened. Calls made before that are not known to the browser: reload the page.',
          )}
        </p>
      ) : (
        <p>
          {tParts(
            '{requests} of this page seen, none of them to V3: no Prove host, and no path that ends in a V3 path such as {example}.',
            {
              requests: tn(seen, { one: '{count} request', other: '{count} requests' }),
              example: <code>/v3/mfa</code>,
            },
          )}
        </p>
      )}
      <p class="quiet">
        {t(
          "In Firefox, a filter typed into the browser's own Network panel hides requests from extensions, and a call that begins while the panel looks again can be missed.",
        )}
      </p>
      <p>
        <button
          type="button"
          class="button"
          disabled={store.look.value === 'under way'}
          onClick={() => host.reconcile()}
        >
          {t('Look again')}
        </button>{' '}
        <button type="button" class="button" onClick={() => store.openView('composer')}>
          {t('Compose a call')}
        </button>
      </p>
      <p class="quiet" role="status">
        {wordsOf(store.look.value)}
      </p>
    </div>
  );
}

function wordsOf(look: Store['look']['value']): string {
  if (look === 'never') return '';
  if (look === 'under way') return t('Looking…');
  return look.found === null
    ? t('The browser did not answer. Look again in a moment.')
    : t('Looked again: the browser knows of no other V3 call.');
}

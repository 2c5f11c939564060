import { countCalls, countProblems } from '../model/words/names.ts';
import { formatNumber, t, tn } from '../model/words/words.ts';
import type { CallsStore } from './calls/calls-store.ts';
import type { Host } from './host.ts';
import { lazy } from './lazy.tsx';
import type { Store } from './store.ts';

/** Where the browser may hide requests, they can be asked for at any time. */
const LookAgain = lazy(() => import('./look-again.tsx').then((module) => module.LookAgain));

/** Counts, and what the bounds of the log have cost. */
export function Footer({ store, calls, host }: { store: Store; calls: CallsStore; host: Host }) {
  const { log } = store;
  const counts = log.counts();
  const filtered = store.settings.value.view === 'calls' && calls.filtered.value;
  const seen = store.requestsSeen.value;
  return (
    <footer class="footer" aria-label={t('Counts')}>
      {filtered ? (
        <span role="status">
          {tn(
            log.calls.length,
            { one: '{shown} of {count} call shown', other: '{shown} of {count} calls shown' },
            { shown: formatNumber(calls.list.calls) },
          )}
          {calls.searching.value && `, ${t('searching…')}`}
        </span>
      ) : (
        <span>{countCalls(log.calls.length)}</span>
      )}
      <span>{tn(store.flows.value.length, { one: '{count} flow', other: '{count} flows' })}</span>
      {counts.error > 0 && <span class="tone-error">{countProblems('error', counts.error)}</span>}
      {counts.warning > 0 && <span class="tone-warning">{countProblems('warning', counts.warning)}</span>}
      {store.captured.evicted > 0 && (
        <span>
          {tn(store.captured.evicted, {
            one: '{count} older call dropped',
            other: '{count} older calls dropped',
          })}
        </span>
      )}
      {store.captured.isCrowded && (
        <span
          class="tone-warning"
          title={t(
            'Unpin a flow, or raise the bounds in the settings: until then, few other calls are kept.',
          )}
        >
          {t('pinned flows fill the log')}
        </span>
      )}
      <span class="spring" />
      {!store.recording.value && <span class="tone-warning">{t('not recording')}</span>}
      {host.hidesRequests && log.calls.length > 0 && <LookAgain store={store} host={host} />}
      <span>{tn(seen, { one: '{count} request seen', other: '{count} requests seen' })}</span>
    </footer>
  );
}

import { countOf } from '../model/format.ts';
import type { CallsStore } from './calls/calls-store.ts';
import type { Store } from './store.ts';

/** Counts, and what the bounds of the log have cost. */
export function Footer({ store, calls }: { store: Store; calls: CallsStore }) {
  const { log } = store;
  const counts = log.counts();
  const filtered = store.settings.value.view === 'calls' && calls.filtered.value;
  const seen = store.requestsSeen.value;
  return (
    <footer class="footer" aria-label="Counts">
      {filtered ? (
        <span role="status">
          {calls.list.calls.toLocaleString('en')} of {countOf(log.calls.length, 'call')} shown
          {calls.searching.value && ', searching…'}
        </span>
      ) : (
        <span>{countOf(log.calls.length, 'call')}</span>
      )}
      <span>{countOf(store.flows.value.length, 'flow')}</span>
      {counts.error > 0 && <span class="tone-error">{countOf(counts.error, 'error')}</span>}
      {counts.warning > 0 && <span class="tone-warning">{countOf(counts.warning, 'warning')}</span>}
      {log.evicted > 0 && <span>{countOf(log.evicted, 'older call')} dropped</span>}
      <span class="spring" />
      {!store.recording.value && <span class="tone-warning">not recording</span>}
      <span>{countOf(seen, 'request')} seen</span>
    </footer>
  );
}

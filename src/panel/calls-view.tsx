import { CallDetails } from './call-details.tsx';
import { CallsGrid } from './calls-grid.tsx';
import type { ComposerDoor } from './composer-door.ts';
import { EmptyLog } from './empty-log.tsx';
import type { Host } from './host.ts';
import { Splitter } from './splitter.tsx';
import type { Store } from './store.ts';

/** All calls by start, with the details of the chosen one. */
export function CallsView({ store, host, composer }: { store: Store; host: Host; composer: ComposerDoor }) {
  if (store.rows.value.length === 0) return <EmptyLog store={store} host={host} />;
  const call = store.selectedCall.value;
  return (
    <Splitter
      width={store.settings.value.listWidth}
      label="Width of the list of calls"
      onResize={(listWidth) => store.changeSettings({ listWidth })}
    >
      <CallsGrid store={store} compact={call !== undefined} />
      {call && (
        <CallDetails key={call.exchange.id} call={call} store={store} host={host} composer={composer} />
      )}
    </Splitter>
  );
}

import { CallDetails } from './call-details.tsx';
import type { ComposerDoor } from './composer-door.ts';
import { EmptyLog } from './empty-log.tsx';
import { FlowList } from './flow-list.tsx';
import { FlowStory } from './flow-story.tsx';
import type { Host } from './host.ts';
import { Splitter } from './splitter.tsx';
import type { Store } from './store.ts';

/** The flows beside the calls of the chosen one, and the details of the chosen call below. */
export function FlowsView({ store, host, composer }: { store: Store; host: Host; composer: ComposerDoor }) {
  if (store.rows.value.length === 0) return <EmptyLog store={store} host={host} />;
  const call = store.selectedCall.value;
  return (
    <Splitter
      width={Math.min(store.settings.value.listWidth, 420)}
      label="Width of the list of flows"
      onResize={(listWidth) => store.changeSettings({ listWidth })}
    >
      <FlowList store={store} />
      <div class="flow-side">
        <FlowStory store={store} />
        {call && (
          <CallDetails key={call.exchange.id} call={call} store={store} host={host} composer={composer} />
        )}
      </div>
    </Splitter>
  );
}

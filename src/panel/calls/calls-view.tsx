import { useRef } from 'preact/hooks';
import type { Call } from '../../model/call.ts';
import { t } from '../../model/words/words.ts';
import type { ComposerDoor } from '../composer-door.ts';
import { EmptyLog } from '../empty/empty-log-door.ts';
import type { Host } from '../host.ts';
import { lazy } from '../lazy.tsx';
import type { SettingsDoor } from '../settings/settings-door.ts';
import { Splitter } from '../splitter.tsx';
import type { Store } from '../store.ts';
import { useSearchKey } from '../use-search-key.ts';
import { CallsGrid } from './calls-grid.tsx';
import type { CallsStore } from './calls-store.ts';
import './calls.css';
import { FilterBar } from './filter-bar.tsx';

const NoMatch = lazy(() => import('./no-match.tsx').then((module) => module.NoMatch));
const UndoNote = lazy(() => import('./undo-note.tsx').then((module) => module.UndoNote));
const CallDetails = lazy(() => import('../call-details.tsx').then((module) => module.CallDetails));

interface Props {
  store: Store;
  calls: CallsStore;
  host: Host;
  composer: ComposerDoor;
  settings: SettingsDoor;
  /** Opens the dialog of exports with calls. */
  exportCalls: (calls: readonly Call[]) => void;
}

/** The calls that the filter lets through, with the details of the chosen one. */
export function CallsView({ store, calls, host, composer, settings, exportCalls }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useSearchKey(input);
  const undo = calls.deleted.value.length > 0 && <UndoNote calls={calls} />;
  if (store.log.calls.length === 0 && calls.list.rows.length === 0)
    return (
      <>
        <EmptyLog store={store} host={host} settings={settings} />
        {undo}
      </>
    );
  const call = store.selectedCall.value;
  const none = calls.filtered.value && calls.list.calls === 0 && !calls.searching.value;
  return (
    <div class="calls" ref={root}>
      <FilterBar
        calls={calls}
        input={input}
        onLeave={() => root.current?.querySelector<HTMLElement>('[role=grid]')?.focus()}
      />
      <Splitter
        width={store.settings.value.listWidth}
        label={t('Width of the list of calls')}
        onResize={(listWidth) => store.changeSettings({ listWidth })}
      >
        {none ? (
          <NoMatch
            count={store.log.calls.length}
            onClear={() => {
              calls.filterText.value = '';
              input.current?.focus();
            }}
          />
        ) : (
          <CallsGrid actions={{ calls, store, host, composer, exportCalls }} />
        )}
        {call && (
          <CallDetails key={call.exchange.id} call={call} store={store} host={host} composer={composer} />
        )}
      </Splitter>
      {undo}
    </div>
  );
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Call } from '../../model/call.ts';
import { t, tn } from '../../model/words/words.ts';
import type { ComposerDoor } from '../composer-door.ts';
import { EmptyLog } from '../empty/empty-log-door.ts';
import type { Host } from '../host.ts';
import { lazy } from '../lazy.tsx';
import type { SettingsDoor } from '../settings/settings-door.ts';
import { Splitter } from '../splitter.tsx';
import type { Store } from '../store.ts';
import { CallsGrid } from './calls-grid.tsx';
import type { CallsStore } from './calls-store.ts';
import './calls.css';
import { FilterBar } from './filter-bar.tsx';

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
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!input.current || !asksForFilter(event)) return;
      event.preventDefault();
      event.stopPropagation();
      input.current.focus();
      input.current.select();
    };
    // Chromium's DevTools listens at the document, and would open its own search.
    window.addEventListener('keydown', key, true);
    return () => window.removeEventListener('keydown', key, true);
  }, []);
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
          <div class="no-match">
            <p>
              {tn(store.log.calls.length, {
                one: 'None of the {count} call matches the filter.',
                other: 'None of the {count} calls matches the filter.',
              })}
            </p>
            <button type="button" class="button" onClick={() => (calls.filterText.value = '')}>
              {t('Clear filter')}
            </button>
          </div>
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

/** Control+F and / ask for the filter, unless an editor or a field has its own use for them. */
function asksForFilter({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f') return !target.closest('.cm-editor');
  return key === '/' && !ctrlKey && !metaKey && !target.closest('input, textarea, select, [contenteditable]');
}

import type { FunctionComponent } from 'preact';
import { useMemo } from 'preact/hooks';
import { demoIds } from '../model/demo/is-demo.ts';
import { t } from '../model/words/words.ts';
import type { CallsStore } from './calls/calls-store.ts';
import type { ComposerDoor } from './composer-door.ts';
import { Footer } from './footer.tsx';
import type { Host } from './host.ts';
import { lazy } from './lazy.tsx';
import { MaskContext } from './mask/mask-context.ts';
import { ReferenceContext, ReferenceDoor } from './reference-door.ts';
import type { SettingsDoor } from './settings/settings-door.ts';
import type { Store } from './store.ts';
import { Toolbar } from './toolbar.tsx';
import type { TransferStore } from './transfer/transfer-store.ts';
import { ViewTabs } from './view-tabs.tsx';

const FlowsView = lazy(() => import('./flows/flows-view.tsx').then((module) => module.FlowsView));
const CallsView = lazy(() => import('./calls/calls-view.tsx').then((module) => module.CallsView));
const DemoNote = lazy(() => import('./demo-note.tsx').then((module) => module.DemoNote));
const ReferenceView = lazy(() =>
  import('./reference/reference-view.tsx').then((module) => module.ReferenceView),
);

const DropTarget = lazy(async () => (await import('./transfer/drop-target.tsx')).DropTarget);
const ImportBar = lazy(async () => (await import('./transfer/import-bar.tsx')).ImportBar);
const ExportDialog = lazy(async () => (await import('./transfer/export-dialog.tsx')).ExportDialog);
const SettingsDialog = lazy(() =>
  import('./settings/settings-dialog.tsx').then((module) => module.SettingsDialog),
);
const TroubleBar = lazy(async () => (await import('./settings/trouble-bar.tsx')).TroubleBar);
const OfferBar = lazy(() => import('./settings/offer-bar.tsx').then((module) => module.OfferBar));

interface Props {
  store: Store;
  calls: CallsStore;
  host: Host;
  transfer: TransferStore;
  settings: SettingsDoor;
  composer: ComposerDoor & { View: FunctionComponent };
}

/** The whole panel. */
export function App({ store, calls, host, transfer, settings, composer }: Props) {
  const { view } = store.settings.value;
  const masking = view !== 'reference' && store.mask.preparing.value;
  const door = useMemo(() => new ReferenceDoor(store), [store]);
  return (
    <ReferenceContext.Provider value={door}>
      <MaskContext.Provider value={store.mask}>
        <Toolbar store={store} host={host} transfer={transfer} onSettings={() => settings.open()} />
        <ViewTabs store={store} />
        {transfer.importing.value && (
          <ImportBar store={store} calls={calls} transfer={transfer} settings={settings} />
        )}
        {store.disconnected.value && (
          <p class="banner" role="alert">
            {t(
              'The extension was updated or reloaded. Close DevTools and open it again to go on recording; what is here stays readable.',
            )}
          </p>
        )}
        {settings.trouble.value !== undefined && <TroubleBar trouble={settings.trouble} />}
        {store.unmatched.wereAny.value && <OfferBar store={store} door={settings} />}
        {demoIds.some((id) => store.log.find(id)) && <DemoNote store={store} />}
        <div class="view" id="view" role="tabpanel" aria-labelledby={`view-tab-${view}`}>
          {masking && (
            <p class="empty" role="status">
              {t('Masking what is shown…')}
            </p>
          )}
          {view === 'flows' && !masking && (
            <FlowsView
              store={store}
              host={host}
              composer={composer}
              settings={settings}
              exportFlow={(flow) => transfer.exportCalls({ flow })}
            />
          )}
          {view === 'calls' && !masking && (
            <CallsView
              store={store}
              calls={calls}
              host={host}
              composer={composer}
              settings={settings}
              exportCalls={(chosen) => transfer.exportCalls({ calls: chosen })}
            />
          )}
          {view === 'composer' && !masking && <composer.View />}
          {view === 'reference' && (
            <ReferenceView composer={composer} door={door} store={store} calls={calls} />
          )}
        </div>
        <Footer store={store} calls={calls} host={host} />
        {transfer.exporting.value && (
          <ExportDialog store={store} calls={calls} transfer={transfer} host={host} />
        )}
        <DropTarget transfer={transfer} />
        {settings.page.value && <SettingsDialog door={settings} />}
      </MaskContext.Provider>
    </ReferenceContext.Provider>
  );
}

import type { Flow } from '../../model/flows/flow.ts';
import { t } from '../../model/words/words.ts';
import type { ComposerDoor } from '../composer-door.ts';
import { EmptyLog } from '../empty/empty-log-door.ts';
import type { Host } from '../host.ts';
import { lazy } from '../lazy.tsx';
import type { SettingsDoor } from '../settings/settings-door.ts';
import { Splitter } from '../splitter.tsx';
import { NO_FLOW, type Store } from '../store.ts';
import { FlowList } from './flow-list.tsx';
import './flows.css';

const CallDetails = lazy(() => import('../call-details.tsx').then((module) => module.CallDetails));
const FlowSide = lazy(() => import('./flow-side.tsx').then((module) => module.FlowSide));
const LoneCalls = lazy(() => import('./lone-calls.tsx').then((module) => module.LoneCalls));
const SdkCallDetails = lazy(() => import('./sdk-call-details.tsx').then((module) => module.SdkCallDetails));

interface Props {
  store: Store;
  host: Host;
  composer: ComposerDoor;
  settings: SettingsDoor;
  /** Opens the dialog of exports with a flow. */
  exportFlow: (flow: Flow) => void;
}

/** The flows beside the picture of the chosen one, and the details of the chosen call below. */
export function FlowsView({ store, host, composer, settings, exportFlow }: Props) {
  if (store.log.calls.length === 0) return <EmptyLog store={store} host={host} settings={settings} />;
  const call = store.selectedCall.value;
  const sdkCall = store.selectedSdkCall.value;
  const flow = store.selectedFlow.value;
  const lone = store.selectedFlowId.value === NO_FLOW;
  return (
    <div class={flow || lone ? 'flows chosen' : 'flows'}>
      <Splitter
        width={store.settings.value.flowsWidth}
        label={t('Width of the list of flows')}
        onResize={(flowsWidth) => store.changeSettings({ flowsWidth })}
      >
        <FlowList store={store} host={host} />
        <div class={call || sdkCall ? 'flow-side with-details' : 'flow-side'}>
          {lone && <LoneCalls store={store} />}
          {flow && (
            <FlowSide
              key={flow.id}
              flow={flow}
              store={store}
              host={host}
              composer={composer}
              onExport={() => exportFlow(flow)}
            />
          )}
          {!flow && !lone && <p class="empty">{t('Choose a flow to see its calls.')}</p>}
          {call && (
            <CallDetails key={call.exchange.id} call={call} store={store} host={host} composer={composer} />
          )}
          {sdkCall && <SdkCallDetails key={sdkCall.exchange.id} sdkCall={sdkCall} store={store} />}
        </div>
      </Splitter>
    </div>
  );
}

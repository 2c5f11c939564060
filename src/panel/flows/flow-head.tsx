import type { Flow } from '../../model/flows/flow.ts';
import { flowAsMarkdown } from '../../model/flows/flow-as-markdown.ts';
import { nextCalls } from '../../model/flows/next-call.ts';
import { visible } from '../../model/printable.ts';
import { t, tn } from '../../model/words/words.ts';
import { StateChip } from '../chips.tsx';
import type { ComposerDoor } from '../composer-door.ts';
import type { Host } from '../host.ts';
import { Icon } from '../icons.tsx';
import { Menu } from '../menu.tsx';
import type { Store } from '../store.ts';
import { useNow } from '../use-now.ts';
import { BackButton } from './back-button.tsx';
import { exportPng, exportSvg } from './export-picture.tsx';
import { PinButton } from './pin-button.tsx';

interface Props {
  flow: Flow;
  store: Store;
  host: Host;
  composer: ComposerDoor;
  comparing: boolean;
  onCompare: () => void;
  replaying: boolean;
  onReplay: () => void;
  /** Opens the dialog of exports with this flow. */
  onExport: () => void;
}

/** The chosen flow's name, and what can be done with it. */
export function FlowHead({
  flow,
  store,
  host,
  composer,
  comparing,
  onCompare,
  replaying,
  onReplay,
  onExport,
}: Props) {
  const now = useNow();
  const { correlationId } = flow;
  const { sdkCalls } = store.settings.value;
  const alone = store.flows.value.length < 2;
  const sdkCount = store.log.sdkCallsOf(flow).length;
  const told = (work: Promise<unknown>) => work.catch((error: unknown) => console.error(error));
  const copy = (text: string) => told(host.copy(text));
  return (
    <header class="flow-head">
      <BackButton store={store} />
      <StateChip state={flow.stateAt(now)} />
      <strong>{flow.kind?.id}</strong>
      {correlationId === null ? (
        <span class="quiet">{t('no correlationId')}</span>
      ) : (
        <span class="flow-id">
          <code title={visible(correlationId)}>{visible(correlationId)}</code>
          <button
            type="button"
            class="tool"
            aria-label={t('Copy the correlationId')}
            title={t('Copy the correlationId')}
            onClick={() => copy(correlationId)}
          >
            <Icon name="copy" />
          </button>
        </span>
      )}
      <PinButton flow={flow} store={store} />
      <span class="spring" />
      <span class="flow-actions">
        {sdkCount > 0 && (
          <button
            type="button"
            class="button"
            aria-pressed={sdkCalls}
            title={t('Show what the client SDK asked of the device API')}
            onClick={() => store.changeSettings({ sdkCalls: !sdkCalls })}
          >
            {tn(sdkCount, { one: '{count} SDK call', other: '{count} SDK calls' })}
          </button>
        )}
        <Menu
          label={t('Compose next call')}
          items={nextCalls(store.capturedFlow(flow), now).map(({ operation, kind, draft }) => ({
            label: kind === 'again' ? t('{id}, as a new flow', { id: operation.id }) : operation.id,
            hint: kind === 'again' ? t('with the body that opened this one') : operation.title,
            onChoose: () => composer.composeDraft(draft),
          }))}
        />
        <button
          type="button"
          class="button"
          aria-pressed={comparing}
          disabled={alone}
          title={alone ? t('There is no other flow to compare with') : undefined}
          onClick={onCompare}
        >
          {t('Compare')}
        </button>
        <button type="button" class="button" aria-pressed={replaying} onClick={onReplay}>
          {t('Replay')}
        </button>
        <Menu
          label={t('Share')}
          items={[
            {
              label: t('Export flow…'),
              hint: t('as HAR, or a report; masked'),
              onChoose: onExport,
            },
            {
              label: t('Copy as Markdown'),
              hint: t('calls, times and problems; no bodies'),
              onChoose: () =>
                copy(flowAsMarkdown(flow, store.log, Date.now(), sdkCalls ? store.log.sdkCallsOf(flow) : [])),
            },
            {
              label: t('Save picture as SVG'),
              hint: t('with no value of any body'),
              onChoose: () => exportSvg(flow, store.log, sdkCalls),
            },
            {
              label: t('Save picture as PNG'),
              hint: t('at twice its size'),
              onChoose: () => told(exportPng(flow, store.log, sdkCalls)),
            },
          ]}
        />
      </span>
    </header>
  );
}

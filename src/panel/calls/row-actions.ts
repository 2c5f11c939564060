import type { Call } from '../../model/call.ts';
import type { Exchange } from '../../model/exchange.ts';
import { formatMs } from '../../model/format.ts';
import type { Log } from '../../model/log.ts';
import { visible } from '../../model/printable.ts';
import { hostOf } from '../../model/url.ts';
import { verdictNames } from '../../model/words/names.ts';
import { t, tn } from '../../model/words/words.ts';
import type { ComposerDoor } from '../composer-door.ts';
import { type CopyOptions, copyRequests } from '../copy-requests.ts';
import type { Host } from '../host.ts';
import type { MenuItem } from '../menu-list.tsx';
import type { Store } from '../store.ts';
import { formatTime, statusOf } from '../words.ts';
import type { CopyFormat } from '../write-requests.ts';
import type { CallsStore } from './calls-store.ts';

export interface RowActions {
  calls: CallsStore;
  store: Store;
  host: Host;
  composer: ComposerDoor;
  /** Opens the dialog of exports with calls. */
  exportCalls: (calls: readonly Call[]) => void;
}

/** What can be done with the chosen calls. */
export function rowMenu(actions: RowActions): MenuItem[] {
  const { calls, store, composer, exportCalls } = actions;
  const chosen = calls.selection.calls();
  const [call] = chosen;
  if (!call) return [];
  const count = chosen.length;
  const one = count === 1;
  const { exchange, operation } = call;
  const flow = store.log.flows.flowOf(exchange.id);
  const host = hostOf(exchange.request.url);
  const filterBy = (key: 'operation' | 'host' | 'flow', value: string) =>
    calls.addTerm({ key, negated: false, values: [value] });
  const hasBody = (side: 'request' | 'response') => chosen.some((each) => each.exchange[side]?.body?.text);
  const copyItem = (label: string, as: CopyFormat, secrets = false): MenuItem => ({
    label,
    onChoose: () => copy(actions, as, secrets),
  });
  // While Mask is on, nothing here knows what the secrets are.
  const withSecrets = (label: string, as: CopyFormat): MenuItem[] =>
    isMasked(store) ? [] : [copyItem(label, as, true)];
  return [
    ...(one
      ? [
          { label: t('Open details'), keys: 'Enter', onChoose: () => calls.open(exchange.id) },
          { label: t('Open in composer'), onChoose: () => composer.edit(call) },
        ]
      : []),
    {
      label: one ? t('Copy row') : tn(count, { one: 'Copy {count} row', other: 'Copy {count} rows' }),
      keys: 'Control+C',
      apart: one,
      onChoose: () => copyRows(actions),
    },
    copyItem(one ? t('Copy URL') : t('Copy URLs'), 'url'),
    copyItem(t('Copy as cURL'), 'curl'),
    ...(hasBody('request')
      ? [copyItem(one ? t('Copy request body') : t('Copy request bodies'), 'request-body')]
      : []),
    ...(hasBody('response')
      ? [copyItem(one ? t('Copy response body') : t('Copy response bodies'), 'response-body')]
      : []),
    ...withSecrets(t('Copy as cURL with secrets'), 'curl'),
    ...withSecrets(one ? t('Copy URL with secrets') : t('Copy URLs with secrets'), 'url'),
    ...(hasBody('request')
      ? withSecrets(
          one ? t('Copy request body with secrets') : t('Copy request bodies with secrets'),
          'request-body',
        )
      : []),
    ...(hasBody('response')
      ? withSecrets(
          one ? t('Copy response body with secrets') : t('Copy response bodies with secrets'),
          'response-body',
        )
      : []),
    {
      label: t('Filter by operation {id}', { id: operation.id }),
      apart: true,
      onChoose: () => filterBy('operation', operation.id),
    },
    ...(host
      ? [
          {
            label: t('Filter by host {host}', { host: visible(host) }),
            onChoose: () => filterBy('host', host),
          },
        ]
      : []),
    ...(flow
      ? [
          {
            label: t('Filter by flow {id}', { id: visible(flow.id.slice(0, 8)) }),
            onChoose: () => filterBy('flow', flow.id),
          },
          {
            label: t('Show flow'),
            onChoose: () => {
              store.selectFlow(flow.id);
              store.openView('flows');
            },
          },
        ]
      : []),
    {
      label: one ? t('Export…') : tn(count, { one: 'Export {count} call…', other: 'Export {count} calls…' }),
      apart: true,
      onChoose: () => exportCalls(chosen),
    },
    {
      label: one ? t('Delete') : tn(count, { one: 'Delete {count} call', other: 'Delete {count} calls' }),
      keys: 'Delete',
      onChoose: () => calls.deleteSelected(),
    },
  ];
}

/** Copies the chosen rows as text, for a table or a message; their URLs masked. */
export function copyRows(actions: RowActions): void {
  const { calls, store } = actions;
  const chosen = calls.selection.calls();
  if (chosen.length === 0) return;
  copy(actions, (exchange, index) => {
    const call = chosen[index];
    return call ? asRow(call, exchange, store.log) : '';
  });
}

function copy({ calls, store, host }: RowActions, as: CopyOptions['as'], secrets = false): void {
  const exchanges = calls.selection.calls().map(({ exchange }) => exchange);
  copyRequests(host, exchanges, { as, secrets: secrets || isMasked(store) }).catch((error: unknown) =>
    console.error(error),
  );
}

/** What is shown, and so what is chosen from it, is masked already. */
const isMasked = ({ mask }: Store): boolean => mask.shown !== undefined;

const asRow = (call: Call, { request }: Exchange, log: Log): string =>
  [
    verdictNames[log.verdictOf(call)](),
    call.operation.id,
    statusOf(call),
    formatTime(call.exchange.startedAt),
    formatMs(call.exchange.duration),
    `${request.method} ${request.url}`,
  ].join('\t');

import type { Call } from '../../model/call.ts';
import { formatMs } from '../../model/format.ts';
import type { Log } from '../../model/log.ts';
import { visible } from '../../model/printable.ts';
import { hostOf } from '../../model/url.ts';
import { verdictNames } from '../../model/words/names.ts';
import { t, tn } from '../../model/words/words.ts';
import type { ComposerDoor } from '../composer-door.ts';
import { copyRequests } from '../copy-requests.ts';
import type { Host } from '../host.ts';
import type { MenuItem } from '../menu-list.tsx';
import type { Store } from '../store.ts';
import { formatTime, statusOf } from '../words.ts';
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
  const bodies = (side: 'request' | 'response') =>
    chosen.flatMap((each) => each.exchange[side]?.body?.text || []).join('\n\n');
  const copyItem = (label: string, text: () => string, more: Partial<MenuItem> = {}): MenuItem => ({
    label,
    onChoose: () => copy(actions, text()),
    ...more,
  });
  const curlItem = (label: string, secrets: boolean): MenuItem => ({
    label,
    onChoose: () => {
      const exchanges = chosen.map(({ exchange }) => exchange);
      copyRequests(actions.host, exchanges, { as: 'curl', secrets }).catch((error: unknown) =>
        console.error(error),
      );
    },
  });
  return [
    ...(one
      ? [
          { label: t('Open details'), keys: 'Enter', onChoose: () => calls.open(exchange.id) },
          { label: t('Open in composer'), onChoose: () => composer.edit(call) },
        ]
      : []),
    copyItem(
      one ? t('Copy row') : tn(count, { one: 'Copy {count} row', other: 'Copy {count} rows' }),
      () => asTable(chosen, store.log),
      {
        keys: 'Control+C',
        apart: one,
      },
    ),
    copyItem(one ? t('Copy URL') : t('Copy URLs'), () =>
      chosen.map((each) => each.exchange.request.url).join('\n'),
    ),
    curlItem(t('Copy as cURL'), false),
    curlItem(t('Copy as cURL with secrets'), true),
    ...(bodies('request')
      ? [copyItem(one ? t('Copy request body') : t('Copy request bodies'), () => bodies('request'))]
      : []),
    ...(bodies('response')
      ? [copyItem(one ? t('Copy response body') : t('Copy response bodies'), () => bodies('response'))]
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

/** Copies the chosen rows as text, for a table or a message. */
export function copyRows(actions: RowActions): void {
  const chosen = actions.calls.selection.calls();
  if (chosen.length > 0) copy(actions, asTable(chosen, actions.store.log));
}

function copy({ host }: RowActions, text: string): void {
  host.copy(text).catch((error: unknown) => console.error(error));
}

const asTable = (chosen: readonly Call[], log: Log): string =>
  chosen
    .map((call) =>
      [
        verdictNames[log.verdictOf(call)](),
        call.operation.id,
        statusOf(call),
        formatTime(call.exchange.startedAt),
        formatMs(call.exchange.duration),
        `${call.exchange.request.method} ${call.exchange.request.url}`,
      ].join('\t'),
    )
    .join('\n');

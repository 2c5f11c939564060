import type { Call } from '../../model/call.ts';
import { copyAsCurl } from '../../model/copy/copy-as-curl.ts';
import { countOf } from '../../model/format.ts';
import type { Log } from '../../model/log.ts';
import { hostOf } from '../../model/url.ts';
import type { ComposerDoor } from '../composer-door.ts';
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
  /** Keeps calls as a file, where the panel can. */
  exportCalls?: (calls: readonly Call[]) => void;
}

/** What can be done with the chosen calls. */
export function rowMenu(actions: RowActions): MenuItem[] {
  const { calls, store, composer, exportCalls } = actions;
  const chosen = calls.selection.calls();
  const [call] = chosen;
  if (!call) return [];
  const one = chosen.length === 1;
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
  const several = (noun: string) => (one ? noun : `${noun}s`);
  return [
    ...(one
      ? [
          { label: 'Open details', keys: 'Enter', onChoose: () => calls.open(exchange.id) },
          { label: 'Open in composer', onChoose: () => composer.edit(call) },
        ]
      : []),
    copyItem(
      one ? 'Copy row' : `Copy ${chosen.length.toLocaleString('en')} rows`,
      () => asTable(chosen, store.log),
      {
        keys: 'Control+C',
        apart: one,
      },
    ),
    copyItem(`Copy ${several('URL')}`, () => chosen.map((each) => each.exchange.request.url).join('\n')),
    copyItem('Copy as cURL', () => chosen.map((each) => copyAsCurl(each.exchange.request)).join('\n\n')),
    ...(bodies('request')
      ? [copyItem(`Copy request ${one ? 'body' : 'bodies'}`, () => bodies('request'))]
      : []),
    ...(bodies('response')
      ? [copyItem(`Copy response ${one ? 'body' : 'bodies'}`, () => bodies('response'))]
      : []),
    {
      label: `Filter by operation ${operation.id}`,
      apart: true,
      onChoose: () => filterBy('operation', operation.id),
    },
    ...(host ? [{ label: `Filter by host ${host}`, onChoose: () => filterBy('host', host) }] : []),
    ...(flow
      ? [
          { label: `Filter by flow ${flow.id.slice(0, 8)}`, onChoose: () => filterBy('flow', flow.id) },
          {
            label: 'Show flow',
            onChoose: () => {
              store.selectFlow(flow.id);
              store.openView('flows');
            },
          },
        ]
      : []),
    ...(exportCalls
      ? [
          {
            label: one ? 'Export…' : `Export ${countOf(chosen.length, 'call')}…`,
            apart: true,
            onChoose: () => exportCalls(chosen),
          },
        ]
      : []),
    {
      label: one ? 'Delete' : `Delete ${countOf(chosen.length, 'call')}`,
      keys: 'Delete',
      apart: !exportCalls,
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
        log.verdictOf(call),
        call.operation.id,
        statusOf(call),
        formatTime(call.exchange.startedAt),
        `${Math.round(call.exchange.duration)} ms`,
        `${call.exchange.request.method} ${call.exchange.request.url}`,
      ].join('\t'),
    )
    .join('\n');

import type { Exchange } from '../../model/exchange.ts';
import type { Flow } from '../../model/flows/flow.ts';
import { t, tn } from '../../model/words/words.ts';
import type { CallsStore } from '../calls/calls-store.ts';
import type { Store } from '../store.ts';
import type { ExportWish } from './transfer-store.ts';

/** Exchanges that an export can be made of, by start. */
export interface ExportScope {
  id: 'selected' | 'flow' | 'shown' | 'all';
  label: string;
  exchanges: readonly Exchange[];
}

/** What there is to export; what was wished for stands first. */
export function exportScopes(store: Store, calls: CallsStore, wish: ExportWish): ExportScope[] {
  const { log } = store;
  const selected = (wish.calls ?? calls.selection.calls()).map(({ exchange }) => exchange);
  const flow = wish.flow ?? store.selectedFlow.peek();
  const scopes: ExportScope[] = [
    {
      id: 'all',
      label: t('All, {calls}', { calls: callsOf(log.calls.length) }),
      exchanges: log.exchanges(),
    },
  ];
  if (calls.filtered.peek())
    scopes.push({
      id: 'shown',
      label: t('What the filter shows, {calls}', { calls: callsOf(calls.list.calls) }),
      exchanges: calls.list.rows.flatMap((row) => ('call' in row ? row.call.exchange : [])),
    });
  if (selected.length > 0)
    scopes.push({
      id: 'selected',
      label: t('Selected, {calls}', { calls: callsOf(selected.length) }),
      exchanges: selected,
    });
  if (flow)
    scopes.push({
      id: 'flow',
      label: t('Flow {name}, {calls}', { name: nameOf(flow), calls: callsOf(flow.calls.length) }),
      // What the client SDK did for it belongs to it.
      exchanges: [...flow.calls, ...log.sdkCallsOf(flow)].map(({ exchange }) => exchange),
    });
  return scopes
    .filter(({ exchanges }) => exchanges.length > 0)
    .map((scope) => ({ ...scope, exchanges: scope.exchanges.toSorted((a, b) => a.startedAt - b.startedAt) }));
}

const callsOf = (count: number): string => tn(count, { one: '{count} call', other: '{count} calls' });

const nameOf = (flow: Flow): string => `${flow.kind?.id ?? ''} ${flow.id.slice(0, 8)}`.trim();

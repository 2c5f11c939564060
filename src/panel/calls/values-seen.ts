import type { FilterKey } from '../../model/filter/filter.ts';
import { hostOf, pathOf } from '../../model/url.ts';
import type { CallsStore } from './calls-store.ts';

/** So many of the latest calls are looked at. */
const LATEST = 500;

/** The values of a key that the latest calls have, the latest first. */
export function valuesSeen(key: FilterKey, calls: CallsStore): Set<string> {
  const values = new Set<string>();
  const { log } = calls;
  for (const call of log.calls.slice(-LATEST).reverse()) {
    const { url } = call.exchange.request;
    if (key === 'host') values.add(hostOf(url));
    else if (key === 'path') values.add(pathOf(url));
    else if (key === 'flow') values.add(log.flows.flowOf(call.exchange.id)?.correlationId ?? '');
    else if (key === 'status' && call.exchange.response) values.add(String(call.exchange.response.status));
  }
  values.delete('');
  return values;
}

import { performance } from 'node:perf_hooks';
import { CallList } from '../../src/model/filter/call-list.ts';
import { byStart } from '../../src/model/filter/call-order.ts';
import { compileFilter } from '../../src/model/filter/match-filter.ts';
import { parseFilter } from '../../src/model/filter/parse-filter.ts';
import { SLICE } from '../../src/panel/run-in-slices.ts';
import { unboundedLog } from './ingest.ts';
import { median, say, sayWithin } from './say.ts';
import { exchanges } from './story.ts';

/** What a filter takes over 100,000 calls with 50 MB of bodies, in the slices that the panel works in. */
export function filterCosts(): void {
  const log = unboundedLog();
  let bytes = 0;
  for (const exchange of exchanges(100_000, 'Lorem ipsum dolor sit amet, consectetur. '.repeat(8))) {
    log.add(exchange);
    bytes += (exchange.request.body?.bytes ?? 0) + (exchange.response?.body?.bytes ?? 0);
  }
  const list = new CallList(log);
  const apply = (text: string) => {
    const begin = performance.now();
    let longest = 0;
    let done = false;
    list.arrange(compileFilter(parseFilter(text).terms), byStart);
    while (!done) {
      const sliceBegin = performance.now();
      done = list.work(() => performance.now() - sliceBegin > SLICE);
      longest = Math.max(longest, performance.now() - sliceBegin);
    }
    return { took: performance.now() - begin, longest };
  };
  const figure = (name: string, text: string, limit: number) => {
    const rounds = Array.from({ length: 9 }, () => apply(text));
    const took = median(rounds.map((round) => round.took));
    const longest = Math.max(...rounds.map((round) => round.longest));
    sayWithin(limit, name, took, 'ms', { filter: text, shown: list.calls });
    sayWithin(50, `${name}: longest slice`, longest, 'ms');
  };
  say('bodies of the 100,000 calls', bytes / 1e6, 'MB');
  figure('filter of 100,000 calls by keys', 'operation:mfa-status -is:valid status:2xx host:uat', 50);
  figure('filter of 100,000 calls by flow', 'is:valid flow:00000000-0000-4000-8000-00000000', 50);
  figure('filter of 100,000 calls by text in their bodies', 'nowhere-to-be-found', 400);
  figure('filter of 100,000 calls by text that all have', 'lorem', 400);
}

import { performance } from 'node:perf_hooks';
import type { Exchange } from '../../src/model/exchange.ts';
import { Log } from '../../src/model/log.ts';
import { type Cost, measure, median, say, sayWithin } from './say.ts';
import { exchanges, typicalCalls } from './story.ts';

const SAMPLE = 1000;
const ROUNDS = 25;

/** A log that lets nothing go. */
export const unboundedLog = (): Log =>
  new Log({ calls: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY });

/** Whether a call costs the same however many there are. */
export function addingCosts(): void {
  const all = exchanges(100_000 + SAMPLE);
  // So that the compiler has done its work before anything counts.
  filled(all, 20_000);
  const small = { log: filled(all, 1_000), size: 1_000, costs: [] as number[] };
  const large = { log: filled(all, 100_000), size: 100_000, costs: [] as number[] };
  // In turns, so that whatever else the machine does meets both.
  for (let i = 0; i < SAMPLE; i++)
    for (const { log, size, costs } of [small, large]) {
      const exchange = all[size + i];
      if (exchange) costs.push(costOf(log, exchange));
    }
  const [few, many] = [median(small.costs), median(large.costs)];
  say('median cost of adding a call at 1,000 calls', few, 'µs');
  say('median cost of adding a call at 100,000 calls', many, 'µs');
  sayWithin(1.2, 'ratio of the two', many / few, '');
  const sum = (costs: readonly number[]) => costs.reduce((a, b) => a + b, 0);
  sayWithin(
    1.2,
    'ratio of their means, collections of garbage included',
    sum(large.costs) / sum(small.costs),
    '',
  );
}

function filled(all: readonly Exchange[], size: number): Log {
  const log = unboundedLog();
  for (const exchange of all.slice(0, size)) log.add(exchange);
  log.counts();
  return log;
}

/** Adds a call and brings the problems of its flow up to date, as the footer does; in µs. */
function costOf(log: Log, exchange: Exchange): number {
  const begin = performance.now();
  log.add(exchange);
  log.counts();
  return (performance.now() - begin) * 1000;
}

/**
 * What it costs to take in 10,000 calls, problems of calls and flows included, beside `JSON.parse` of their bodies: as
 * one waits for it, and in time of the processor, for which other programs count little and threads for garbage do.
 */
export function ingestCosts(): void {
  const all = typicalCalls(10_000);
  const parse = () => {
    for (const { request, response } of all) {
      JSON.parse(request.body?.text ?? '');
      JSON.parse(response?.body?.text ?? '');
    }
  };
  // What other figures have left is none of these.
  globalThis.gc?.();
  // In turns, so that whatever else the machine does meets both.
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ingest: measure(() => filled(all, all.length)),
    parsing: measure(parse),
  }));
  const mean = (sizes: readonly number[]) => Math.round(sizes.reduce((a, b) => a + b, 0) / sizes.length);
  const sizes = {
    request: mean(all.map(({ request }) => request.body?.bytes ?? 0)),
    response: mean(all.map(({ response }) => response?.body?.bytes ?? 0)),
  };
  for (const [clock, read] of clocks) {
    const ingest = median(rounds.map((round) => read(round.ingest)));
    const parsing = median(rounds.map((round) => read(round.parsing)));
    say(`ingest of 10,000 calls, ${clock}`, ingest, 'ms', sizes);
    say(`JSON.parse of the same bodies, ${clock}`, parsing, 'ms');
    sayWithin(4, `ratio of the two, ${clock}`, ingest / parsing, '');
  }
}

const clocks: readonly (readonly [string, (cost: Cost) => number])[] = [
  ['waited for', ({ wait }) => wait],
  ['of the processor', ({ processor }) => processor],
];

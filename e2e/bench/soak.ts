import { performance } from 'node:perf_hooks';
import { Log } from '../../src/model/log.ts';
import { say, sayWithin } from './say.ts';
import { typicalSession } from './story.ts';

/** An hour at 50 calls a second. */
const CALLS = 180_000;
const PARTS = 10;
const A_SESSION = 4;

/**
 * An hour of traffic through a log with its ordinary bounds and the first flows pinned, as fast as it goes; the heap after
 * each tenth, once garbage is collected. Level means that the last tenth leaves no more than the second, when the
 * bounds were first reached, and a twentieth.
 */
export function soak(collect: () => void): void {
  const log = new Log();
  const levels: number[] = [];
  const begin = performance.now();
  let session = 0;
  for (let part = 0; part < PARTS; part++) {
    for (let taken = 0; taken < CALLS / PARTS; taken += A_SESSION) {
      for (const exchange of typicalSession(session)) log.add(exchange);
      if (session === 0) for (const { id } of log.flows.opened()) log.pin(id);
      session++;
      if (session % 50 === 0) log.counts();
    }
    collect();
    levels.push(process.memoryUsage().heapUsed / 1e6);
  }
  const took = performance.now() - begin;
  const { calls, evicted } = log;
  const [, second = 0] = levels;
  say('an hour at 50 calls a second, its processing', took / 1000, 's', {
    kept: calls.length,
    dropped: evicted,
    pinned: [...log.pinnedIds].length,
  });
  const heap = levels.map((level) => Number(level.toFixed(1)));
  sayWithin(
    1.05,
    'heap after it, against the heap after its second tenth',
    (levels.at(-1) ?? 0) / second,
    '',
    { heap },
  );
}

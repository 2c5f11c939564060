import type { Flow } from '../../model/flows/flow.ts';

/**
 * The flow that tells most beside this one: of the same kind, with the other end (one that succeeded beside one that
 * did not), the nearest in time.
 */
export function counterpartOf(flow: Flow, flows: readonly Flow[], now: number): Flow | undefined {
  const good = (one: Flow) => one.stateAt(now) === 'succeeded';
  const wanted = !good(flow);
  const rank = (one: Flow): number => (one.kind === flow.kind ? 0 : 2) + (good(one) === wanted ? 0 : 1);
  const distance = (one: Flow) => Math.abs(one.startedAt - flow.startedAt);
  let best: Flow | undefined;
  for (const one of flows) {
    if (one === flow) continue;
    if (!best || rank(one) < rank(best) || (rank(one) === rank(best) && distance(one) < distance(best)))
      best = one;
  }
  return best;
}

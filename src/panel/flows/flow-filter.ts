import type { Flow, FlowState } from '../../model/flows/flow.ts';

/** What the list of flows is narrowed to; undefined is everything. */
export interface FlowFilter {
  state: FlowState | undefined;
  kind: string | undefined;
}

/** The flows that a filter lets through at a time in ms since the epoch. */
export function filterFlows(
  flows: readonly Flow[],
  { state, kind }: FlowFilter,
  now: number,
): readonly Flow[] {
  if (state === undefined && kind === undefined) return flows;
  return flows.filter(
    (flow) =>
      (state === undefined || flow.stateAt(now) === state) && (kind === undefined || flow.kind?.id === kind),
  );
}

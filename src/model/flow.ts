import type { FlowKind, FlowRole } from '../schemas/flow-kind.ts';
import { flowRoleOf } from '../schemas/flow-kind.ts';
import type { Call } from './call.ts';
import { endOf } from './exchange.ts';
import { type FlowFold, foldCall, startFold } from './fold-flow.ts';
import type { Problem } from './problem.ts';

export type FlowState = 'waiting' | 'possession-required' | 'succeeded' | 'failed' | 'refused' | 'expired';

/** The calls of one correlationId by start; or, alone, a first call that the API refused. */
export class Flow {
  readonly calls: Call[] = [];
  #fold: FlowFold | undefined;

  constructor(
    /** Unique within a log: the correlationId, or the id of the exchange that was refused. */
    readonly id: string,
    /** Null for a first call that the API refused. */
    readonly correlationId: string | null,
  ) {}

  /** Puts a call at its place by start; constant where calls arrive in order. */
  add(call: Call): void {
    let at = this.calls.length;
    while (at > 0 && isBefore(call, this.calls[at - 1])) at--;
    this.calls.splice(at, 0, call);
    // What was folded stays true only if this call comes last and does not open the flow after the fact.
    if (at < this.calls.length - 1 || roleOf(call) === 'first') this.#fold = undefined;
  }

  remove(call: Call): void {
    const at = this.calls.indexOf(call);
    if (at < 0) return;
    this.calls.splice(at, 1);
    this.#fold = undefined;
  }

  /** The call that returned the id. Where none was captured, the calls are shown as calls without a flow. */
  get first(): Call | undefined {
    return this.#folded.first;
  }

  get kind(): FlowKind | undefined {
    const call = this.first ?? this.calls[0];
    return call && flowRoleOf(call.operation.id)?.kind;
  }

  /** Problems that only the flow shows, by the id of the exchange that they belong to. */
  get problems(): ReadonlyMap<string, readonly Problem[]> {
    return this.#folded.problems;
  }

  /** Where the flow stands at a time in ms since the epoch. */
  stateAt(now: number): FlowState {
    const { first, end, possessionRequired } = this.#folded;
    if (this.correlationId === null) return 'refused';
    if (end) return end.success === 'false' ? 'failed' : 'succeeded';
    if (now > this.expiresAt) return 'expired';
    return first && possessionRequired !== undefined ? 'possession-required' : 'waiting';
  }

  /** When the correlationId ends, in ms since the epoch. */
  get expiresAt(): number {
    return this.startedAt + (this.kind?.lifetime ?? Number.POSITIVE_INFINITY);
  }

  /** ms since the epoch. */
  get startedAt(): number {
    return (this.first ?? this.calls[0])?.exchange.startedAt ?? 0;
  }

  /** ms from the start of the flow to the end of its last answer. */
  get duration(): number {
    return this.#folded.lastEnd - this.startedAt;
  }

  get #folded(): FlowFold {
    this.#fold ??= startFold(this.calls);
    const fold = this.#fold;
    for (let call = this.calls[fold.count]; call; call = this.calls[fold.count]) foldCall(fold, call);
    return fold;
  }
}

/** By start; calls of the same ms by their end, then by id, so that the order never depends on arrival. */
function isBefore(call: Call, other: Call | undefined): boolean {
  if (!other) return false;
  const a = call.exchange;
  const b = other.exchange;
  const byTime = a.startedAt - b.startedAt || endOf(a) - endOf(b);
  return byTime < 0 || (byTime === 0 && a.id < b.id);
}

/** The part that a call plays in its flow. */
export const roleOf = (call: Call): FlowRole | undefined => flowRoleOf(call.operation.id)?.role;

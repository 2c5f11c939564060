import { flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Call } from '../call.ts';
import { endOf } from '../exchange.ts';
import { type FlowFold, startFold } from './flow-fold.ts';
import { foldCall } from './fold-flow.ts';

// Never added to: `add` begins a list of its own.
const NO_CALLS: Call[] = [];

/** Calls by start, and what follows from them; constant for a call that comes last. */
export class CallFold {
  #calls = NO_CALLS;
  #fold: FlowFold | undefined;

  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Puts a call at its place by start. */
  add(call: Call): void {
    let at = this.#calls.length;
    while (at > 0 && isBefore(call, this.#calls[at - 1])) at--;
    // A list that is begun with its first item takes a third of the memory of an empty one that grows.
    if (this.#calls.length === 0) this.#calls = [call];
    else if (at === this.#calls.length) this.#calls.push(call);
    else this.#calls.splice(at, 0, call);
    // What was folded stays true only if this call comes last and does not open the flow after the fact.
    const opens = flowRoleOf(call.operation.id)?.role === 'first';
    if (at < this.#calls.length - 1 || opens) this.#fold = undefined;
  }

  remove(call: Call): void {
    const at = this.#calls.indexOf(call);
    if (at < 0) return;
    this.#calls.splice(at, 1);
    this.#fold = undefined;
  }

  get fold(): FlowFold {
    this.#fold ??= startFold(this.#calls);
    const fold = this.#fold;
    for (let call = this.#calls[fold.count]; call; call = this.#calls[fold.count]) foldCall(fold, call);
    return fold;
  }
}

/** By start; calls of the same ms by their end, then by id, so that the order never depends on arrival. */
export function isBefore(call: Call, other: Call | undefined): boolean {
  if (!other) return false;
  const a = call.exchange;
  const b = other.exchange;
  const byTime = a.startedAt - b.startedAt || endOf(a) - endOf(b);
  return byTime < 0 || (byTime === 0 && a.id < b.id);
}

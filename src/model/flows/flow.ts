import type { FlowKind, FlowRole } from '../../schemas/flow-kind.ts';
import { flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Call } from '../call.ts';
import type { Problem } from '../problems/problem.ts';
import { CallFold } from './call-fold.ts';

export type FlowState = 'waiting' | 'possession-required' | 'succeeded' | 'failed' | 'refused' | 'expired';

/**
 * The calls of one correlationId by start; or, alone, a first call that the API refused; or calls without an id
 * that are guessed to be one flow.
 */
export class Flow {
  readonly #all = new CallFold();
  /** The calls that are tied by a guess, and the fold of the others; only where there are any. */
  #apart: { guesses: Set<Call>; sure: CallFold } | undefined;

  constructor(
    /** Unique within a log: the correlationId, or the id of the exchange that was refused or opens a guessed flow. */
    readonly id: string,
    /** Null for a first call that the API refused, and where the back end keeps the id to itself. */
    readonly correlationId: string | null,
  ) {}

  /** By start. */
  get calls(): readonly Call[] {
    return this.#all.calls;
  }

  /** Some of its calls carry no id, and are tied to it by a guess. */
  get guessed(): boolean {
    return this.#apart !== undefined;
  }

  /** Whether a call stands here by a guess. */
  isGuess(call: Call): boolean {
    return this.#apart?.guesses.has(call) ?? false;
  }

  /** Puts a call at its place by start; constant where calls arrive in order. */
  add(call: Call): void {
    this.#all.add(call);
    this.#apart?.sure.add(call);
  }

  /** The same for a call that only seems to belong here. */
  addGuess(call: Call): void {
    if (!this.#apart) {
      this.#apart = { guesses: new Set(), sure: new CallFold() };
      for (const sure of this.calls) this.#apart.sure.add(sure);
    }
    this.#apart.guesses.add(call);
    this.#all.add(call);
  }

  remove(call: Call): void {
    this.#all.remove(call);
    this.#apart?.sure.remove(call);
    this.#apart?.guesses.delete(call);
    if (this.#apart?.guesses.size === 0) this.#apart = undefined;
  }

  /** The call that returned the id. Where none was captured, the calls are shown as calls without a flow. */
  get first(): Call | undefined {
    return this.#all.fold.first;
  }

  get kind(): FlowKind | undefined {
    const call = this.first ?? this.calls[0];
    return call && flowRoleOf(call.operation.id)?.kind;
  }

  /** Problems that only the flow shows, by the id of the exchange that they belong to. A guess yields no error. */
  get problems(): ReadonlyMap<string, readonly Problem[]> {
    const { problems: all = NO_PROBLEMS } = this.#all.fold;
    if (!this.#apart) return all;
    const { guesses, sure } = this.#apart;
    const problems = new Map<string, readonly Problem[]>(sure.fold.problems);
    for (const { exchange } of guesses) {
      const found = all.get(exchange.id)?.filter(({ severity }) => severity !== 'error');
      if (found && found.length > 0) problems.set(exchange.id, found);
    }
    return problems;
  }

  /** Where the flow stands at a time in ms since the epoch. */
  stateAt(now: number): FlowState {
    const { first, end, possessionRequired } = this.#all.fold;
    if (this.correlationId === null && !this.guessed) return 'refused';
    if (end) return end.state;
    if (this.disowned || now > this.expiresAt) return 'expired';
    return first && possessionRequired !== undefined ? 'possession-required' : 'waiting';
  }

  /** The API has said that it no longer takes the id: its clock counts, and not the one here. */
  get disowned(): boolean {
    const { takenAt, disownedAt } = this.#all.fold;
    return disownedAt > takenAt;
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
    return this.#all.fold.lastEnd - this.startedAt;
  }
}

const NO_PROBLEMS: ReadonlyMap<string, readonly Problem[]> = new Map();

/** The part that a call plays in its flow. */
export const roleOf = (call: Call): FlowRole | undefined => flowRoleOf(call.operation.id)?.role;

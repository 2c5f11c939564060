import { type FlowEnd, flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Call } from '../call.ts';
import type { Problem } from '../problems/problem.ts';

/** A terminal answer. */
export interface End {
  /** When it was there, in ms since the epoch. */
  at: number;
  success: string;
  state: FlowEnd;
}

/** An answer that says what may follow; `next` is undefined where that could not be read. */
export interface NextAnswer {
  at: number;
  next: readonly string[] | undefined;
}

/** What is known of a flow after its first `count` calls. Grows call by call. */
export interface FlowFold {
  count: number;
  /** The call that returned the id, wherever it stands. */
  first: Call | undefined;
  /** The terminal answer; the last one where there are several. */
  end: End | undefined;
  /** The first terminal answer. */
  firstEnd: End | undefined;
  /** When a status first answered "possession_required", in ms since the epoch. */
  possessionRequired: number | undefined;
  /** When the API last took the id, and when it last said that it knows no such id; in ms since the epoch. */
  takenAt: number;
  disownedAt: number;
  /** A bind has carried the number. */
  bound: boolean;
  lastStatusAt: number | undefined;
  fastPolls: number;
  /** Answers that say what may follow: the last one that was there, and those that were still on their way. */
  answers: readonly NextAnswer[];
  /** When the last answer was there, in ms since the epoch. */
  lastEnd: number;
  /** By the id of the exchange that they belong to; most flows have none. */
  problems: Map<string, readonly Problem[]> | undefined;
}

const NO_ANSWERS: readonly NextAnswer[] = [];

export function startFold(calls: readonly Call[]): FlowFold {
  return {
    count: 0,
    first: calls.find((call) => flowRoleOf(call.operation.id)?.role === 'first'),
    end: undefined,
    firstEnd: undefined,
    possessionRequired: undefined,
    takenAt: Number.NEGATIVE_INFINITY,
    disownedAt: Number.NEGATIVE_INFINITY,
    bound: false,
    lastStatusAt: undefined,
    fastPolls: 0,
    answers: NO_ANSWERS,
    lastEnd: Number.NEGATIVE_INFINITY,
    problems: undefined,
  };
}

import type { Call } from './call.ts';
import { endOf } from './exchange.ts';
import { type Flow, roleOf } from './flow.ts';
import type { Problem, Verdict } from './problem.ts';

/** A call of a flow by itself. */
export interface CallStep {
  kind: 'call';
  id: string;
  call: Call;
  /** No id says that the call is of this flow: its time and place do. */
  guessed: boolean;
  verdict: Verdict;
  problems: readonly Problem[];
  /** The run that it was unfolded from. */
  runId?: string;
}

/** Equal polls in a row, told as one. */
export interface RunStep {
  kind: 'run';
  id: string;
  calls: readonly [Call, Call, ...Call[]];
  /** From the start of one to the start of the next, on the average, in ms. */
  every: number;
  /** Its calls follow as steps of their own. */
  open: boolean;
  guessed: boolean;
  verdict: Verdict;
  /** The problems that each of its calls has. */
  problems: readonly Problem[];
}

/** What a flow is told in: calls, and runs of equal polls. */
export type Step = CallStep | RunStep;

/** Knows what is wrong with a call, in itself and within its flow: the log does. */
export interface Judge {
  problemsOf(call: Call): readonly Problem[];
  verdictOf(call: Call): Verdict;
}

/** What is told of a flow. */
type Told = Pick<Flow, 'calls' | 'isGuess'>;

/**
 * Tells the calls of a flow, by start, in steps. Polls are equal where nothing tells them apart but their time:
 * the same operation, answer and problems. `unfolded` holds the ids of runs whose calls are wanted one by one.
 */
export function toSteps(flow: Told, judge: Judge, unfolded: ReadonlySet<string> = new Set()): Step[] {
  const { calls } = flow;
  const steps: Step[] = [];
  for (let at = 0; at < calls.length; ) {
    const [call, second, ...more] = runFrom(flow, at, judge);
    if (!call) break;
    at += second ? more.length + 2 : 1;
    if (!second) {
      steps.push(callStep(call, flow, judge));
      continue;
    }
    const last = more.at(-1) ?? second;
    const id = `run-${call.exchange.id}`;
    const open = unfolded.has(id);
    steps.push({
      kind: 'run',
      id,
      calls: [call, second, ...more],
      every: (last.exchange.startedAt - call.exchange.startedAt) / (more.length + 1),
      open,
      guessed: flow.isGuess(call),
      verdict: judge.verdictOf(call),
      problems: judge.problemsOf(call),
    });
    if (!open) continue;
    for (const one of [call, second, ...more]) steps.push({ ...callStep(one, flow, judge), runId: id });
  }
  return steps;
}

const callStep = (call: Call, flow: Told, judge: Judge): CallStep => ({
  kind: 'call',
  id: call.exchange.id,
  call,
  guessed: flow.isGuess(call),
  verdict: judge.verdictOf(call),
  problems: judge.problemsOf(call),
});

/** The calls from a place on that are equal polls; the call alone where it is no poll. */
function runFrom(flow: Told, from: number, judge: Judge): readonly Call[] {
  const { calls } = flow;
  const first = calls[from];
  if (!first) return [];
  const key = pollKey(first, judge);
  let to = from + 1;
  for (let next = calls[to]; key !== undefined && next; next = calls[++to])
    if (pollKey(next, judge) !== key || flow.isGuess(next) !== flow.isGuess(first)) break;
  return calls.slice(from, to);
}

/** What makes polls equal; undefined for a call that stands for itself. */
function pollKey(call: Call, judge: Judge): string | undefined {
  const { exchange, facts, operation } = call;
  if (roleOf(call) !== 'status' || !exchange.response || exchange.origin === 'replay') return undefined;
  const { status } = exchange.response;
  // An end, or a turn, of the flow is worth an arrow of its own.
  if (status >= 400 || facts.success !== 'pending') return undefined;
  const problems = judge.problemsOf(call).map(({ code, in: side, path }) => `${code} ${side} ${path}`);
  return [operation.id, status, judge.verdictOf(call), ...problems].join('\n');
}

/** The calls that a step tells. */
export const callsOf = (step: Step): readonly [Call, ...Call[]] =>
  step.kind === 'run' ? step.calls : [step.call];

/** When a step begins and ends, in ms since the epoch. */
export function spanOf(step: Step): { from: number; to: number } {
  const [first, ...more] = callsOf(step);
  const last = more.at(-1) ?? first;
  return { from: first.exchange.startedAt, to: endOf(last.exchange) };
}

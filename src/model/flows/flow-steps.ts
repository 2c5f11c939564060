import type { Call } from '../call.ts';
import { type Exchange, endOf } from '../exchange.ts';
import type { Problem, Verdict } from '../problems/problem.ts';
import { type Flow, roleOf } from './flow.ts';
import type { SdkCall } from './sdk-call.ts';

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

/** What the client SDK asked of the device API: part of the story, and judged by nothing. */
export interface SdkStep {
  kind: 'sdk';
  id: string;
  sdkCall: SdkCall;
  guessed: false;
  verdict: undefined;
  problems: readonly Problem[];
}

/** What a flow is told in: calls, runs of equal polls, and calls of the client SDK. */
export type Step = CallStep | RunStep | SdkStep;

/** Knows what is wrong with a call, in itself and within its flow: the log does. */
export interface Judge {
  problemsOf(call: Call): readonly Problem[];
  verdictOf(call: Call): Verdict;
}

/** What is told of a flow. */
type Told = Pick<Flow, 'calls' | 'isGuess'>;

export interface Telling {
  /** The ids of runs whose calls are wanted one by one. */
  unfolded?: ReadonlySet<string>;
  /** What the client SDK did meanwhile, by start. */
  sdkCalls?: readonly SdkCall[];
}

/**
 * Tells the calls of a flow, by start, in steps. Polls are equal where nothing tells them apart but their time:
 * the same operation, answer and problems, and nothing else between them.
 */
export function toSteps(flow: Told, judge: Judge, { unfolded, sdkCalls = [] }: Telling = {}): Step[] {
  const { calls } = flow;
  const steps: Step[] = [];
  let nextSdk = 0;
  const tellSdk = (before: number) => {
    for (let call = sdkCalls[nextSdk]; call && startOf(call) < before; call = sdkCalls[++nextSdk])
      steps.push(sdkStep(call));
  };
  for (let at = 0; at < calls.length; ) {
    tellSdk(startOf(calls[at]));
    const [call, second, ...more] = runFrom(flow, at, judge, startOf(sdkCalls[nextSdk]));
    if (!call) break;
    at += second ? more.length + 2 : 1;
    if (!second) {
      steps.push(callStep(call, flow, judge));
      continue;
    }
    const last = more.at(-1) ?? second;
    const id = `run-${call.exchange.id}`;
    const open = unfolded?.has(id) === true;
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
  tellSdk(Number.POSITIVE_INFINITY);
  return steps;
}

/** In ms since the epoch; never for what is not there. */
const startOf = (call: { exchange: Exchange } | undefined): number =>
  call?.exchange.startedAt ?? Number.POSITIVE_INFINITY;

const sdkStep = (sdkCall: SdkCall): SdkStep => ({
  kind: 'sdk',
  id: sdkCall.exchange.id,
  sdkCall,
  guessed: false,
  verdict: undefined,
  problems: NONE,
});

const NONE: readonly Problem[] = [];

const callStep = (call: Call, flow: Told, judge: Judge): CallStep => ({
  kind: 'call',
  id: call.exchange.id,
  call,
  guessed: flow.isGuess(call),
  verdict: judge.verdictOf(call),
  problems: judge.problemsOf(call),
});

/** The calls from a place on, up to a time, that are equal polls; the call alone where it is no poll. */
function runFrom(flow: Told, from: number, judge: Judge, until: number): readonly Call[] {
  const { calls } = flow;
  const first = calls[from];
  if (!first) return [];
  const key = pollKey(first, judge);
  let to = from + 1;
  for (let next = calls[to]; key !== undefined && next; next = calls[++to])
    if (startOf(next) > until || pollKey(next, judge) !== key || flow.isGuess(next) !== flow.isGuess(first))
      break;
  return calls.slice(from, to);
}

/** What makes polls equal; undefined for a call that stands for itself. */
function pollKey(call: Call, judge: Judge): string | undefined {
  const { exchange, facts, operation } = call;
  if (roleOf(call) !== 'status' || !exchange.response) return undefined;
  const { status } = exchange.response;
  // An end, or a turn, of the flow is worth an arrow of its own.
  if (status >= 400 || facts.success !== 'pending') return undefined;
  const problems = judge.problemsOf(call).map(({ code, in: side, path }) => `${code} ${side} ${path}`);
  // A poll that was sent by hand is told apart from those of the page.
  return [operation.id, status, exchange.origin, judge.verdictOf(call), ...problems].join('\n');
}

/** What a step tells, on the wire. */
export function exchangesOf(step: Step): readonly [Exchange, ...Exchange[]] {
  if (step.kind === 'call') return [step.call.exchange];
  if (step.kind === 'sdk') return [step.sdkCall.exchange];
  const [first, ...more] = step.calls;
  return [first.exchange, ...more.map(({ exchange }) => exchange)];
}

/** When a step begins and ends, in ms since the epoch. */
export function spanOf(step: Step): { from: number; to: number } {
  const [first, ...more] = exchangesOf(step);
  return { from: first.startedAt, to: endOf(more.at(-1) ?? first) };
}

import { type Difference, diffJson } from '../body/diff-json.ts';
import { fromPointer } from '../body/json-pointer.ts';
import type { Body, Exchange } from '../exchange.ts';
import type { Problem } from '../problems/problem.ts';
import { outcomeOf, subjectOf } from './describe-step.ts';
import type { Flow } from './flow.ts';
import { exchangesOf, type Judge, type Step, toSteps } from './flow-steps.ts';
import type { SdkCall } from './sdk-call.ts';

/** A difference between two calls, and whether two flows would differ there anyway. */
export interface CallDifference extends Difference {
  in: 'request' | 'response' | 'outcome';
  /** Ids, tokens and texts that no two flows share. */
  expected: boolean;
}

/** Two steps side by side; one alone where the other flow has none like it. */
export interface Pair {
  left: Step | undefined;
  right: Step | undefined;
  differences: readonly CallDifference[];
}

/** Fields whose values are new in every flow. */
const alwaysNew = new Set(['correlationId', 'authToken', 'clientRequestId', 'access_token', 'refresh_token']);

/** Lays two flows side by side, aligned by operation and order, and finds where their calls differ. */
export function compareFlows(
  left: Flow,
  right: Flow,
  judge: Judge,
  sdkCallsOf: (flow: Flow) => readonly SdkCall[] = () => [],
): Pair[] {
  const steps = (flow: Flow) => toSteps(flow, judge, { sdkCalls: sdkCallsOf(flow) });
  const pairs = align(steps(left), steps(right));
  return pairs.map((pair) => ({ ...pair, differences: differencesOf(pair) }));
}

/** The first error or warning that one flow has and the other lacks at the same step. */
export function firstProblem(
  pairs: readonly Pair[],
): { side: 'left' | 'right'; problem: Problem } | undefined {
  const key = ({ code, in: side, path }: Problem) => `${code} ${side} ${path}`;
  for (const pair of pairs)
    for (const side of ['left', 'right'] as const) {
      const others = new Set(pair[side === 'left' ? 'right' : 'left']?.problems.map(key));
      const problem = pair[side]?.problems.find((one) => one.severity !== 'hint' && !others.has(key(one)));
      if (problem) return { side, problem };
    }
  return undefined;
}

/** The first difference that may be the reason why two flows went different ways. */
export function firstDifference(
  pairs: readonly Pair[],
): { pair: Pair; difference?: CallDifference } | undefined {
  for (const pair of pairs) {
    const difference = pair.differences.find(({ expected }) => !expected);
    if (difference) return { pair, difference };
    if (!pair.left || !pair.right) return { pair };
  }
  return undefined;
}

type Aligned = Pick<Pair, 'left' | 'right'>;

/** The longest common row of operations; what stands between two common ones is paired with nothing. */
function align(left: readonly Step[], right: readonly Step[]): Aligned[] {
  const at = (steps: readonly Step[], index: number) => {
    const step = steps[index];
    return step && subjectOf(step);
  };
  // lengths[i][j]: how many operations the rest from i on and the rest from j on have in common.
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  const common = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] =
          at(left, i) === at(right, j)
            ? common(i + 1, j + 1) + 1
            : Math.max(common(i + 1, j), common(i, j + 1));
    }
  const pairs: Aligned[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    const both = i < left.length && j < right.length;
    if (both && at(left, i) === at(right, j)) pairs.push({ left: left[i++], right: right[j++] });
    else if (both ? common(i + 1, j) >= common(i, j + 1) : i < left.length)
      pairs.push({ left: left[i++], right: undefined });
    else pairs.push({ left: undefined, right: right[j++] });
  }
  return pairs;
}

function differencesOf({ left, right }: Aligned): CallDifference[] {
  if (!left || !right) return [];
  const [a] = exchangesOf(left);
  const [b] = exchangesOf(right);
  const outcomes = [left, right].map((step) => outcomeOf(step).join(' · '));
  const outcome: CallDifference[] =
    outcomes[0] === outcomes[1]
      ? []
      : [{ in: 'outcome', path: '', left: outcomes[0], right: outcomes[1], expected: false }];
  // What the SDK and the device API tell each other is new in every flow.
  if (left.kind === 'sdk') return outcome;
  return [...bodies(a, b, 'request'), ...outcome, ...bodies(a, b, 'response')];
}

function bodies(a: Exchange, b: Exchange, side: 'request' | 'response'): CallDifference[] {
  const left = read(a[side]?.body);
  const right = read(b[side]?.body);
  return diffJson(left, right).map((difference) => ({
    ...difference,
    in: side,
    expected: alwaysNew.has(fromPointer(difference.path).at(-1) ?? ''),
  }));
}

/** A body as a value: what is no JSON is compared as a text. */
function read(body: Body | undefined): unknown {
  if (!body || body.text === '') return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return body.text;
  }
}

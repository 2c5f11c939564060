import { fromPointer, toPointer } from '../body/json-pointer.ts';
import { maskId, maskUrl, maskWord } from '../masking/mask.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import type { Problem, Severity } from '../problems/problem.ts';
import type { CheckedCall, CheckResult } from './capture-check.ts';

/** What `check --format json` prints: a contract with the programs that read it. */
export interface Report {
  version: 1;
  entries: number;
  ignored: number;
  calls: ReportedCall[];
  flows: ReportedFlow[];
  /** Entries that could not be read (they count as ignored); left out where there are none. */
  broken?: { entry: number; file: string; reason: string }[];
}

export interface ReportedCall {
  entry: number;
  operation: string;
  method: string;
  url: string;
  status: number;
  verdict: string;
  correlationId: string | null;
  problems: ReportedProblem[];
}

export interface ReportedFlow {
  correlationId: string | null;
  kind: string;
  state: string;
  calls: number[];
  problems: (ReportedProblem & { entry: number })[];
}

export interface ReportedProblem {
  severity: Severity;
  code: string;
  in: 'request' | 'response';
  path: string;
  line: number;
  column: number;
  message: string;
  suggestion?: string;
}

/** A check's result as the report for machines. */
export function toReport({ entries, ignored, calls, flows, broken }: CheckResult): Report {
  return {
    version: 1,
    entries,
    ignored,
    calls: calls.map((checked) => ({
      entry: checked.entry,
      operation: checked.call.operation.id,
      method: checked.call.exchange.request.method,
      url: maskUrl(checked.call.exchange.request.url),
      status: checked.call.exchange.response?.status ?? 0,
      verdict: checked.verdict,
      correlationId: maskId(checked.correlationId),
      problems: checked.problems.map(toReported),
    })),
    flows: flows.map((flow) => ({
      correlationId: maskId(flow.correlationId),
      kind: flow.kind,
      state: flow.state,
      calls: flow.calls.map(({ entry }) => entry),
      problems: flow.calls.flatMap(({ entry, problems }) =>
        problems.filter(({ code }) => code.startsWith('flow.')).map((one) => ({ ...toReported(one), entry })),
      ),
    })),
    ...(broken.length > 0 && {
      broken: broken.map(({ entry, file, reason }) => ({ entry, file: file.name, reason })),
    }),
  };
}

function toReported(problem: Problem): ReportedProblem {
  const { severity, code, in: side, line, column, suggestion } = problem;
  return {
    severity,
    code,
    in: side,
    path: pathOf(problem),
    line,
    column,
    message: messageOf(problem),
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Keys are names, but somebody may have put a value in the place of one. */
export const pathOf = ({ path }: Problem): string => toPointer(fromPointer(path).map(maskWord));

/** The sentence of a problem, without what a key may hold. */
export const messageOf = (problem: Problem): string => describeProblem({ ...problem, path: pathOf(problem) });

/** How many problems of each severity there are, worst first, those of none left out. */
export function countSeverities(calls: readonly CheckedCall[]): [Severity, number][] {
  const counts: Record<Severity, number> = { error: 0, warning: 0, hint: 0 };
  for (const { problems } of calls) for (const { severity } of problems) counts[severity]++;
  return (['error', 'warning', 'hint'] as const).flatMap((severity) =>
    counts[severity] > 0 ? [[severity, counts[severity]]] : [],
  );
}

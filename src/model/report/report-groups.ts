import { noFlowReasons, stateNames } from '../flows/describe-flow.ts';
import type { FlowState } from '../flows/flow.ts';
import { countOf, formatDuration } from '../format.ts';
import { maskId, maskUrl } from '../masking/mask.ts';
import { printable } from '../printable.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckedCall, CheckedFile, CheckResult } from './capture-check.ts';
import { type Quote, quoter } from './quote-line.ts';
import { messageOf, pathOf } from './report.ts';

/** What a report for people shows: a flow with its calls, or the calls that stand in none for one reason. */
export interface ReportGroup {
  /** "mfa flow", or the reason why the calls stand in no flow. */
  kind: string;
  /** Null where there is none. */
  correlationId: string | null;
  state?: FlowState;
  /** "succeeded, 3 calls in 4.2 s". */
  summary: string;
  rows: ReportRow[];
}

/** A call; or several in a row that are alike and have no problems. */
export interface ReportRow {
  /** "entry 3", "entries 4–17". */
  entries: string;
  /** Id of the operation. */
  operation: string;
  method: string;
  url: string;
  times: number;
  /** The HTTP status, or "no answer". */
  status: string;
  verdict: string;
  problems: ReportedLine[];
  /** How many problems more there are than are listed. */
  unlisted: number;
}

/** A problem as a report for people shows it. */
export interface ReportedLine {
  problem: Problem;
  path: string;
  /** "3:18", "response 1:5". */
  place: string;
  message: string;
  quote?: Quote;
}

/** So many problems of one call are listed; who has more of them begins with these anyway. */
const MAX_LISTED = 20;

/** Groups a check's calls for reading: by flow in their order, then those without one. Masked and printable. */
export function groupCalls(result: CheckResult): ReportGroup[] {
  const flows = result.flows.map((flow): ReportGroup => {
    const { calls, state, duration } = flow;
    return {
      kind: `${flow.kind} flow`,
      correlationId: maskId(flow.correlationId),
      state,
      summary: `${stateNames[state]()}, ${countOf(calls.length, 'call')} in ${formatDuration(duration)}`,
      rows: rowsOf(calls, result),
    };
  });
  const reasons = new Set(result.withoutFlow.map(({ reason }) => reason));
  const lone = [...reasons].map((reason): ReportGroup => {
    const calls = result.withoutFlow.flatMap((one) => (one.reason === reason ? [one.call] : []));
    return {
      kind: 'no flow',
      correlationId: null,
      summary: `${countOf(calls.length, 'call')}. ${noFlowReasons[reason]()}`,
      rows: rowsOf(calls, result),
    };
  });
  return [...flows, ...lone];
}

function rowsOf(calls: readonly CheckedCall[], result: CheckResult): ReportRow[] {
  const rows: { row: ReportRow; calls: CheckedCall[] }[] = [];
  for (const checked of calls) {
    const row = rowOf(checked);
    const last = rows.at(-1);
    if (last && areAlike(last.row, row)) last.calls.push(checked);
    else rows.push({ row, calls: [checked] });
  }
  return rows.map(({ row, calls: own }) => ({
    ...row,
    times: own.length,
    entries: entriesOf(own, result),
  }));
}

function rowOf({ call: { exchange, operation }, problems, verdict }: CheckedCall): ReportRow {
  const { request, response } = exchange;
  const quoteRequest = quoter(request.body?.text ?? '');
  const quoteResponse = quoter(response?.body?.text ?? '');
  return {
    entries: '',
    operation: operation.id,
    method: shown(request.method),
    url: shown(maskUrl(request.url)),
    times: 1,
    status: response ? String(response.status) : 'no answer',
    verdict,
    problems: problems.slice(0, MAX_LISTED).map((problem) => {
      // Of a problem of the whole body no line tells anything.
      const isWhole = problem.path === '' && problem.code !== 'body.syntax';
      const quote = isWhole ? undefined : (problem.in === 'request' ? quoteRequest : quoteResponse)(problem);
      return {
        problem,
        path: shown(pathOf(problem)),
        place: `${problem.in === 'response' ? 'response ' : ''}${problem.line}:${problem.column}`,
        message: printable(messageOf(problem)),
        ...(quote && { quote }),
      };
    }),
    unlisted: Math.max(0, problems.length - MAX_LISTED),
  };
}

/** Fit to be printed, and not longer than anybody reads. */
const shown = (text: string): string => printable(text.length > 300 ? `${text.slice(0, 299)}…` : text);

/** Equal polls without problems are one row. */
const areAlike = (a: ReportRow, b: ReportRow): boolean =>
  a.problems.length + b.problems.length === 0 &&
  a.operation === b.operation &&
  a.method === b.method &&
  a.url === b.url &&
  a.status === b.status &&
  a.verdict === b.verdict;

function entriesOf(calls: readonly CheckedCall[], { files }: CheckResult): string {
  const numbers = calls.map(({ entry }) => entry).sort((a, b) => a - b);
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  const several = calls.length > 1;
  // A run with other traffic in between is named by its ends too: each end is an entry that can be found.
  const label = several ? `entries ${first}–${last}` : `entry ${first}`;
  const file = calls[0]?.file;
  if (readFiles(files).length < 2 || !file) return label;
  const from = first - file.firstEntry;
  const to = last - file.firstEntry;
  return `${label} (${printable(file.name)} ${several ? `${from}–${to}` : from})`;
}

/** The files that gave something: those that could not be read have been told of. */
export const readFiles = (files: readonly CheckedFile[]): readonly CheckedFile[] =>
  files.some(({ entries }) => entries > 0) ? files.filter(({ entries }) => entries > 0) : files;

/** What was read: "a.har: 42 entries, 12 V3 calls, 2 flows". */
export function describeSources({ files, entries, calls, flows }: CheckResult): string {
  const names = readFiles(files)
    .map(({ name }) => printable(name))
    .join(', ');
  const counts = [
    countOf(entries, 'entry', 'entries'),
    countOf(calls.length, 'V3 call'),
    countOf(flows.length, 'flow'),
  ];
  return `${names}: ${counts.join(', ')}`;
}

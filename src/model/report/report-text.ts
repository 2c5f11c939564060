import { countOf } from '../format.ts';
import { printable } from '../printable.ts';
import type { Severity } from '../problems/problem.ts';
import type { CheckResult } from './capture-check.ts';
import { countSeverities } from './report.ts';
import {
  describeSources,
  groupCalls,
  type ReportedLine,
  type ReportRow,
  readFiles,
} from './report-groups.ts';

/** How words are coloured; each gives the text back as it is where there are no colours. */
export type Paint = Record<'bold' | 'dim' | 'good' | Severity, (text: string) => string>;

const asIs = (text: string) => text;
export const noPaint: Paint = { bold: asIs, dim: asIs, good: asIs, error: asIs, warning: asIs, hint: asIs };

/** So many broken entries are named. */
const MAX_BROKEN = 20;

/** A check's result for reading: grouped by flow, each problem with its line and a caret under the place. */
export function toText(result: CheckResult, paint: Paint = noPaint): string {
  const blocks = [[paint.bold(describeSources(result))]];
  for (const { kind, correlationId, summary, rows } of groupCalls(result)) {
    const name = correlationId === null ? kind : `${kind} ${printable(correlationId)}`;
    blocks.push([`${paint.bold(name)}: ${summary}`, ...rows.flatMap((row) => rowLines(row, paint))]);
  }
  const broken = brokenEntries(result);
  if (broken.length > 0) blocks.push([paint.bold('Entries that could not be read:'), ...broken]);
  blocks.push(closing(result, paint));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function rowLines(row: ReportRow, paint: Paint): string[] {
  const { entries, operation, method, url, times, status, verdict, problems, unlisted } = row;
  const judged = { valid: paint.good, absent: paint.good, truncated: paint.dim }[verdict] ?? paint.error;
  const call = `${operation}${times > 1 ? ` × ${times}` : ''}  ${paint.dim(`${method} ${url}`)}`;
  return [
    `  ${paint.dim(entries)}  ${call}  ${status}  ${judged(verdict)}`,
    ...problems.flatMap((line) => problemLines(line, paint)),
    ...(unlisted > 0 ? [`    … and ${countOf(unlisted, 'problem')} more; --format json lists them all`] : []),
  ];
}

function problemLines({ problem, path, place, message, quote }: ReportedLine, paint: Paint): string[] {
  const { severity, code } = problem;
  const head = `    ${paint[severity](severity)} ${code} ${paint.dim(`${path ? `at ${path}, ${place}` : place}`)}`;
  if (!quote) return [head, `      ${message}`];
  const number = String(quote.line);
  return [
    head,
    `      ${message}`,
    `      ${paint.dim(`${number} |`)} ${quote.text}`,
    `      ${' '.repeat(number.length)} ${paint.dim('|')} ${paint[severity](quote.carets)}`,
  ];
}

/** The entries that could not be read, a line each. */
export function brokenEntries({ broken, files }: CheckResult): string[] {
  const lines = broken.slice(0, MAX_BROKEN).map(({ entry, file, reason }) => {
    const within = readFiles(files).length > 1 ? ` (${printable(file.name)} ${entry - file.firstEntry})` : '';
    return `  entry ${entry}${within}: ${reason}`;
  });
  return broken.length > MAX_BROKEN ? [...lines, `  … and ${broken.length - MAX_BROKEN} more`] : lines;
}

/** What to do where no call was found. */
export const NO_CALLS =
  'No V3 calls found. Where your pages call your own back end, say which path means which operation: --route "POST /api/prove/mfa = mfa".';

/** Chrome's own export is "sanitized" unless asked otherwise: it leaves out headers with credentials. */
export const SANITIZED =
  'No call has an Authorization header: was the HAR exported without sensitive data (as Chrome does unless told otherwise)? Then auth.missing says nothing.';

/** Whether what is said of missing tokens may be the doing of the export. */
export function lacksTokens({ calls }: CheckResult): boolean {
  const needing = calls.filter(({ call }) => call.environment && call.operation.bearer);
  return (
    needing.length > 0 &&
    needing.every(({ problems }) => problems.some(({ code }) => code === 'auth.missing'))
  );
}

function closing(result: CheckResult, paint: Paint): string[] {
  const { calls, ignored, broken, entries } = result;
  if (calls.length === 0) return [entries === 0 ? 'No entries.' : NO_CALLS];
  const counts = countSeverities(calls).map(([severity, count]) => paint[severity](countOf(count, severity)));
  const found = counts.length > 0 ? counts.join(', ') : paint.good('No problems');
  const foreign = ignored - broken.length;
  return [
    `${found} in ${countOf(calls.length, 'call')}.`,
    ...(foreign > 0 ? [`${countOf(foreign, 'entry is no V3 call', 'entries are no V3 calls')}.`] : []),
    ...(broken.length > 0 ? [`${countOf(broken.length, 'entry', 'entries')} could not be read.`] : []),
    ...(lacksTokens(result) ? [SANITIZED] : []),
  ];
}

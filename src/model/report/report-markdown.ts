import { countOf } from '../format.ts';
import { printable } from '../printable.ts';
import type { CheckResult } from './capture-check.ts';
import { countSeverities } from './report.ts';
import {
  describeSources,
  groupCalls,
  type ReportedLine,
  type ReportGroup,
  type ReportRow,
} from './report-groups.ts';
import { brokenEntries, lacksTokens, NO_CALLS, SANITIZED } from './report-text.ts';

/** A comment on GitHub holds 65,536 characters; what does not fit is counted. */
const MAX_LENGTH = 60_000;

const signs = { error: '❌', warning: '⚠️', hint: '💡' } as const;

/** A check's result for a comment on a pull request: the counts, a table of the flows, then each problem. */
export function toMarkdown(result: CheckResult): string {
  const groups = groupCalls(result);
  const counts = countSeverities(result.calls).map(([severity, count]) => countOf(count, severity));
  const found =
    counts.length > 0 ? counts.join(', ') : result.calls.length > 0 ? 'no problems' : 'no V3 calls';
  const parts = [`### V3 Inspector: ${found}`, plain(describeSources(result))];
  if (result.calls.length === 0) parts.push(plain(NO_CALLS));
  if (groups.length > 0) parts.push(tableOf(groups));
  const broken = brokenEntries(result);
  if (broken.length > 0)
    parts.push(
      ['Entries that could not be read:', ...broken.map((line) => `- ${plain(line.trim())}`)].join('\n'),
    );

  let length = parts.join('\n\n').length;
  let left = 0;
  for (const group of groups) {
    for (const row of group.rows) {
      const part = sectionOf(group, row);
      if (part === undefined) continue;
      if (left > 0 || length + part.length > MAX_LENGTH) left += row.problems.length + row.unlisted;
      else {
        parts.push(part);
        length += part.length + 2;
      }
    }
  }
  if (lacksTokens(result)) parts.push(plain(SANITIZED));
  if (left > 0) parts.push(`… and ${countOf(left, 'problem')} more: \`v3-inspector check\` lists them.`);
  return `${parts.join('\n\n')}\n`;
}

function tableOf(groups: readonly ReportGroup[]): string {
  const rows = groups.slice(0, 200).map(({ kind, correlationId, summary, rows: calls }) => {
    const problems = calls.flatMap((row) => row.problems.map(({ problem }) => problem.severity));
    const counts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
      const count = problems.filter((one) => one === severity).length;
      return count > 0 ? [`${signs[severity]} ${count}`] : [];
    });
    // A bar ends a cell, even within code.
    const name = correlationId === null ? kind : `${kind} ${code(correlationId).replaceAll('|', '\\|')}`;
    return `| ${name} | ${plain(summary)} | ${counts.join(' ') || '✅'} |`;
  });
  const more = groups.length > 200 ? [`| … | ${groups.length - 200} more | |`] : [];
  return ['| Flow | State and calls | Problems |', '| --- | --- | --- |', ...rows, ...more].join('\n');
}

function sectionOf({ kind, correlationId }: ReportGroup, row: ReportRow): string | undefined {
  if (row.problems.length === 0) return undefined;
  const flow = correlationId === null ? kind : `${kind} ${code(correlationId)}`;
  const head = `#### ${plain(row.entries)}: ${row.operation}, ${plain(row.status)}, ${row.verdict}\n\n${code(`${row.method} ${row.url}`)} in ${flow}`;
  const more = row.unlisted > 0 ? [`- … and ${countOf(row.unlisted, 'problem')} more`] : [];
  return [head, '', ...row.problems.map(itemOf), ...more].join('\n');
}

function itemOf({ problem, path, place, message, quote }: ReportedLine): string {
  const { severity } = problem;
  const item = `- ${signs[severity]} **${severity}** ${code(problem.code)} ${path ? `at ${code(path)}, ` : ''}${place}: ${plain(message)}`;
  if (!quote) return item;
  // Longer than any run of backticks in the line, so that the line cannot end the block.
  const fence = fenceFor(quote.text, 3);
  return [item, fence, quote.text, quote.carets, fence].join('\n  ');
}

/** Captured text as it is: no markup of it counts, and nobody is mentioned. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replaceAll('@', '&#64;')
    .replace(/^(\d+)\./, '$1\\.');

/** Inline code. */
function code(captured: string): string {
  const text = printable(captured);
  const fence = fenceFor(text, 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

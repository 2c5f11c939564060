import { formatDuration } from '../format.ts';
import { maskId, maskUrl } from '../masking/mask.ts';
import { printable } from '../printable.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { countCalls, severityNames, verdictNames } from '../words/names.ts';
import { t } from '../words/words.ts';
import { stateNames } from './describe-flow.ts';
import { describeFlowState } from './describe-flow-state.ts';
import { outcomeOf, timeOf, titleOf } from './describe-step.ts';
import type { Flow } from './flow.ts';
import { exchangesOf, type Judge, toSteps } from './flow-steps.ts';
import type { SdkCall } from './sdk-call.ts';

/**
 * A flow as Markdown, for an issue or a chat: its state, its calls with times, its problems. No body is in it, and
 * URLs are masked.
 */
export function flowAsMarkdown(
  flow: Flow,
  judge: Judge,
  now: number,
  sdkCalls: readonly SdkCall[] = [],
): string {
  const state = stateNames[flow.stateAt(now)]();
  const url = flow.calls[0]?.exchange.request.url;
  const steps = toSteps(flow, judge, { sdkCalls });
  const rows = steps.map((step, index) => {
    const [{ duration }] = exchangesOf(step);
    const took = step.kind === 'run' ? countCalls(step.calls.length) : formatDuration(duration);
    const verdict = step.verdict ? verdictNames[step.verdict]() : t('not judged');
    return [
      String(index + 1),
      timeOf(step, flow.startedAt),
      titleOf(step),
      outcomeOf(step).join(' · '),
      took,
      verdict,
    ];
  });
  const problems = steps.flatMap((step, index) =>
    step.problems.map((problem) => problemLine(problem, { number: index + 1, call: line(titleOf(step)) })),
  );
  const kind = flow.kind?.id;
  const head =
    kind === undefined ? t('flow: {state}', { state }) : t('{kind} flow: {state}', { kind, state });
  const id = flow.correlationId === null ? t('none') : code(maskId(flow.correlationId), "'");
  const begun = {
    time: new Date(flow.startedAt).toISOString(),
    calls: countCalls(flow.calls.length),
    duration: formatDuration(flow.duration),
  };
  return [
    `### ${head}`,
    '',
    `- correlationId: ${id}`,
    `- ${t('begun: {time}, {calls} in {duration}', begun)}`,
    ...(url ? [`- ${t('first call: {url}', { url: code(maskUrl(url), '%60') })}`] : []),
    `- ${state}: ${line(describeFlowState(flow, now))}`,
    '',
    row(['#', t('at'), t('call'), t('answer'), t('took'), t('body')]),
    row(Array.from({ length: 6 }, () => '---')),
    ...rows.map((cells) => row(cells.map(cell))),
    ...(problems.length > 0 ? ['', ...problems] : []),
    '',
  ].join('\n');
}

function problemLine(problem: Problem, { number, call }: { number: number; call: string }): string {
  const values = { number, call, place: `${problem.line}:${problem.column}` };
  const where =
    problem.in === 'request'
      ? t('in call {number} ({call}), request {place}', values)
      : t('in call {number} ({call}), response {place}', values);
  const text = line(describeProblem(problem));
  return `- **${severityNames[problem.severity]()}** ${where}: ${text} \`${problem.code}\``;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A text as code, which has another sign in the place of what would end it. */
const code = (text: string, instead: string): string => `\`${printable(text).replaceAll('`', instead)}\``;

/** A text that stays in its cell. */
const cell = (text: string): string => line(text).replaceAll('|', '\\|');

/** A text that stays on its line and means nothing to Markdown or HTML. */
const line = (text: string): string =>
  printable(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>&]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`,
  );

import { countOf, formatDuration } from '../format.ts';
import { maskId, maskUrl } from '../masking/mask.ts';
import { printable } from '../printable.ts';
import { describeProblem } from '../problems/describe-problem.ts';
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
  const state = stateNames[flow.stateAt(now)];
  const url = flow.calls[0]?.exchange.request.url;
  const steps = toSteps(flow, judge, { sdkCalls });
  const rows = steps.map((step, index) => {
    const [{ duration }] = exchangesOf(step);
    const took = step.kind === 'run' ? countOf(step.calls.length, 'call') : formatDuration(duration);
    const cells = [
      index + 1,
      timeOf(step, flow.startedAt),
      titleOf(step),
      outcomeOf(step).join(' · '),
      took,
      step.verdict ?? 'not judged',
    ];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  const problems = steps.flatMap((step, index) =>
    step.problems.map(
      (problem) =>
        `- **${problem.severity}** in call ${index + 1} (${line(titleOf(step))}), ${problem.in} ${problem.line}:${problem.column}: ${line(describeProblem(problem))} \`${problem.code}\``,
    ),
  );
  return [
    `### ${flow.kind?.id ?? 'flow'} flow: ${state}`,
    '',
    `- correlationId: ${flow.correlationId === null ? 'none' : `\`${printable(maskId(flow.correlationId)).replaceAll('`', "'")}\``}`,
    `- begun: ${new Date(flow.startedAt).toISOString()}, ${countOf(flow.calls.length, 'call')} in ${formatDuration(flow.duration)}`,
    ...(url ? [`- first call: \`${printable(maskUrl(url)).replaceAll('`', '%60')}\``] : []),
    `- ${state}: ${line(describeFlowState(flow, now))}`,
    '',
    '| # | at | call | answer | took | body |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    ...(problems.length > 0 ? ['', ...problems] : []),
    '',
  ].join('\n');
}

/** A text that stays in its cell. */
const cell = (value: string | number): string => line(String(value)).replaceAll('|', '\\|');

/** A text that stays on its line and means nothing to Markdown or HTML. */
const line = (text: string): string =>
  printable(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>&]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : `\\${sign}`,
  );

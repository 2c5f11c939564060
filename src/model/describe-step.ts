import { outcomeOf, possessionOf } from './call-outcome.ts';
import { describeProblem } from './describe-problem.ts';
import { callsOf, type Step, spanOf } from './flow-steps.ts';
import { formatDuration } from './format.ts';
import { type Verdict, worstSeverity } from './problem.ts';

/** What stands over the arrow of a step: `mfa · desktop`, `mfa-status × 14, every 2.0 s`. */
export function titleOf(step: Step): string {
  const [call] = callsOf(step);
  if (step.kind === 'run')
    return `${call.operation.id} × ${step.calls.length}, every ${formatDuration(step.every)}`;
  const possession = possessionOf(call);
  return [call.operation.id, ...(possession ? [possession] : []), ...(step.guessed ? ['guess'] : [])].join(
    ' · ',
  );
}

/** What stands under the arrow of its answer: `200 · pending · 118 ms`. */
export function answerOf(step: Step): string {
  const [call] = callsOf(step);
  const took = step.kind === 'call' ? [formatDuration(call.exchange.duration)] : [];
  return [...outcomeOf(call), ...took].join(' · ');
}

/** When a step begins, from the start of its flow: `2.0 s`. */
export function timeOf(step: Step, startedAt: number): string {
  const ms = Math.max(0, spanOf(step).from - startedAt);
  // In seconds from the first on, so that times under each other can be compared.
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : formatDuration(ms);
}

/**
 * A step as one sentence for those who hear it; the names of all steps in a row are the story of the flow.
 * `mfa-bind at 6.3 s: 403, code 8003, after 96 ms. Error: …`
 */
export function nameOf(step: Step, startedAt: number): string {
  const [call] = callsOf(step);
  const possession = possessionOf(call);
  const what =
    step.kind === 'run'
      ? `${call.operation.id} ${step.calls.length} times, every ${formatDuration(step.every)}, from`
      : `${call.operation.id}${possession ? ` for ${possession}` : ''}${call.exchange.origin === 'replay' ? ', replayed,' : ''}${step.guessed ? ', guessed to be of this flow,' : ''} at`;
  const took = step.kind === 'call' ? `, after ${formatDuration(call.exchange.duration)}` : '';
  const worst = worstSeverity(step.problems);
  const problems = step.problems
    .filter(({ severity }) => severity === worst)
    .map((problem) => ` ${capital(problem.severity)}: ${describeProblem(problem)}`);
  return `${what} ${timeOf(step, startedAt)}: ${outcomeOf(call).join(', ')}${took}.${bodies[step.verdict] ?? ''}${problems.join('')}`;
}

/** Verdicts that no problem tells. */
const bodies: Partial<Record<Verdict, string>> = { truncated: ' The browser cut its body off.' };

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

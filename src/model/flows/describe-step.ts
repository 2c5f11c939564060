import type { Call } from '../call.ts';
import { formatDuration } from '../format.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { type Verdict, worstSeverity } from '../problems/problem.ts';
import { outcomeOf as outcomeOfCall, possessionOf, sdkOutcomeOf } from './call-outcome.ts';
import { exchangesOf, type Step, spanOf } from './flow-steps.ts';

/** What a step is a call of: an operation, or what the client SDK asked for. */
export function subjectOf(step: Step): string {
  if (step.kind === 'sdk') return `SDK ${step.sdkCall.name}`;
  return (step.kind === 'run' ? step.calls[0] : step.call).operation.id;
}

/** What stands over the arrow of a step: `mfa · desktop`, `mfa-status × 14, every 2.0 s`. */
export function titleOf(step: Step): string {
  if (step.kind === 'run')
    return `${subjectOf(step)} × ${step.calls.length}, every ${formatDuration(step.every)}`;
  const possession = step.kind === 'call' ? possessionOf(step.call) : undefined;
  return [subjectOf(step), ...(possession ? [possession] : []), ...(step.guessed ? ['guess'] : [])].join(
    ' · ',
  );
}

/** What came back, part by part; for a run, what came back each time. */
export function outcomeOf(step: Step): string[] {
  if (step.kind === 'sdk') return sdkOutcomeOf(step.sdkCall);
  return outcomeOfCall(step.kind === 'run' ? step.calls[0] : step.call);
}

/** What stands under the arrow of its answer: `200 · pending · 118 ms`. */
export const answerOf = (step: Step): string => [...outcomeOf(step), ...tookOf(step)].join(' · ');

/** How long a step took; nothing for a run, whose calls took each their own time. */
function tookOf(step: Step): string[] {
  const [{ duration }] = exchangesOf(step);
  return step.kind === 'run' ? [] : [formatDuration(duration)];
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
  const worst = worstSeverity(step.problems);
  const problems = step.problems
    .filter(({ severity }) => severity === worst)
    .map((problem) => ` ${capital(problem.severity)}: ${describeProblem(problem)}`);
  const took = tookOf(step).map((time) => `, after ${time}`);
  const body = (step.verdict && bodies[step.verdict]) ?? '';
  return `${beginningOf(step)} ${timeOf(step, startedAt)}: ${outcomeOf(step).join(', ')}${took.join('')}.${body}${problems.join('')}`;
}

/** The name of a step up to its time. */
function beginningOf(step: Step): string {
  const subject = subjectOf(step);
  if (step.kind === 'run')
    return `${subject} ${step.calls.length} times${replayedOf(step.calls[0]) || ','} every ${formatDuration(step.every)}, from`;
  if (step.kind === 'sdk') return `${subject} at`;
  const possession = possessionOf(step.call);
  const replayed = replayedOf(step.call);
  const guessed = step.guessed ? ', guessed to be of this flow,' : '';
  return `${subject}${possession ? ` for ${possession}` : ''}${replayed}${guessed} at`;
}

const replayedOf = ({ exchange }: Call): string => (exchange.origin === 'replay' ? ', replayed,' : '');

/** Verdicts that no problem tells. */
const bodies: Partial<Record<Verdict, string>> = { truncated: ' The browser cut its body off.' };

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

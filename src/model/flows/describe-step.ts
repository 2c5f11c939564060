import { formatDecimals, formatDuration } from '../format.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { worstSeverity } from '../problems/problem.ts';
import { severityNames } from '../words/names.ts';
import { formatNumber, t, tn } from '../words/words.ts';
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
    return t('{call} × {count}, every {time}', {
      call: subjectOf(step),
      count: formatNumber(step.calls.length),
      time: formatDuration(step.every),
    });
  const possession = step.kind === 'call' ? possessionOf(step.call) : undefined;
  return [subjectOf(step), ...(possession ? [possession] : []), ...(step.guessed ? [t('guess')] : [])].join(
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
  return ms < 60_000 ? `${formatDecimals(ms / 1000, 1)} s` : formatDuration(ms);
}

/**
 * A step as one sentence for those who hear it; the names of all steps in a row are the story of the flow.
 * `mfa-bind at 6.3 s: 403, code 8003, after 96 ms. Error: …`
 */
export function nameOf(step: Step, startedAt: number): string {
  const worst = worstSeverity(step.problems);
  const problems = step.problems
    .filter(({ severity }) => severity === worst)
    .map((problem) => ` ${capital(severityNames[problem.severity]())}: ${describeProblem(problem)}`);
  const [took] = tookOf(step);
  const story = storyOf(step, timeOf(step, startedAt), outcomeOf(step).join(', '));
  const told = took === undefined ? `${story}.` : t('{story}, after {took}.', { story, took });
  const cut = step.verdict === 'truncated' ? ` ${t('The browser cut its body off.')}` : '';
  return `${told}${cut}${problems.join('')}`;
}

/** What was called when, and what came of it. */
function storyOf(step: Step, time: string, outcome: string): string {
  const call = subjectOf(step);
  if (step.kind === 'sdk') return t('{call} at {time}: {outcome}', { call, time, outcome });
  const replayed = exchangesOf(step)[0].origin === 'replay';
  if (step.kind === 'run') {
    const values = { call, every: formatDuration(step.every), time, outcome };
    const { length } = step.calls;
    return replayed
      ? tn(
          length,
          {
            one: '{call} {count} time, replayed, every {every}, from {time}: {outcome}',
            other: '{call} {count} times, replayed, every {every}, from {time}: {outcome}',
          },
          values,
        )
      : tn(
          length,
          {
            one: '{call} {count} time, every {every}, from {time}: {outcome}',
            other: '{call} {count} times, every {every}, from {time}: {outcome}',
          },
          values,
        );
  }
  const possession = possessionOf(step.call);
  const values = {
    call: possession ? t('{call} for {possession}', { call, possession }) : call,
    time,
    outcome,
  };
  if (replayed && step.guessed)
    return t('{call}, replayed, guessed to be of this flow, at {time}: {outcome}', values);
  if (replayed) return t('{call}, replayed, at {time}: {outcome}', values);
  return step.guessed
    ? t('{call}, guessed to be of this flow, at {time}: {outcome}', values)
    : t('{call} at {time}: {outcome}', values);
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

import type { Operation } from '../../schemas/operation.ts';
import type { Call } from '../call.ts';
import { type Draft, draftFromExchange } from '../compose/draft.ts';
import { type Exchange, endOf } from '../exchange.ts';
import { t } from '../words/words.ts';
import { outcomeOf } from './call-outcome.ts';
import { type Carried, carryDraft } from './carry.ts';
import { type Flow, roleOf } from './flow.ts';

/** One call of a flow that is to be made again. */
export interface ReplayStep {
  /** Id of the captured exchange. */
  id: string;
  operation: Operation;
  captured: Call;
  /** How long the captured client waited between the answer before and this call, in ms. */
  pause: number;
  /** Why it cannot go out as it was captured, as a sentence. */
  incomplete?: string;
}

/** How a flow is made again. */
export interface ReplayOptions {
  /** The longest pause between two calls, in ms; 0 for none. */
  longestPause: number;
  /** Stop at a refusal, or a failure, that the captured flow did not have at the same place. */
  stopAtRefusal: boolean;
}

/** A status that ought to end is asked again so often, and so far apart, in ms. */
export const MOST_REPEATS = 100;
const REPEAT_PAUSE = 2000;

/** The calls of a flow in their order. What the SDK or a page sent besides is not among them. */
export function planReplay({ calls }: Pick<Flow, 'calls'>): ReplayStep[] {
  let end: number | undefined;
  return calls.map((captured) => {
    const { exchange, operation } = captured;
    const pause = end === undefined ? 0 : Math.max(0, exchange.startedAt - end);
    end = Math.max(end ?? 0, endOf(exchange));
    const incomplete = incompleteness(exchange);
    return { id: exchange.id, operation, captured, pause, ...(incomplete !== undefined && { incomplete }) };
  });
}

function incompleteness({ request: { body } }: Exchange): string | undefined {
  if (body?.binary) return t('The captured body is no text: write it before it goes.');
  if (body?.truncated)
    return t('The browser handed over a part of this body only: complete it before it goes.');
  return undefined;
}

/** The call of a step with what the replay has been given so far in the place of what the capture was given. */
export const draftOfStep = ({ captured }: ReplayStep, carried: Carried): Draft =>
  carryDraft(draftFromExchange(captured.exchange, captured.operation), carried);

/** The pause before a step, in ms. */
export const pauseBefore = ({ pause }: ReplayStep, { longestPause }: ReplayOptions): number =>
  Math.min(pause, longestPause);

/** Why a replay should not go on behind an answer, as a sentence; undefined where it may. */
export function refusalOf({ captured }: ReplayStep, answered: Call | undefined): string | undefined {
  if (!answered) return t('Stopped: the answer could not be read as that of a V3 call.');
  const { response, failure } = answered.exchange;
  if (failure || !response) return t('Stopped: no answer came.');
  if (response.status < 400) return undefined;
  const before = captured.exchange.response;
  if (before?.status === response.status && captured.facts.errorCode === answered.facts.errorCode)
    return undefined;
  return t('Stopped: the API refused {operation} ({outcome}).', {
    operation: captured.operation.id,
    outcome: outcomeOf(answered).join(', '),
  });
}

/**
 * How long to wait before a status is asked once more, in ms: the capture had moved on here, and the replay is still
 * pending. Undefined where it need not be asked again.
 */
export function repeatAfter({ captured, pause }: ReplayStep, answered: Call | undefined): number | undefined {
  if (!answered || roleOf(captured) !== 'status') return undefined;
  const [before, now] = [captured.facts.success, answered.facts.success];
  if (now !== 'pending' || before === undefined || before === 'pending') return undefined;
  return Math.max(pause, REPEAT_PAUSE);
}

/**
 * The step that follows one. Where a status moved on sooner than in the capture, the polls that waited for it there
 * are left out.
 */
export function nextStep(steps: readonly ReplayStep[], at: number, answered: Call | undefined): number {
  const step = steps[at];
  const now = answered?.facts.success;
  if (!step || roleOf(step.captured) !== 'status' || now === undefined || now === 'pending') return at + 1;
  if (step.captured.facts.success !== 'pending') return at + 1;
  let next = at + 1;
  for (let later = steps[next]; later && later.operation === step.operation; later = steps[++next]) {
    if (later.captured.facts.success !== 'pending') return next + 1;
  }
  return next;
}

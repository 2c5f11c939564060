import { flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Operation } from '../../schemas/operation.ts';
import { type Difference, diffJson } from '../body/diff-json.ts';
import type { Body, Exchange } from '../exchange.ts';
import { outcomeOf } from '../flows/call-outcome.ts';
import { inspect } from '../problems/inspect.ts';
import { t } from '../words/words.ts';

/** No more sends than this in one series. */
export const MOST_SENDS = 100;

/** One draft sent again and again. */
export interface SeriesPlan {
  /** 1 to `MOST_SENDS`. */
  times: number;
  /** From the end of one send to the begin of the next, in ms. */
  interval: number;
  /** Stop as soon as there is nothing more to wait for. */
  untilEnd: boolean;
}

/** The plan with its numbers within their bounds. */
export const boundPlan = ({ times, interval, untilEnd }: SeriesPlan): SeriesPlan => ({
  times: Math.min(MOST_SENDS, Math.max(1, Math.round(times) || 1)),
  interval: Math.min(600_000, Math.max(0, interval || 0)),
  untilEnd,
});

/** Whether an operation is one that is asked again until it knows the end. */
export const isPolled = (operation: Operation | undefined): boolean =>
  operation !== undefined && flowRoleOf(operation.id)?.role === 'status';

/** Why asking again would tell nothing new, as a sentence; undefined while it may. */
export function endOfPolling(exchange: Exchange): string | undefined {
  const { response, failure } = exchange;
  if (failure || !response) return t('Stopped: no answer came.');
  const call = inspect(exchange);
  const outcome = call ? outcomeOf(call).join(', ') : String(response.status);
  if (response.status >= 400) return t('Stopped: the API refused ({outcome}).', { outcome });
  const success = call?.facts.success;
  const part = call && flowRoleOf(call.operation.id);
  if (!part || success === undefined) return undefined;
  const end = Object.hasOwn(part.step.ends, success) ? part.step.ends[success] : undefined;
  if (end === 'succeeded') return t('Stopped: the flow has succeeded ({outcome}).', { outcome });
  if (end) return t('Stopped: the flow has failed ({outcome}).', { outcome });
  if (part.kind.asksForPossession && success === 'possession_required')
    return t('Stopped: the flow waits for possession; the bind comes next.');
  return undefined;
}

/** What came back from one send, in a few words. */
export function outcomeOfSend(exchange: Exchange): string {
  const call = inspect(exchange);
  if (call) return outcomeOf(call).join(' · ');
  return exchange.response ? String(exchange.response.status) : 'failed';
}

/** Which send of a series was the first whose answer is unlike that of the first one, and in what. */
export function firstToDiffer(
  exchanges: readonly Exchange[],
): { index: number; difference: Difference } | undefined {
  const [first, ...others] = exchanges;
  if (!first) return undefined;
  for (const [at, other] of others.entries()) {
    const difference = differenceOf(first, other);
    if (difference) return { index: at + 1, difference };
  }
  return undefined;
}

function differenceOf({ response: a }: Exchange, { response: b }: Exchange): Difference | undefined {
  if (a?.status !== b?.status)
    return { path: '/status', left: a && String(a.status), right: b && String(b.status) };
  return diffJson(read(a?.body), read(b?.body))[0];
}

function read(body: Body | undefined): unknown {
  try {
    return JSON.parse(body?.text ?? '');
  } catch {
    return body?.text;
  }
}

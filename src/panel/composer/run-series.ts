import { endOfPolling, type SeriesPlan } from '../../model/compose/send-series.ts';
import { t, tn } from '../../model/words/words.ts';
import type { Answer } from './outbox.ts';
import { pause } from './pause.ts';

/** A draft sent again and again. */
export interface Series {
  plan: SeriesPlan;
  /** In the order of sending. */
  answers: readonly Answer[];
  /** Why it is over, as a sentence; absent while it goes on. */
  end?: string;
}

/** Sends by a plan, each time like any other send; `tell` hears how it goes, `rest` that a pause begins. */
export async function runSeries(
  plan: SeriesPlan,
  stopped: AbortSignal,
  on: { send: () => Promise<Answer>; tell: (series: Series) => void; rest: () => void },
): Promise<void> {
  let answers: readonly Answer[] = [];
  on.tell({ plan, answers });
  while (!stopped.aborted) {
    const answer = await on.send();
    answers = [...answers, answer];
    const moved = plan.untilEnd ? endOfPolling(answer.exchange) : undefined;
    const all =
      answers.length >= plan.times
        ? tn(plan.times, { one: 'Sent {count} times.', other: 'Sent {count} times.' })
        : undefined;
    const end = stopped.aborted ? t('Stopped by you.') : (moved ?? all);
    on.tell({ plan, answers, ...(end !== undefined && { end }) });
    if (end !== undefined) return;
    on.rest();
    await pause(plan.interval, stopped);
  }
  on.tell({ plan, answers, end: t('Stopped by you.') });
}

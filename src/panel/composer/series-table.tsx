import { firstToDiffer, outcomeOfSend } from '../../model/compose/send-series.ts';
import { formatBytes, formatDuration } from '../../model/format.ts';
import { describePlace } from '../../model/problems/describe-place.ts';
import { t } from '../../model/words/words.ts';
import { formatTime } from '../words.ts';
import type { ComposerStore } from './composer-store.ts';

/** The sends of a series, one row each; choosing one shows its answer. */
export function SeriesTable({ composer }: { composer: ComposerStore }) {
  const series = composer.series.value;
  if (!series) return null;
  const { plan, answers, end } = series;
  const differs = firstToDiffer(answers.map(({ exchange }) => exchange));
  const shown = composer.answer.value?.exchange.id;
  return (
    <div class="series">
      <p class="series-state">
        <span role="status">
          {end ??
            t('{answers} of at most {times} sent, {interval} apart.', {
              answers: answers.length,
              times: plan.times,
              interval: formatDuration(plan.interval),
            })}
        </span>
        {end === undefined && (
          <button type="button" class="button" onClick={() => composer.cancel()}>
            {t('Stop')}
          </button>
        )}
      </p>
      <div class="series-rows">
        <table aria-label={t('Sends')}>
          <thead>
            <tr>
              <th scope="col">#</th>
              <th scope="col">{t('Sent at')}</th>
              <th scope="col">{t('Answer')}</th>
              <th scope="col">{t('Time')}</th>
              <th scope="col">{t('Size')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map((answer, index) => (
              <tr key={answer.exchange.id} class={answer.exchange.id === shown ? 'chosen' : ''}>
                <td>{index + 1}</td>
                <td>{formatTime(answer.exchange.startedAt)}</td>
                <td>
                  <button
                    type="button"
                    class="link"
                    aria-pressed={answer.exchange.id === shown}
                    onClick={() => {
                      composer.answer.value = answer;
                    }}
                  >
                    {outcomeOfSend(answer.exchange)}
                  </button>
                  {differs?.index === index && (
                    <span class="tag">
                      {t('first to differ: {difference}', { difference: describePlace(differs.difference) })}
                    </span>
                  )}
                </td>
                <td>{formatDuration(answer.exchange.duration)}</td>
                <td>{formatBytes(answer.exchange.response?.body?.bytes ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

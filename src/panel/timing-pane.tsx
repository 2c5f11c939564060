import { type Exchange, type TimingPhase, timingPhases } from '../model/exchange.ts';
import { formatDuration } from '../model/format.ts';
import { t } from '../model/words/words.ts';
import { formatTime } from './words.ts';

const names: Record<TimingPhase, () => string> = {
  blocked: () => t('Queued'),
  dns: () => 'DNS',
  connect: () => t('Connecting'),
  ssl: () => 'TLS',
  send: () => t('Sending'),
  wait: () => t('Waiting for the answer'),
  receive: () => t('Receiving'),
};

export const TimingPane = ({ exchange }: { exchange: Exchange }) => (
  <table class="headers">
    <caption>
      {t('Started {startedAt}, took {duration}', {
        startedAt: formatTime(exchange.startedAt),
        duration: formatDuration(exchange.duration),
      })}
    </caption>
    <tbody>
      {timingPhases.map((phase) => {
        const duration = exchange.timings?.[phase];
        return duration === undefined ? null : (
          <tr key={phase}>
            <th scope="row">{names[phase]()}</th>
            <td>{formatDuration(duration)}</td>
          </tr>
        );
      })}
      {!exchange.timings && (
        <tr>
          <td class="quiet">{t('The browser told no parts of this time.')}</td>
        </tr>
      )}
    </tbody>
  </table>
);

import { type Exchange, type TimingPhase, timingPhases } from '../model/exchange.ts';
import { formatDuration } from '../model/format.ts';
import { formatTime } from './words.ts';

const names: Record<TimingPhase, string> = {
  blocked: 'Queued',
  dns: 'DNS',
  connect: 'Connecting',
  ssl: 'TLS',
  send: 'Sending',
  wait: 'Waiting for the answer',
  receive: 'Receiving',
};

export const TimingPane = ({ exchange }: { exchange: Exchange }) => (
  <table class="headers">
    <caption>
      Started {formatTime(exchange.startedAt)}, took {formatDuration(exchange.duration)}
    </caption>
    <tbody>
      {timingPhases.map((phase) => {
        const duration = exchange.timings?.[phase];
        return duration === undefined ? null : (
          <tr key={phase}>
            <th scope="row">{names[phase]}</th>
            <td>{formatDuration(duration)}</td>
          </tr>
        );
      })}
      {!exchange.timings && (
        <tr>
          <td class="quiet">The browser told no parts of this time.</td>
        </tr>
      )}
    </tbody>
  </table>
);

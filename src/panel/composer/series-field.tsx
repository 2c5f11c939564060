import { useState } from 'preact/hooks';
import { boundPlan, isPolled, MOST_SENDS } from '../../model/compose/send-series.ts';
import { t, tParts } from '../../model/words/words.ts';
import type { ComposerStore } from './composer-store.ts';

/** Sends the draft several times: a status until the flow has moved on. To be keyed by the operation. */
export function SeriesField({ composer }: { composer: ComposerStore }) {
  const polled = isPolled(composer.operation.value);
  const [times, setTimes] = useState(polled ? 20 : 3);
  const [seconds, setSeconds] = useState(2);
  const [untilEnd, setUntilEnd] = useState(polled);
  const idle = composer.phase.value === 'idle';
  const number = (value: number, max: number, min: number, label: string, set: (value: number) => void) => (
    <input
      class="composer-field send-number"
      type="number"
      aria-label={label}
      min={min}
      max={max}
      step={min === 0 ? 'any' : 1}
      value={value}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.valueAsNumber;
        if (typed >= min && typed <= max) set(typed);
        else currentTarget.value = String(value);
      }}
    />
  );
  return (
    <div class="composer-row" role="group" aria-label={t('Send several times')}>
      <span class="composer-label">
        {tParts('Send {times} times,', {
          times: number(times, MOST_SENDS, 1, t('Times to send'), (value) => setTimes(Math.round(value))),
        })}
      </span>
      <span class="composer-label">
        {tParts('{seconds} s apart', {
          seconds: number(seconds, 600, 0, t('Seconds between two sends'), setSeconds),
        })}
      </span>
      <label class="check">
        <input
          type="checkbox"
          checked={untilEnd}
          onChange={({ currentTarget }) => setUntilEnd(currentTarget.checked)}
        />
        {polled ? t('Stop when the flow has moved on') : t('Stop at the first refusal')}
      </label>
      <button
        type="button"
        class="button"
        disabled={!composer.sendable.value}
        // Disabled, it would lose the focus of who pressed it.
        aria-disabled={!idle}
        onClick={() =>
          idle && void composer.send({ plan: boundPlan({ times, interval: seconds * 1000, untilEnd }) })
        }
      >
        {t('Start')}
      </button>
    </div>
  );
}

import { useId } from 'preact/hooks';
import type { Outbox } from './outbox.ts';
import './send.css';

/** How long to wait, and whether redirects are followed; both are remembered. */
export function SendOptionFields({ outbox }: { outbox: Outbox }) {
  const meaning = useId();
  const { timeLimit, followRedirects } = outbox.settings.value;
  return (
    <div class="composer-row send-options">
      <label class="composer-label">
        Time limit
        <input
          class="composer-field send-number"
          type="number"
          min={1}
          max={3600}
          value={timeLimit}
          onChange={({ currentTarget }) => {
            const seconds = Math.round(currentTarget.valueAsNumber);
            if (seconds >= 1 && seconds <= 3600) outbox.changeSettings({ timeLimit: seconds });
            else currentTarget.value = String(timeLimit);
          }}
        />
        s
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={followRedirects}
          aria-describedby={followRedirects ? undefined : meaning}
          onChange={({ currentTarget }) => outbox.changeSettings({ followRedirects: currentTarget.checked })}
        />
        Follow redirects
      </label>
      {!followRedirects && (
        <span class="quiet" id={meaning}>
          A redirect is shown as such; where it leads is in the page’s network log only.
        </span>
      )}
    </div>
  );
}

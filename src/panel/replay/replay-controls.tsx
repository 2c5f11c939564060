import { t } from '../../model/words/words.ts';
import type { ReplayStore } from './replay-store.ts';

/** The longest pauses that are offered, in s. */
const PAUSES = [0, 2, 10, 60, 900] as const;

const ways = [
  { way: 'page', label: () => t('from the page') },
  { way: 'extension', label: () => t('from the extension') },
] as const;

/** How the flow is made again, and the buttons that begin and stop it. */
export function ReplayControls({ replay }: { replay: ReplayStore }) {
  const { way, longestPause, stopAtRefusal } = replay.settings.value;
  const phase = replay.phase.value;
  const busy = phase === 'asking' || phase === 'running';
  // One button for both, so that it keeps the focus; a key that is held down must not stop what it has started.
  const onKeyDown = (event: KeyboardEvent) => event.repeat && event.preventDefault();
  return (
    <div class="replay-controls">
      {busy ? (
        <button type="button" class="button" onKeyDown={onKeyDown} onClick={() => replay.stop()}>
          {t('Stop')}
        </button>
      ) : (
        <button
          type="button"
          class="button composer-send"
          onKeyDown={onKeyDown}
          onClick={() => {
            void replay.start();
          }}
        >
          {phase === 'over' ? t('Replay again') : t('Replay')}
        </button>
      )}
      <label class="composer-label">
        {t('Send')}
        <select
          disabled={busy}
          value={way}
          onChange={({ currentTarget }) => {
            const chosen = ways.find((one) => one.way === currentTarget.value);
            if (chosen) replay.changeSettings({ way: chosen.way });
          }}
        >
          {ways.map((one) => (
            <option key={one.way} value={one.way}>
              {one.label()}
            </option>
          ))}
        </select>
      </label>
      <label class="composer-label">
        {t('Pauses')}
        <select
          disabled={busy}
          value={longestPause / 1000}
          onChange={({ currentTarget }) =>
            replay.changeSettings({ longestPause: Number(currentTarget.value) * 1000 })
          }
        >
          {PAUSES.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds === 0
                ? t('none')
                : seconds === 900
                  ? t('as captured')
                  : t('as captured, at most {seconds} s', { seconds })}
            </option>
          ))}
        </select>
      </label>
      <label
        class="check"
        title={t('A refusal that the captured flow had at the same place does not stop the replay')}
      >
        <input
          type="checkbox"
          checked={stopAtRefusal}
          onChange={({ currentTarget }) => replay.changeSettings({ stopAtRefusal: currentTarget.checked })}
        />
        {t('Stop at the first refusal')}
      </label>
    </div>
  );
}

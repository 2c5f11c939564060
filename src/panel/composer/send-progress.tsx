import { useEffect, useState } from 'preact/hooks';
import type { SendProgress as Progress } from '../../model/compose/send.ts';
import { formatBytes, formatDuration } from '../../model/format.ts';
import { t } from '../../model/words/words.ts';
import type { ComposerStore } from './composer-store.ts';

/** How often the time on screen moves on, in ms. */
const TICK = 100;

/** How far the send under way has come: the phase is told, the time counts beside it. */
export function SendProgress({ composer }: { composer: ComposerStore }) {
  const progress = composer.progress.value;
  if (!progress) return <span class="quiet">{t('Waiting for the next send…')}</span>;
  const { phase, bytes, total, since } = progress;
  const done = total === undefined ? undefined : Math.min(1, bytes / total);
  return (
    <>
      <span class={phase === 'silent' ? 'tone-warning' : 'quiet'}>{inWords(phase)}</span>
      {/* Read aloud, a number that counts would never end. */}
      <span class="quiet send-elapsed" aria-hidden="true">
        <Elapsed since={since} />
      </span>
      {phase === 'receiving' && (
        <span class="quiet" aria-hidden="true">
          {total === undefined
            ? formatBytes(bytes)
            : t('{bytes} of {total}', { bytes: formatBytes(bytes), total: formatBytes(total) })}
        </span>
      )}
      {done !== undefined && <progress aria-label={t('Answer received')} max={1} value={done} />}
    </>
  );
}

function inWords(phase: Progress['phase']): string {
  switch (phase) {
    case 'waiting':
      return t('Waiting for the answer…');
    case 'receiving':
      return t('Receiving the answer…');
    case 'silent':
      return t(
        'The page does not respond: it has crashed, is busy, or is paused in the debugger. Resume or reload it, or cancel.',
      );
  }
}

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  const ms = Math.max(0, now - since);
  return <>{ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : formatDuration(ms)}</>;
}

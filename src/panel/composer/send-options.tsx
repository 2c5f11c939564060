import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import type { ComposerStore } from './composer-store.ts';
import type { Outbox } from './outbox.ts';
import { Section } from './section.tsx';
import { SeriesField } from './series-field.tsx';
import './send.css';

/** How a request is sent: how long to wait, where to follow, how often. */
export function SendOptions({ composer }: { composer: ComposerStore }) {
  const open = useSignal(false);
  const { timeLimit, followRedirects } = composer.outbox.settings.value;
  return (
    <Section
      id="composer-options"
      title={t('Sending')}
      told={
        followRedirects
          ? t('{seconds} s limit', { seconds: timeLimit })
          : t('{seconds} s limit, redirects not followed', { seconds: timeLimit })
      }
      open={open}
    >
      <SendOptionFields outbox={composer.outbox} />
      <SeriesField key={composer.operation.value?.id} composer={composer} />
    </Section>
  );
}

/** Both are remembered. */
function SendOptionFields({ outbox }: { outbox: Outbox }) {
  const meaning = useId();
  const { timeLimit, followRedirects } = outbox.settings.value;
  return (
    <div class="composer-row">
      <label class="composer-label">
        {t('Time limit')}
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
        {t('Follow redirects')}
      </label>
      {!followRedirects && (
        <span class="quiet" id={meaning}>
          {t('A redirect is shown as such; where it leads is in the page’s network log only.')}
        </span>
      )}
    </div>
  );
}

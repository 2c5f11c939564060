import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { formatBytes, formatDuration } from '../../model/format.ts';
import { visible } from '../../model/printable.ts';
import { t } from '../../model/words/words.ts';
import { DifferenceView } from '../editor/difference-view.tsx';
import { useMask } from '../mask/mask-context.ts';
import { TabList } from '../tab-list.tsx';
import { AnswerParts } from './answer-parts.tsx';
import type { ComposerStore } from './composer-store.ts';
import { NextCalls } from './next-calls.tsx';
import type { Answer } from './outbox.ts';
import { SendProgress } from './send-progress.tsx';
import { SeriesTable } from './series-table.tsx';

const waiting = {
  idle: () => t('The answer will stand here.'),
  asking: () =>
    t(
      'Waiting for access to the host: answer the browser’s question, or the one in the tab that was opened.',
    ),
} as const;

/** What came of the last send; and where the draft was a captured call, what is new against that. */
export function AnswerRegion({ composer }: { composer: ComposerStore }) {
  const answer = composer.answer.value;
  const phase = composer.phase.value;
  const region = useRef<HTMLElement>(null);
  // In a narrow panel the answer stands below the request, out of sight.
  useLayoutEffect(() => {
    if (phase === 'sending') region.current?.scrollIntoView({ block: 'nearest' });
  }, [phase]);
  return (
    <section class="composer-answer" aria-label={t('Answer')} aria-busy={phase !== 'idle'} ref={region}>
      <p class="composer-status" role="status">
        {phase === 'sending' && <SendProgress composer={composer} />}
        {phase === 'idle' && answer && <Summary answer={answer} />}
        {phase !== 'sending' && !(phase === 'idle' && answer) && (
          <span class="quiet">{waiting[phase]()}</span>
        )}
      </p>
      {answer && phase === 'idle' && <NextCalls composer={composer} answer={answer} />}
      <SeriesTable composer={composer} />
      <AnswerTabs key={composer.opened.value} composer={composer} answer={answer} />
    </section>
  );
}

function Summary({ answer: { exchange, redirectedTo } }: { answer: Answer }) {
  const mask = useMask();
  const { response, failure, duration } = exchange;
  const good = response && response.status < 400;
  return (
    <>
      {response && (
        <strong class={good ? 'tone-ok' : 'tone-error'}>
          {response.status} {visible(mask?.text(response.statusText) ?? response.statusText)}
        </strong>
      )}
      {failure && <strong class="tone-error">{t('failed')}</strong>}
      <span class="quiet">{formatDuration(duration)}</span>
      {response?.body && <span class="quiet">{formatBytes(response.body.bytes)}</span>}
      {redirectedTo !== undefined && (
        <span class="quiet">
          {t('redirected to {url}', { url: visible(mask?.url(redirectedTo) ?? redirectedTo) })}
        </span>
      )}
    </>
  );
}

const tabs = [
  { id: 'answer', label: () => t('Answer') },
  { id: 'answers', label: () => t('Answer compared') },
  { id: 'requests', label: () => t('Request compared') },
] as const;

/** The answer, and the differences to the captured call that the draft was made from. */
function AnswerTabs({ composer, answer }: { composer: ComposerStore; answer: Answer | undefined }) {
  const selected = useSignal<(typeof tabs)[number]['id']>('answer');
  const draft = composer.draft.value;
  const source = draft?.source;
  const mask = useMask();
  const body = (text: string) => mask?.body(text) ?? text;
  // A draft is drawn at every key, and an answer may be long; what was learned since may stand in it.
  const shown = useMemo(
    () => (mask && answer ? { ...answer, exchange: mask.exchange(answer.exchange) } : answer),
    [mask, answer, mask?.size],
  );
  const parts = shown && <AnswerParts key={shown.exchange.id} answer={shown} />;
  if (!draft || !source) return parts ?? null;
  return (
    <>
      <TabList
        label={t('Answer and differences')}
        class="tabs small"
        tabs={tabs.map(({ id, label }) => ({ id, label: label() }))}
        selected={selected.value}
        panelId="answer-part"
        onSelect={(id) => (selected.value = id)}
      />
      <div
        role="tabpanel"
        id="answer-part"
        class="answer-part"
        aria-labelledby={`answer-part-tab-${selected.value}`}
        tabIndex={0}
      >
        {selected.value === 'answer' && (parts ?? <p class="empty">{t('Nothing was sent yet.')}</p>)}
        {selected.value === 'answers' &&
          (answer?.exchange.response?.body && source.response?.body ? (
            <DifferenceView
              label={t('The answer beside the captured one')}
              names={[t('captured'), t('now')]}
              before={body(source.response.body.text)}
              after={body(answer.exchange.response.body.text)}
            />
          ) : (
            <p class="empty">
              {answer ? t('One of the two has no body to compare.') : t('Nothing was sent yet.')}
            </p>
          ))}
        {selected.value === 'requests' && (
          <DifferenceView
            label={t('The body beside the captured one')}
            names={[t('captured'), t('now')]}
            before={body(source.request.body?.text ?? '')}
            after={body(draft.body)}
          />
        )}
      </div>
    </>
  );
}

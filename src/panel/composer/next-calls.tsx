import { nextCalls } from '../../model/flows/next-call.ts';
import { t } from '../../model/words/words.ts';
import { useNow } from '../use-now.ts';
import type { ComposerStore } from './composer-store.ts';
import type { Answer } from './outbox.ts';

/** The calls that may follow the answer in its flow, the likeliest first. */
export function NextCalls({ composer, answer }: { composer: ComposerStore; answer: Answer }) {
  const now = useNow();
  const flow = composer.flowOf(answer.exchange.id);
  const next = flow ? nextCalls(flow, now) : [];
  if (next.length === 0) return null;
  return (
    <p class="composer-row next-calls" role="group" aria-label={t('Next call')}>
      <span aria-hidden="true">{t('Next call:')}</span>
      {next.map(({ operation, kind, draft }) => (
        <button
          key={kind + operation.id}
          type="button"
          class="button"
          title={kind === 'again' ? t('With the body that opened this flow') : operation.title}
          onClick={() => composer.open({ ...draft, way: answer.way })}
        >
          {kind === 'again' ? t('{id}, as a new flow', { id: operation.id }) : operation.id}
        </button>
      ))}
    </p>
  );
}

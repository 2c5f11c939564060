import { formatDuration } from '../../../model/format.ts';
import { parseUrl } from '../../../model/url.ts';
import { t } from '../../../model/words/words.ts';
import { useShown } from '../../mask/mask-context.ts';
import { formatClock } from '../../words.ts';
import type { KeepProps } from './keep-props.ts';
import type { Sent } from './keep-store.ts';

/** The last sends; each can be opened again as the draft that it was. */
export function HistoryList({ keep, composer, answerOf }: KeepProps) {
  const mask = useShown();
  const shown = ({ draft }: Sent) => mask.url(draft.url);
  const open = ({ draft, id }: Sent) => {
    composer.open(draft);
    const exchange = answerOf(id);
    if (exchange) composer.answer.value = { exchange, way: draft.way };
  };
  const history = keep.history.value;
  if (history.length === 0)
    return (
      <p class="keep-note">
        {t(
          'Nothing was sent yet. The last 100 sends from here are listed until DevTools is closed, each to be opened again.',
        )}
      </p>
    );
  return (
    <>
      <ul class="keep-list" aria-label={t('Sent requests')}>
        {history.map((sent) => (
          <li key={sent.id}>
            <button type="button" class="keep-row" title={t('Open as a draft')} onClick={() => open(sent)}>
              <span class="keep-name">
                <b>{sent.draft.operationId ?? pathOf(shown(sent))}</b> <Outcome sent={sent} />
              </span>
              <span class="quiet keep-detail">
                {formatClock(sent.at)} · {formatDuration(sent.duration)} · {sent.draft.method}{' '}
                {hostOf(shown(sent))} ·{' '}
                {sent.draft.way === 'page' ? t('from the page') : t('from the extension')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="keep-actions">
        <button
          type="button"
          class="button"
          onClick={({ currentTarget }) => {
            // It goes with what it clears, and the focus would go with it.
            currentTarget.closest('aside')?.querySelector('h2')?.focus();
            keep.clearHistory();
          }}
        >
          {t('Clear history')}
        </button>
      </p>
    </>
  );
}

const Outcome = ({ sent: { status } }: { sent: Sent }) =>
  status === undefined ? (
    <span class="tone-error">{t('failed')}</span>
  ) : (
    <span class={status < 400 ? 'tone-ok' : 'tone-error'}>{status}</span>
  );

const pathOf = (url: string): string => parseUrl(url)?.pathname ?? url;
const hostOf = (url: string): string => parseUrl(url)?.host ?? '';

import type { SendWay } from '../../model/compose/send.ts';
import { parseUrl } from '../../model/url.ts';
import { t } from '../../model/words/words.ts';
import type { ComposerStore } from './composer-store.ts';

/** Who sends, and what that means. */
export function SendWayField({ composer }: { composer: ComposerStore }) {
  const draft = composer.draft.value;
  if (!draft) return null;
  const page = composer.pageOrigin.value;
  const host = parseUrl(draft.url.trim())?.hostname;
  const meanings: Record<SendWay, string> = {
    page: page
      ? t('As the integration would: with the origin {page}, cookies and CORS rules of the inspected page.', {
          page,
        })
      : t('As the integration would: with the origin, cookies and CORS rules of the inspected page.'),
    extension: t(
      'Without CORS, with the extension’s origin. Needs access to {host}; the browser asks for it at the first send.',
      {
        host: host || t('the host'),
      },
    ),
  };
  const choices = [
    { way: 'page', label: t('from the page') },
    { way: 'extension', label: t('from the extension') },
  ] as const;
  return (
    <div class="composer-row composer-way" role="radiogroup" aria-label={t('Send')}>
      <span aria-hidden="true">{t('Send')}</span>
      {choices.map(({ way, label }) => (
        <label class="check" key={way}>
          <input
            type="radio"
            name="composer-way"
            checked={draft.way === way}
            aria-describedby="composer-way-meaning"
            onChange={() => composer.edit({ way })}
          />
          {label}
        </label>
      ))}
      <span class="quiet composer-meaning" id="composer-way-meaning">
        {meanings[draft.way]}
      </span>
    </div>
  );
}

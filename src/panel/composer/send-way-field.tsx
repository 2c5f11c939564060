import type { SendWay } from '../../model/compose/send.ts';
import { parseUrl } from '../../model/url.ts';
import type { ComposerStore } from './composer-store.ts';

/** Who sends, and what that means. */
export function SendWayField({ composer }: { composer: ComposerStore }) {
  const draft = composer.draft.value;
  if (!draft) return null;
  const page = composer.pageOrigin.value;
  const host = parseUrl(draft.url.trim())?.hostname;
  const meanings: Record<SendWay, string> = {
    page: `As the integration would: with the origin${page ? ` ${page}` : ''}, cookies and CORS rules of the inspected page.`,
    extension: `Without CORS, with the extension’s origin. Needs access to ${host || 'the host'}; the browser asks for it at the first send.`,
  };
  const choices = [
    { way: 'page', label: 'from the page' },
    { way: 'extension', label: 'from the extension' },
  ] as const;
  return (
    <div class="composer-row composer-way" role="radiogroup" aria-label="Send">
      <span aria-hidden="true">Send</span>
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

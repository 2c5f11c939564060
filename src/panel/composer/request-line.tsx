import { t, tn } from '../../model/words/words.ts';
import { MaskedInput } from '../mask/masked-input.tsx';
import type { ComposerStore } from './composer-store.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/** Method and URL, and the button that sends. */
export function RequestLine({ composer }: { composer: ComposerStore }) {
  const draft = composer.draft.value;
  if (!draft) return null;
  const problem = composer.urlProblem.value;
  // A captured call may have had a method that is not offered.
  const methods = METHODS.includes(draft.method) ? METHODS : [draft.method, ...METHODS];
  return (
    <>
      <div class="composer-row">
        <select
          class="composer-field"
          aria-label={t('Method')}
          value={draft.method}
          onChange={({ currentTarget }) => composer.edit({ method: currentTarget.value })}
        >
          {methods.map((method) => (
            <option key={method} value={method}>
              {method}
            </option>
          ))}
        </select>
        <MaskedInput
          id="composer-url"
          class="composer-field composer-url"
          type="text"
          inputMode="url"
          spellcheck={false}
          autocomplete="off"
          aria-label={t('URL')}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'composer-url-problem'}
          value={draft.url}
          mask={(mask, url) => mask.url(url)}
          onType={(url) => composer.edit({ url })}
        />
        <SendButton composer={composer} />
      </div>
      {problem !== undefined && (
        <p class="composer-problem" id="composer-url-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function SendButton({ composer }: { composer: ComposerStore }) {
  const errors = composer.errors.value;
  const phase = composer.phase.value;
  // One button for both, so that it keeps the focus; a key that is held down must not cancel what it has sent.
  const onKeyDown = (event: KeyboardEvent) => event.repeat && event.preventDefault();
  if (phase !== 'idle')
    return (
      <button type="button" class="button" onKeyDown={onKeyDown} onClick={() => composer.cancel()}>
        {t('Cancel')}
      </button>
    );
  return (
    <button
      type="button"
      class="button composer-send"
      onKeyDown={onKeyDown}
      title={t('Ctrl or Cmd and Enter')}
      disabled={!composer.sendable.value}
      onClick={() => void composer.send()}
    >
      {errors === 0 || !composer.sendable.value
        ? t('Send')
        : tn(errors, { one: 'Send with {count} error', other: 'Send with {count} errors' })}
    </button>
  );
}

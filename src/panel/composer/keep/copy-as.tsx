import { useSignal } from '@preact/signals';
import type { Draft } from '../../../model/compose/draft.ts';
import { replaceSensitive } from '../../../model/compose/secret-variables.ts';
import { type CopyFormat, copyDraft, copyFormats } from '../../../model/copy/copy-draft.ts';
import { t } from '../../../model/words/words.ts';
import { useMask } from '../../mask/mask-context.ts';
import type { TextsMask } from '../../mask/texts-mask.ts';
import type { KeepProps } from './keep-props.ts';

const chosen = { format: 'curl' as CopyFormat, masked: true };

/** The draft as a command or as code, to be looked at and copied. */
export function CopyAs({ composer, host }: KeepProps) {
  const format = useSignal(chosen.format);
  const masked = useSignal(chosen.masked);
  const told = useSignal<string | undefined>(undefined);
  // While the screen is masked, so is what is copied from it.
  const mask = useMask();
  const always = mask !== undefined;
  const typed = composer.draft.value;
  const filled = composer.filled.value?.draft;
  if (!typed || !filled) return <p class="keep-note">{t('There is no draft to copy.')}</p>;
  const draft = mask
    ? asShown(filled, mask)
    : masked.value
      ? replaceSensitive(typed, { keepPersonal: false }).request
      : filled;
  const copied = copyDraft(format.value, draft, composer.operation.value);
  const copy = (text: string) =>
    host.copy(text).then(
      () => (told.value = t('Copied.')),
      () => (told.value = t('The browser refused the clipboard: select the text and copy it by hand.')),
    );
  return (
    <div class="keep-form">
      <div class="keep-formats" role="radiogroup" aria-label={t('Format of the copy')}>
        {copyFormats.map(({ id, label }, index) => (
          <label class="check" key={id}>
            <input
              type="radio"
              name="keep-format"
              data-first={index === 0 ? true : undefined}
              checked={format.value === id}
              onChange={() => {
                format.value = chosen.format = id;
                told.value = undefined;
              }}
            />
            {label}
          </label>
        ))}
      </div>
      <label class="check" title={t('Variables stand in their place, as in a saved draft')}>
        <input
          type="checkbox"
          checked={masked.value || always}
          disabled={always}
          onChange={({ currentTarget }) => {
            masked.value = chosen.masked = currentTarget.checked;
            told.value = undefined;
          }}
        />
        {t('Mask tokens and personal data')}
      </label>
      {'reason' in copied ? (
        <p class="keep-note" role="status">
          {copied.reason}
        </p>
      ) : (
        <>
          <p class="keep-actions">
            <button type="button" class="button composer-send" onClick={() => void copy(copied.code)}>
              {t('Copy')}
            </button>
            <span class="quiet" role="status">
              {told.value}
            </span>
          </p>
          {copied.notes.map((note) => (
            <p class="quiet" key={note}>
              {note}
            </p>
          ))}
          <pre class="keep-code" aria-label={t('What is copied')} tabIndex={0}>
            {copied.code}
          </pre>
        </>
      )}
    </div>
  );
}

/** With the stand-ins that the screen has. */
const asShown = <D extends Pick<Draft, 'url' | 'headers' | 'body'>>(draft: D, mask: TextsMask): D => ({
  ...draft,
  url: mask.url(draft.url),
  headers: draft.headers.map((header) => ({ name: header.name, value: mask.header(header) })),
  body: mask.body(draft.body),
});

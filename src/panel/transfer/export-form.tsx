import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { activeRoutes } from '../../model/routes/stored-route.ts';
import { t } from '../../model/words/words.ts';
import { saveFile } from '../flows/save-file.ts';
import type { Host } from '../host.ts';
import type { Store } from '../store.ts';
import type { ExportScope } from './export-scopes.ts';
import { type ExportFormat, exportFormats, learnMask, type Masking, makeFile } from './make-file.ts';
import { MaskPreview } from './mask-preview.tsx';

interface Props {
  /** At least one. */
  scopes: readonly ExportScope[];
  /** The one that is chosen to begin with. */
  first: ExportScope['id'];
  store: Store;
  host: Host;
  onClose: () => void;
}

const formats: readonly ExportFormat[] = ['har', 'markdown', 'json'];

/** Asks which calls to export, as what, and shows what is masked in them. */
export function ExportForm({ scopes, first, store, host, onClose }: Props) {
  const settings = store.settings.value;
  const scopeId = useSignal(first);
  const format = useSignal<ExportFormat>('har');
  const unticked = useSignal(!settings.maskExports);
  const masking = useSignal<Masking | undefined>(undefined);
  const told = useSignal('');
  const scope = scopes.find(({ id }) => id === scopeId.value) ?? scopes[0];
  const exchanges = scope?.exchanges ?? [];
  useEffect(() => {
    const stop = new AbortController();
    masking.value = undefined;
    void learnMask(exchanges, stop.signal).then((found) => {
      if (found) masking.value = found;
    });
    return () => stop.abort();
  }, [exchanges]);
  const isReport = format.value !== 'har';
  const masks = isReport || !unticked.value;
  const make = () =>
    makeFile(exchanges, {
      format: format.value,
      mask: masks ? masking.value?.mask : undefined,
      routes: activeRoutes(store.settings.peek().routes),
    });
  const tell = (work: Promise<string>) =>
    work.then(
      (done) => (told.value = done),
      (error: unknown) =>
        (told.value = t('The file could not be made: {reason}', {
          reason: error instanceof Error ? error.message : String(error),
        })),
    );
  const save = async () => {
    const name = `v3-calls-${stampOf(new Date())}.${exportFormats[format.value].ending}`;
    saveFile(name, await make());
    onClose();
    return '';
  };
  const copy = async () => {
    await host.copy(await (await make()).text());
    return t('Copied.');
  };
  return (
    <form
      class="export-form"
      onChange={() => (told.value = '')}
      onSubmit={(event) => {
        event.preventDefault();
        void tell(save());
      }}
    >
      <div class="export-questions">
        <fieldset>
          <legend>{t('Calls')}</legend>
          {scopes.map(({ id, label }) => (
            <label class="check" key={id}>
              <input
                type="radio"
                name="scope"
                checked={id === scope?.id}
                onChange={() => (scopeId.value = id)}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('Format')}</legend>
          {formats.map((id) => (
            <label class="check" key={id}>
              <input
                type="radio"
                name="format"
                checked={id === format.value}
                onChange={() => (format.value = id)}
              />
              {labelOf(id)}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('Masking')}</legend>
          <label class="check">
            <input
              type="checkbox"
              checked={masks}
              disabled={isReport}
              onChange={({ currentTarget }) => (unticked.value = !currentTarget.checked)}
            />
            {t('Mask tokens and personal data')}
          </label>
          {masks ? (
            <>
              <p class="quiet">
                {isReport
                  ? t('A report is always masked, and holds no bodies.')
                  : t(
                      'A value has the same stand-in everywhere, of the same format: flows and verdicts stay as they are.',
                    )}
              </p>
              <MaskPreview counts={masking.value?.counts} hidden={settings.mask} />
            </>
          ) : (
            <p class="tone-warning">
              {t('The file will hold everything as it was captured: phone numbers, tokens and secrets, too.')}
            </p>
          )}
        </fieldset>
      </div>
      <p class="export-actions">
        <span class="export-told" role="status">
          {told.value}
        </span>
        <button type="button" class="button" onClick={onClose}>
          {t('Cancel')}
        </button>
        {isReport && (
          <button type="button" class="button" disabled={!masking.value} onClick={() => void tell(copy())}>
            {t('Copy')}
          </button>
        )}
        <button type="submit" class="button primary" disabled={masks && !masking.value}>
          {t('Save file')}
        </button>
      </p>
    </form>
  );
}

const labelOf = (format: ExportFormat): string =>
  ({
    har: t('HAR 1.2, for this panel and other tools'),
    markdown: t('Report as Markdown, for people'),
    json: t('Report as JSON, as “check” prints it'),
  })[format];

/** "2026-01-15-1200", by this machine's clock. */
const stampOf = (date: Date): string => {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}`;
};

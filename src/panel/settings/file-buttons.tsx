import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { saveFile } from '../flows/save-file.ts';

interface Props {
  exportLabel: string;
  importLabel: string;
  /** Of the file that an export makes. */
  name: string;
  write: () => string;
  /** Takes the text of a file; returns what is wrong with it, as a sentence. */
  read: (text: string) => string | undefined;
}

/** An export to a file and an import from one. */
export function FileButtons({ exportLabel, importLabel, name, write, read }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const error = useSignal<string | undefined>(undefined);
  const take = async (file: File) => {
    try {
      error.value = read(await file.text());
    } catch (reason) {
      error.value = t('The file could not be read: {reason}', { reason: String(reason) });
    }
  };
  return (
    <div class="settings-actions">
      <button
        type="button"
        class="button"
        onClick={() => saveFile(name, new Blob([write()], { type: 'application/json' }))}
      >
        {exportLabel}
      </button>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {importLabel}…
      </button>
      <input
        ref={input}
        class="hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('File to import')}
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) void take(chosen);
          currentTarget.value = '';
        }}
      />
      {error.value !== undefined && (
        <span class="tone-error" role="alert">
          {error.value}
        </span>
      )}
    </div>
  );
}

import { useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import { expectFiles } from './expect-files.ts';
import type { TransferStore } from './transfer-store.ts';

/** Import and Export in the toolbar. */
export function TransferButtons({ transfer }: { transfer: TransferStore }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="tool"
        id="import-button"
        aria-label={t('Import')}
        title={t('Import HAR files (they can be dropped anywhere in the panel, too)')}
        onClick={() => {
          expectFiles();
          input.current?.click();
        }}
      >
        <Icon name="upload" />
      </button>
      <input
        ref={input}
        class="hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('HAR files')}
        accept=".har,.json,application/json"
        onChange={({ currentTarget }) => {
          transfer.importFiles([...(currentTarget.files ?? [])]);
          // Else the same file could not be chosen again.
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="tool"
        aria-label={t('Export')}
        title={t('Export calls as HAR, or a report of them')}
        onClick={() => transfer.exportCalls()}
      >
        <Icon name="download" />
      </button>
    </>
  );
}

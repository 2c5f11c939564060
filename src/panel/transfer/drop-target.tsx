import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { expectFiles } from './expect-files.ts';
import type { TransferStore } from './transfer-store.ts';
import './drop-target.css';

/** Takes files that are dropped anywhere in the panel, unless a part of it takes them itself. */
export function DropTarget({ transfer }: { transfer: TransferStore }) {
  const over = useSignal(false);
  useEffect(() => {
    const stop = new AbortController();
    const listen = (
      type: 'dragover' | 'dragleave' | 'drop',
      hear: (event: DragEvent) => void,
      capture = false,
    ) =>
      window.addEventListener(type, (event) => holdsFiles(event) && hear(event), {
        signal: stop.signal,
        capture,
      });
    listen('dragover', (event) => {
      if (!over.value) expectFiles();
      over.value = !event.defaultPrevented;
      // Else the browser would open the file in place of the panel.
      event.preventDefault();
    });
    listen('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) over.value = false;
    });
    // A part that takes the drop itself may not let it come up to here.
    listen('drop', () => (over.value = false), true);
    listen('drop', (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      transfer.importFiles([...(event.dataTransfer?.files ?? [])]);
    });
    return () => stop.abort();
  }, []);
  return over.value ? (
    <div class="drop-target" role="status">
      <span>{t('Drop HAR files to import their V3 calls')}</span>
    </div>
  ) : null;
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

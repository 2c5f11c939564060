import { useLayoutEffect, useMemo } from 'preact/hooks';
import { describeImport, describeImportTroubles, hasNoV3 } from '../../model/har/describe-import.ts';
import { isFromFile } from '../../model/is-from-file.ts';
import { visible } from '../../model/printable.ts';
import { t, tn } from '../../model/words/words.ts';
import type { CallsStore } from '../calls/calls-store.ts';
import { Icon } from '../icons.tsx';
import { useShown } from '../mask/mask-context.ts';
import type { SettingsDoor } from '../settings/settings-door.ts';
import type { Store } from '../store.ts';
import { type ImportedFile, ImportRun } from './import-run.ts';
import './import-bar.css';
import type { TransferStore } from './transfer-store.ts';

interface Props {
  store: Store;
  calls: CallsStore;
  transfer: TransferStore;
  settings: SettingsDoor;
}

/** Stands above the views while files are read, and says what became of each; what is read shows at once. */
export function ImportBar({ store, calls, transfer, settings }: Props) {
  const run = useMemo(() => new ImportRun(store), []);
  const waiting = transfer.files.value;
  // Reading begins while this is drawn.
  useLayoutEffect(() => {
    if (waiting.length > 0) void run.add(transfer.takeFiles());
  }, [waiting]);
  const busy = run.busy.value;
  const imported = busy ? 0 : countImported(store);
  const close = () => {
    run.cancel();
    transfer.importing.value = false;
    document.getElementById('import-button')?.focus();
  };
  return (
    <section
      class="import-bar"
      aria-label={t('Import')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || busy) return;
        // Chromium's DevTools would open its drawer.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <ul aria-label={t('Imported files')} aria-live="polite" aria-busy={busy}>
        {run.files.value.map((file, at) => (
          <FileLine key={at} file={file} onRoute={() => settings.open('routes')} />
        ))}
      </ul>
      <span class="import-actions">
        {busy ? (
          <button type="button" class="button" onClick={() => run.cancel()}>
            {t('Cancel')}
          </button>
        ) : (
          <>
            {imported > 0 && (
              <>
                <button
                  type="button"
                  class="button"
                  title={t('Filter by is:imported')}
                  onClick={() => {
                    calls.filterText.value = 'is:imported';
                    store.openView('calls');
                  }}
                >
                  {t('Show imported')}
                </button>
                <button
                  type="button"
                  class="button"
                  title={tn(imported, {
                    one: 'Take {count} imported call out of the log again',
                    other: 'Take {count} imported calls out of the log again',
                  })}
                  onClick={() => {
                    void run.removeAll();
                    close();
                  }}
                >
                  {t('Remove imported')}
                </button>
              </>
            )}
            <button
              type="button"
              class="tool"
              aria-label={t('Close Import')}
              title={t('Close; imported calls stay')}
              onClick={close}
            >
              <Icon name="close" />
            </button>
          </>
        )}
      </span>
    </section>
  );
}

const countImported = ({ log }: Store): number =>
  log.calls.reduce((sum, { exchange }) => sum + (isFromFile(exchange) ? 1 : 0), 0);

function FileLine({ file, onRoute }: { file: ImportedFile; onRoute: () => void }) {
  const shown = useShown();
  const { state } = file;
  const name = shown.text(file.name);
  return (
    <li>
      <strong>{visible(name)}:</strong> {state === 'waiting' && <span class="quiet">{t('waits')}</span>}
      {state === 'cancelled' && <span class="quiet">{t('Cancelled: nothing of it was kept.')}</span>}
      {state === 'reading' && <Progress file={{ ...file, name }} />}
      {typeof state === 'object' && (
        <>
          {describeImport(state)}{' '}
          {hasNoV3(state) && (
            <button type="button" class="button" aria-haspopup="dialog" onClick={onRoute}>
              {t('Add a route')}
            </button>
          )}
          {describeImportTroubles(state).map((trouble) => (
            <p class="tone-warning" key={trouble}>
              {shown.text(trouble)}
            </p>
          ))}
        </>
      )}
    </li>
  );
}

const Progress = ({ file: { name, size, read, calls } }: { file: ImportedFile }) => (
  <>
    <progress aria-label={t('Reading {name}', { name })} max={Math.max(1, size)} value={read} />
    <span class="quiet">{tn(calls, { one: '{count} V3 call', other: '{count} V3 calls' })}</span>
  </>
);

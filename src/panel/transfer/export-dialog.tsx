import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import type { CallsStore } from '../calls/calls-store.ts';
import type { Host } from '../host.ts';
import { Icon } from '../icons.tsx';
import type { Store } from '../store.ts';
import { ExportForm } from './export-form.tsx';
import { exportScopes } from './export-scopes.ts';
import type { TransferStore } from './transfer-store.ts';
import './export-dialog.css';

interface Props {
  store: Store;
  calls: CallsStore;
  transfer: TransferStore;
  host: Host;
}

/** The dialog of exports. */
export function ExportDialog({ store, calls, transfer, host }: Props) {
  const root = useRef<HTMLDialogElement>(null);
  const wish = transfer.exporting.value ?? {};
  const scopes = useMemo(() => exportScopes(store, calls, wish), [wish]);
  useLayoutEffect(() => root.current?.showModal(), []);
  const close = () => root.current?.close();
  return (
    <dialog
      class="export"
      ref={root}
      aria-label={t('Export')}
      onClose={() => (transfer.exporting.value = undefined)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Chromium's DevTools would open its drawer.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <header class="export-head">
        <h2>{t('Export')}</h2>
        <span class="spring" />
        <button type="button" class="tool" aria-label={t('Close')} title={t('Close (Esc)')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {scopes.length === 0 ? (
        <p class="export-none quiet">{t('There is nothing to export yet: the log is empty.')}</p>
      ) : (
        <ExportForm
          scopes={scopes}
          first={wish.flow ? 'flow' : wish.calls ? 'selected' : 'all'}
          store={store}
          host={host}
          onClose={close}
        />
      )}
    </dialog>
  );
}

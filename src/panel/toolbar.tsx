import { t } from '../model/words/words.ts';
import type { Host } from './host.ts';
import { Icon } from './icons.tsx';
import { MaskToggle } from './mask/mask-toggle.tsx';
import type { Store } from './store.ts';
import { TransferButtons } from './transfer/transfer-buttons.tsx';
import type { TransferStore } from './transfer/transfer-store.ts';

interface Props {
  store: Store;
  host: Host;
  transfer: TransferStore;
  onSettings: () => void;
}

/** Record, Clear, Preserve log, Import, Export: the habits of the browser's own Network panel. */
export function Toolbar({ store, host, transfer, onSettings }: Props) {
  const recording = store.recording.value;
  const toggle = () => {
    store.setRecording(!recording);
    host.setRecording(!recording);
  };
  return (
    <div class="bar" role="toolbar" aria-label={t('Log')}>
      <button
        type="button"
        class="tool"
        aria-label={t('Record')}
        aria-pressed={recording}
        disabled={store.disconnected.value}
        title={recording ? t('Stop recording') : t('Record V3 calls')}
        onClick={toggle}
      >
        <span class={recording ? 'record-dot on' : 'record-dot'} />
      </button>
      <button
        type="button"
        class="tool"
        aria-label={t('Clear')}
        title={t('Clear the log')}
        onClick={() => store.clear()}
      >
        <Icon name="clear" />
      </button>
      <span class="separator" />
      <label class="check" title={t('Keep the log when the page navigates')}>
        <input
          type="checkbox"
          checked={store.settings.value.preserveLog}
          onChange={(event) => store.changeSettings({ preserveLog: event.currentTarget.checked })}
        />
        {t('Preserve log')}
      </label>
      <MaskToggle store={store} />
      <span class="separator" />
      <TransferButtons transfer={transfer} />
      <span class="spring" />
      <button
        type="button"
        class="tool"
        aria-label={t('Settings')}
        aria-haspopup="dialog"
        title={t('Settings')}
        onClick={onSettings}
      >
        <Icon name="settings" />
      </button>
    </div>
  );
}

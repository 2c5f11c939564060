import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import { useEscape } from '../use-escape.ts';
import type { SettingsDoor } from './settings-door.ts';
import { SettingsPages } from './settings-pages.tsx';
import { SettingsStore } from './settings-store.ts';

/** The settings over the panel; Escape closes them, and the focus goes back to where it was. */
export function SettingsDialog({ door }: { door: SettingsDoor }) {
  const store = useMemo(() => new SettingsStore(door), [door]);
  const { openPage } = door.host;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEscape(
    () => dialog.current?.close(),
    () => true,
  );
  return (
    <dialog
      ref={dialog}
      class="settings"
      aria-label={t('Settings')}
      onClose={() => (door.page.value = undefined)}
    >
      <div class="settings-head">
        <h2>{t('Settings')}</h2>
        <span class="spring" />
        {openPage && (
          <button type="button" class="button" onClick={openPage}>
            {t('Open in a tab')}
          </button>
        )}
        <button
          type="button"
          class="tool"
          aria-label={t('Close the settings')}
          title={t('Close the settings')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <SettingsPages store={store} />
    </dialog>
  );
}

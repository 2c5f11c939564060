import { t } from '../../model/words/words.ts';
import type { SettingsDoor } from './settings-door.ts';
import { SettingsPages } from './settings-pages.tsx';
import { SettingsStore } from './settings-store.ts';

/** The settings on a page of their own. */
export const OptionsPage = ({ door }: { door: SettingsDoor }) => (
  <div class="settings options">
    <h1 class="options-title">{t('Settings of V3 Inspector')}</h1>
    <SettingsPages store={new SettingsStore(door)} />
  </div>
);

import { render } from 'preact';
import { learnBrowserWords } from '../browser/browser-words.ts';
import { lateHosts } from '../browser/late-hosts.ts';
import { settingsStorage } from '../browser/settings-storage.ts';
import { followSystemTheme } from '../browser/theme.ts';
import { openSettings } from './open-settings.ts';
import { OptionsPage } from './settings/options-page.tsx';
import { SettingsDoor } from './settings/settings-door.ts';
import './panel.css';

// Here the settings meet the browser without DevTools.

learnBrowserWords();

followSystemTheme((theme) => {
  document.documentElement.dataset.theme = theme;
});

const { settings, trouble } = await openSettings(settingsStorage);
const door = new SettingsDoor(settings, trouble, { hosts: lateHosts });

const app = document.getElementById('app');
if (app) render(<OptionsPage door={door} />, app);

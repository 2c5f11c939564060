import browser from 'webextension-polyfill';
import { readSettings } from '../model/read-settings.ts';
import { defaultSettings, type Settings } from '../model/settings.ts';

const KEY = 'settings';

/** The stored settings; the defaults where there are none, or none that can be read. */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings((await browser.storage.local.get(KEY))[KEY]).settings;
  } catch (error) {
    console.error('Settings could not be read; the defaults are used', error);
    return defaultSettings;
  }
}

export const saveSettings = (settings: Settings): Promise<void> =>
  browser.storage.local.set({ [KEY]: settings });

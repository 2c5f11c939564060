import browser from './browser.ts';

const KEY = 'settings';
const ASIDE = 'settings-kept-aside';

/** Where settings are kept: in this browser, for this extension alone. Nothing of it is read or judged here. */
export const settingsStorage = {
  /** What was stored, of whatever form; undefined where nothing was. */
  load: async (): Promise<unknown> => (await browser.storage.local.get(KEY))[KEY],

  /** Throws where the storage refuses. */
  save: (content: unknown): Promise<void> => browser.storage.local.set({ [KEY]: content }),

  /** Keeps a copy of something that could not be read in whole; the latest takes the place of earlier ones. */
  keepAside: (content: unknown): Promise<void> => browser.storage.local.set({ [ASIDE]: content }),

  /** Tells what is stored now, whichever page of the extension stored it. */
  watch: (changed: (content: unknown) => void): void => {
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && KEY in changes) changed(changes[KEY]?.newValue);
    });
  },
};

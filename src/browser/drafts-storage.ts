import browser from './browser.ts';

const KEY = 'drafts';

/** Where saved drafts are kept: in this browser, for this extension alone. Nothing of it is read or judged here. */
export const draftsStorage = {
  /** What was stored, of whatever form; undefined where nothing was. */
  load: async (): Promise<unknown> => (await browser.storage.local.get(KEY))[KEY],

  /** Throws where the storage is full. */
  save: (content: unknown): Promise<void> => browser.storage.local.set({ [KEY]: content }),

  /** Keeps something that could not be read under a key of its own, and says which. */
  keepAside: async (content: unknown): Promise<string> => {
    const key = `${KEY}-kept-aside-${new Date().toISOString()}`;
    await browser.storage.local.set({ [key]: content });
    return key;
  },

  /** Tells of changes, whichever window made them. */
  watch: (changed: () => void): void => {
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && KEY in changes) changed();
    });
  },
};

import { storedItem } from './stored-item.ts';

const KEY = 'drafts';

/** Where saved drafts are kept: in this browser, for this extension alone. */
export const draftsStorage = {
  ...storedItem(KEY),

  /** Keeps something that could not be read under a key of its own, and says which. */
  keepAside: async (content: unknown): Promise<string> => {
    const key = `${KEY}-kept-aside-${new Date().toISOString()}`;
    await storedItem(key).save(content);
    return key;
  },
};

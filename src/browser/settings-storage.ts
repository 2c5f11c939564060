import { storedItem } from './stored-item.ts';

/** Where settings are kept: in this browser, for this extension alone. */
export const settingsStorage = {
  ...storedItem('settings'),

  /** Keeps a copy of something that could not be read in whole; the latest takes the place of earlier ones. */
  keepAside: (content: unknown): Promise<void> => storedItem('settings-kept-aside').save(content),
};

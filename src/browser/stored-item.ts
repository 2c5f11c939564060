import { t } from '../model/words/words.ts';
import browser from './browser.ts';

/** So long the storage may take, in s: where it never answers, that is told as a refusal is. */
const PATIENCE = 3;

/** What this browser keeps for the extension under a key: nothing of it is read or judged here. */
export interface StoredItem {
  /** What was stored, of whatever form; undefined where nothing was. Throws where the storage refuses or is silent. */
  load(): Promise<unknown>;
  /** Throws where the storage is full, refuses or is silent. */
  save(content: unknown): Promise<void>;
  /** Tells what is stored now, whichever page of the extension stored it. */
  watch(changed: (content: unknown) => void): void;
}

export const storedItem = (key: string): StoredItem => ({
  load: async () => (await answered(browser.storage.local.get(key)))[key],
  save: async (content) => answered(browser.storage.local.set({ [key]: content })),
  watch: (changed) =>
    browser.storage.onChanged.addListener((changes, area) => {
      if (area === 'local' && key in changes) changed(changes[key]?.newValue);
    }),
});

function answered<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(t('no answer within {seconds} s', { seconds: PATIENCE })));
    const timer = setTimeout(giveUp, PATIENCE * 1000);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

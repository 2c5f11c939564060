import { z } from '../schemas/zod.ts';
import browser from './browser.ts';

/** What the permission page tells the panel that opened it. */
export const accessAnswer = z.object({ type: z.literal('access'), ticket: z.string(), granted: z.boolean() });
export type AccessAnswer = z.infer<typeof accessAnswer>;

const KEY = 'hostAccess';
const patterns = z.array(z.string()).catch([]);

/** Match patterns that the permission page found to be granted when it last looked. */
export const readKnownHosts = async (): Promise<string[]> =>
  patterns.parse((await browser.storage.local.get(KEY))[KEY]);

export const saveKnownHosts = (known: readonly string[]): Promise<void> =>
  browser.storage.local.set({ [KEY]: known });

/** Tells that another page has changed the list. */
export const watchKnownHosts = (changed: () => void): void => {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) changed();
  });
};

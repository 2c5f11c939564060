import { z } from '../schemas/zod.ts';
import { storedItem } from './stored-item.ts';

/** What the permission page tells the panel that opened it. */
export const accessAnswer = z.object({ type: z.literal('access'), ticket: z.string(), granted: z.boolean() });
export type AccessAnswer = z.infer<typeof accessAnswer>;

const stored = storedItem('hostAccess');
const patterns = z.array(z.string()).catch([]);

/** Match patterns that the permission page found to be granted when it last looked; none where storage refuses. */
export const readKnownHosts = async (): Promise<string[]> =>
  patterns.parse(await stored.load().catch(() => undefined));

/** Remembers them; where storage refuses, the page is asked again the next time. */
export const saveKnownHosts = (known: readonly string[]): Promise<void> =>
  stored.save(known).catch(() => undefined);

/** Tells that another page has changed the list. */
export const watchKnownHosts = (changed: () => void): void => stored.watch(changed);

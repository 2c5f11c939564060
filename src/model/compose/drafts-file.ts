import { z } from '../../schemas/zod.ts';
import { t } from '../words/words.ts';
import { type Collection, collectionSchema, savedDraftSchema } from './saved-draft.ts';
import { replaceSensitive } from './secret-variables.ts';

/** The version of the format, in storage and in files. */
const VERSION = 1;

/** What was stored, as far as it could be read. */
export interface StoredDrafts {
  collections: readonly Collection[];
  /** What could not be read, and is to be kept aside as it is. */
  unreadable?: { content: unknown; reason: string };
}

/** The form of what is stored. */
export const toStored = (collections: readonly Collection[]) => ({ version: VERSION, collections });

const envelope = z.object({ version: z.number(), collections: z.array(z.unknown()) });
const looseCollection = z.object({ id: z.string(), name: z.string(), drafts: z.array(z.unknown()) });

/** Reads what was stored, draft by draft: one that cannot be read costs no other. */
export function readStored(stored: unknown): StoredDrafts {
  if (stored === undefined) return { collections: [] };
  const found = envelope.safeParse(stored).data;
  if (!found)
    return { collections: [], unreadable: { content: stored, reason: t('they are no saved drafts') } };
  if (found.version !== VERSION)
    return {
      collections: [],
      unreadable: {
        content: stored,
        reason: t('they were written by another version (format {version})', { version: found.version }),
      },
    };
  const broken: unknown[] = [];
  const collections = found.collections.flatMap((collection): Collection[] => {
    const whole = collectionSchema.safeParse(collection).data;
    if (whole) return [whole];
    const part = looseCollection.safeParse(collection).data;
    if (!part) {
      broken.push(collection);
      return [];
    }
    const drafts = part.drafts.flatMap((draft) => {
      const read = savedDraftSchema.safeParse(draft).data;
      if (!read) broken.push(draft);
      return read ? [read] : [];
    });
    return [{ ...part, drafts }];
  });
  if (broken.length === 0) return { collections };
  return { collections, unreadable: { content: broken, reason: t('some are damaged') } };
}

const FORMAT = 'v3-inspector-drafts';

/** The door for a file of saved drafts. */
export const draftsFileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  collections: z.array(collectionSchema),
});

/** Collections as a file to keep or to give away; personal data is in it only where that is wanted. */
export function writeDraftsFile(
  collections: readonly Collection[],
  options: { keepPersonal: boolean },
): string {
  const file: z.infer<typeof draftsFileSchema> = {
    format: FORMAT,
    version: VERSION,
    collections: cleanse(collections, options),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Collections without secrets, whoever wrote them. */
export const cleanse = (
  collections: readonly Collection[],
  options: { keepPersonal: boolean },
): Collection[] =>
  collections.map((collection) => ({
    ...collection,
    drafts: collection.drafts.map((draft) => replaceSensitive(draft, options).request),
  }));

import { z } from '../../schemas/zod.ts';
import type { Draft } from './draft.ts';
import { type Replacement, replaceSensitive } from './secret-variables.ts';

/** A draft as it is stored: no secret is in it. */
export const savedDraftSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** ms since the epoch. */
  savedAt: z.number(),
  operationId: z.string().exactOptional(),
  method: z.string(),
  url: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  body: z.string(),
  way: z.enum(['page', 'extension']),
});

/** Saved drafts under one name, in the order of their user. */
export const collectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  drafts: z.array(savedDraftSchema),
});

export type SavedDraft = z.infer<typeof savedDraftSchema>;
export type Collection = z.infer<typeof collectionSchema>;

interface SaveOptions {
  id: string;
  name: string;
  savedAt: number;
  keepPersonal: boolean;
}

/** A draft ready to be stored, with variables in the place of what must not be. */
export function toSavedDraft(
  { operationId, method, url, headers, body, way }: Draft,
  { keepPersonal, ...label }: SaveOptions,
): { saved: SavedDraft; replaced: readonly Replacement[] } {
  const { request, replaced } = replaceSensitive({ url, headers, body }, { keepPersonal });
  return {
    saved: {
      ...label,
      ...(operationId !== undefined && { operationId }),
      method,
      url: request.url,
      headers: request.headers.map(({ name, value }) => ({ name, value })),
      body: request.body,
      way,
    },
    replaced,
  };
}

/** Takes up a saved draft. */
export const fromSavedDraft = ({ operationId, method, url, headers, body, way }: SavedDraft): Draft => ({
  operationId,
  method,
  url,
  headers,
  body,
  way,
});

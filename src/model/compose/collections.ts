import type { Collection, SavedDraft } from './saved-draft.ts';

// Changes of the saved collections. Each takes all of them and gives all of them anew.

type Collections = readonly Collection[];

/** Adds a draft to the collection of this name, which is made where there is none. */
export function addDraft(all: Collections, name: string, draft: SavedDraft, newId: string): Collections {
  const found = all.find((collection) => collection.name === name);
  if (!found) return [...all, { id: newId, name, drafts: [draft] }];
  return replace(all, found.id, { drafts: [...found.drafts, draft] });
}

export const renameCollection = (all: Collections, id: string, name: string): Collections =>
  replace(all, id, { name: freeName(all, name, id) });

export const renameDraft = (all: Collections, id: string, name: string): Collections =>
  all.map((collection) => ({
    ...collection,
    drafts: collection.drafts.map((draft) => (draft.id === id ? { ...draft, name } : draft)),
  }));

/** Takes a collection or a draft out, by its id. */
export const remove = (all: Collections, id: string): Collections =>
  all
    .filter((collection) => collection.id !== id)
    .map((collection) => ({ ...collection, drafts: collection.drafts.filter((draft) => draft.id !== id) }));

/**
 * Puts back what was taken out of `before`, at its place, and leaves what has changed since as it is. A draft whose
 * collection is gone brings it back.
 */
export function putBack(all: Collections, before: Collections, id: string): Collections {
  const at = before.findIndex((collection) => collection.id === id);
  const whole = before[at];
  if (whole) return all.some((other) => other.id === id) ? all : insert(all, whole, at);
  const home = before.find(({ drafts }) => drafts.some((draft) => draft.id === id));
  const place = home?.drafts.findIndex((draft) => draft.id === id) ?? -1;
  const draft = home?.drafts[place];
  if (!home || !draft) return all;
  const now = all.find((collection) => collection.id === home.id);
  if (!now) return insert(all, { ...home, drafts: [draft] }, before.indexOf(home));
  if (now.drafts.some((other) => other.id === id)) return all;
  return replace(all, home.id, { drafts: insert(now.drafts, draft, place) });
}

/** Moves a collection among the others, or a draft within its collection: -1 is up, 1 is down. */
export function move(all: Collections, id: string, by: -1 | 1): Collections {
  if (all.some((collection) => collection.id === id)) return moveIn(all, id, by);
  return all.map((collection) => ({ ...collection, drafts: moveIn(collection.drafts, id, by) }));
}

/** Adds collections from a file; a name that is taken gets a number, and everything an id of its own. */
export function merge(all: Collections, added: Collections, newId: () => string): Collections {
  let result = all;
  for (const { name, drafts } of added)
    result = [
      ...result,
      {
        id: newId(),
        name: freeName(result, name),
        drafts: drafts.map((draft) => ({ ...draft, id: newId() })),
      },
    ];
  return result;
}

/** A name that no other collection has: “Name”, “Name 2”, … */
export function freeName(all: Collections, wanted: string, except?: string): string {
  const taken = new Set(all.filter(({ id }) => id !== except).map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted} ${count}`;
  return name;
}

const replace = (all: Collections, id: string, change: Partial<Collection>): Collections =>
  all.map((collection) => (collection.id === id ? { ...collection, ...change } : collection));

function moveIn<T extends { id: string }>(list: readonly T[], id: string, by: -1 | 1): T[] {
  const at = list.findIndex((entry) => entry.id === id);
  const entry = list[at];
  if (!entry || at + by < 0 || at + by >= list.length) return [...list];
  return insert(
    list.filter((other) => other !== entry),
    entry,
    at + by,
  );
}

const insert = <T>(list: readonly T[], entry: T, at: number): T[] => [
  ...list.slice(0, at),
  entry,
  ...list.slice(at),
];

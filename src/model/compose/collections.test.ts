import { describe, expect, it } from 'vitest';
import {
  addDraft,
  freeName,
  merge,
  move,
  putBack,
  remove,
  renameCollection,
  renameDraft,
} from './collections.ts';
import { readStored, toStored, writeDraftsFile } from './drafts-file.ts';
import type { Collection, SavedDraft } from './saved-draft.ts';

const draft = (id: string, over: Partial<SavedDraft> = {}): SavedDraft => ({
  id,
  name: `draft ${id}`,
  savedAt: 1,
  method: 'POST',
  url: 'https://a.example/v3/mfa',
  headers: [],
  body: '{}',
  way: 'page',
  ...over,
});
const all: readonly Collection[] = [
  { id: 'A', name: 'Mine', drafts: [draft('1'), draft('2'), draft('3')] },
  { id: 'B', name: 'Theirs', drafts: [] },
];
const shape = (collections: readonly Collection[]) =>
  collections.map(({ name, drafts }) => `${name}: ${drafts.map(({ id }) => id).join(' ')}`.trim());

describe('saved collections', () => {
  it('take a draft in, in a new collection where there is none of that name', () => {
    expect(shape(addDraft(all, 'Theirs', draft('4'), 'C'))).toEqual(['Mine: 1 2 3', 'Theirs: 4']);
    expect(shape(addDraft(all, 'New', draft('4'), 'C'))).toEqual(['Mine: 1 2 3', 'Theirs:', 'New: 4']);
  });

  it('are renamed, never to the same name twice', () => {
    expect(shape(renameCollection(all, 'B', 'Mine'))).toEqual(['Mine: 1 2 3', 'Mine 2:']);
    expect(shape(renameCollection(all, 'A', 'Mine'))).toEqual(shape(all));
    expect(renameDraft(all, '2', 'x')[0]?.drafts.map(({ name }) => name)).toEqual([
      'draft 1',
      'x',
      'draft 3',
    ]);
    expect(freeName(all, 'Other')).toBe('Other');
  });

  it('are put in order, and stop at their ends', () => {
    expect(shape(move(all, '2', -1))).toEqual(['Mine: 2 1 3', 'Theirs:']);
    expect(shape(move(all, '3', 1))).toEqual(shape(all));
    expect(shape(move(all, 'B', -1))).toEqual(['Theirs:', 'Mine: 1 2 3']);
  });

  it('take back what was deleted, at its place, whatever has happened since', () => {
    const without = remove(all, '2');
    expect(shape(without)).toEqual(['Mine: 1 3', 'Theirs:']);
    const since = addDraft(without, 'Mine', draft('4'), 'C');
    expect(shape(putBack(since, all, '2'))).toEqual(['Mine: 1 2 3 4', 'Theirs:']);
    expect(shape(putBack(remove(without, 'A'), all, '2'))).toEqual(['Mine: 2', 'Theirs:']);
    expect(shape(putBack(remove(all, 'A'), all, 'A'))).toEqual(shape(all));
    expect(shape(putBack(all, all, '2'))).toEqual(shape(all));
  });

  it('are added from a file under free names, with ids of their own', () => {
    let count = 0;
    const merged = merge(all, all, () => `n${++count}`);
    expect(merged.map(({ name }) => name)).toEqual(['Mine', 'Theirs', 'Mine 2', 'Theirs 2']);
    expect(new Set(merged.flatMap(({ id, drafts }) => [id, ...drafts.map((one) => one.id)])).size).toBe(10);
  });
});

describe('what is stored', () => {
  it('comes back as it was', () => {
    expect(readStored(JSON.parse(JSON.stringify(toStored(all))))).toEqual({ collections: all });
    expect(readStored(undefined)).toEqual({ collections: [] });
  });

  it.each([
    ['something else', 'they are no saved drafts'],
    [[1, 2], 'they are no saved drafts'],
    [{ version: 7, collections: [] }, 'they were written by another version (format 7)'],
  ])('is kept aside whole where nothing of it can be read: %j', (content, reason) => {
    expect(readStored(content)).toEqual({ collections: [], unreadable: { content, reason } });
  });

  it('loses no other draft where one is damaged', () => {
    const damaged = { ...draft('2'), headers: 'none' };
    const stored = {
      version: 1,
      collections: [{ id: 'A', name: 'Mine', drafts: [draft('1'), damaged] }, 'nothing'],
    };
    expect(readStored(stored)).toEqual({
      collections: [{ id: 'A', name: 'Mine', drafts: [draft('1')] }],
      unreadable: { content: [damaged, 'nothing'], reason: 'some are damaged' },
    });
  });
});

describe('a file of saved drafts', () => {
  const personal: readonly Collection[] = [
    { id: 'A', name: 'Mine', drafts: [draft('1', { body: '{"phoneNumber":"2001004011"}' })] },
  ];
  it('has no personal data in it unless that is wanted', () => {
    expect(writeDraftsFile(personal, { keepPersonal: false })).not.toContain('2001004011');
    expect(writeDraftsFile(personal, { keepPersonal: true })).toContain('2001004011');
  });
});

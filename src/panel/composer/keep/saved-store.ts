import { signal } from '@preact/signals';
import {
  addDraft,
  merge,
  move,
  putBack,
  remove,
  renameCollection,
  renameDraft,
} from '../../../model/compose/collections.ts';
import type { Draft } from '../../../model/compose/draft.ts';
import { cleanse, readStored, toStored } from '../../../model/compose/drafts-file.ts';
import { type Collection, toSavedDraft } from '../../../model/compose/saved-draft.ts';
import { t } from '../../../model/words/words.ts';
import type { DraftsStorage } from '../../host.ts';

/** Something wrong with the storage, as a sentence, with what to save elsewhere if need be. */
export interface StorageTrouble {
  sentence: string;
  /** What could not be read. */
  aside?: unknown;
}

type Collections = readonly Collection[];
type Change = (collections: Collections) => Collections;

/** The saved drafts. Whatever happens to the storage, they can be looked at and changed until DevTools is closed. */
export class SavedStore {
  readonly collections = signal<Collections>([]);
  readonly loaded = signal(false);
  readonly trouble = signal<StorageTrouble | undefined>(undefined);
  /** What was deleted last, until it is put back. */
  readonly deleted = signal<{ name: string; undo: () => Promise<void> } | undefined>(undefined);

  /** What is shown was refused by the storage, and is newer than what it has. */
  #ahead = false;
  /** What is stored is not known, so that nothing may be written over it. */
  #unread = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly storage: DraftsStorage,
    private readonly newId: () => string = () => crypto.randomUUID(),
    private readonly now: () => number = Date.now,
  ) {
    // Another window of DevTools may change them.
    storage.watch(() => void this.load());
    void this.load();
  }

  load(): Promise<void> {
    return this.#inTurn(async () => {
      this.collections.value = await this.#latest();
      this.loaded.value = true;
    });
  }

  /** Saves a draft in the collection of this name. */
  save(draft: Draft, name: string, collection: string, keepPersonal: boolean): Promise<void> {
    const { saved } = toSavedDraft(draft, { id: this.newId(), name, savedAt: this.now(), keepPersonal });
    return this.#change((all) => addDraft(all, collection, saved, this.newId()));
  }

  /** Adds collections from elsewhere, without the secrets that may be in them. */
  add(collections: Collections, keepPersonal: boolean): Promise<void> {
    return this.#change((all) => merge(all, cleanse(collections, { keepPersonal }), this.newId));
  }

  rename(id: string, name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '') return Promise.resolve();
    return this.#change((all) => renameDraft(renameIfCollection(all, id, trimmed), id, trimmed));
  }

  move(id: string, by: -1 | 1): Promise<void> {
    return this.#change((all) => move(all, id, by));
  }

  async delete(id: string, name: string): Promise<void> {
    const before = this.collections.peek();
    await this.#change((all) => remove(all, id));
    this.deleted.value = {
      name,
      undo: async () => {
        this.deleted.value = undefined;
        await this.#change((all) => putBack(all, before, id));
      },
    };
  }

  #change(change: Change): Promise<void> {
    return this.#inTurn(async () => {
      const next = change(await this.#latest());
      this.collections.value = next;
      if (this.#unread) return;
      try {
        await this.storage.save(toStored(next));
        if (this.#ahead) this.trouble.value = undefined;
        this.#ahead = false;
      } catch (error) {
        this.#ahead = true;
        this.trouble.value = {
          sentence: t(
            'This is not stored and lasts until DevTools is closed: the browser refused it ({error}). Export what you need, then delete what you do not.',
            { error: reasonOf(error) },
          ),
        };
      }
    });
  }

  /** What a change is made to: what is stored, and what could not be. */
  async #latest(): Promise<Collections> {
    const shown = this.collections.peek();
    if (this.#ahead) return shown;
    const wasUnread = this.#unread;
    try {
      const stored = await this.#read();
      this.#unread = false;
      // What could not be read of it has just been told of.
      if (wasUnread && this.trouble.peek()?.aside === undefined) this.trouble.value = undefined;
      return wasUnread ? merge(stored, shown, this.newId) : stored;
    } catch (error) {
      this.#unread = true;
      this.trouble.value = {
        sentence: t(
          'The browser did not hand over the saved drafts ({error}). What you save now lasts until DevTools is closed.',
          { error: reasonOf(error) },
        ),
      };
      return shown;
    }
  }

  /** What is stored now. What cannot be read of it is put under another key first, so that nothing is lost. */
  async #read(): Promise<Collections> {
    const { collections, unreadable } = readStored(await this.storage.load());
    if (!unreadable) return collections;
    const { content, reason } = unreadable;
    const key = await this.storage.keepAside(content);
    await this.storage.save(toStored(collections));
    this.trouble.value = {
      sentence: t(
        'Saved drafts could not be read: {reason}. They are kept aside in the extension’s storage as “{key}”.',
        { reason, key },
      ),
      aside: content,
    };
    return collections;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work, work);
    return this.#queue;
  }
}

const renameIfCollection = (all: Collections, id: string, name: string): Collections =>
  all.some((collection) => collection.id === id) ? renameCollection(all, id, name) : all;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import { beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../../model/compose/draft.ts';
import type { DraftsStorage } from '../../host.ts';
import { SavedStore } from './saved-store.ts';

const draft: Draft = {
  operationId: 'mfa',
  method: 'POST',
  url: 'https://platform.uat.proveapis.com/v3/mfa',
  headers: [{ name: 'Authorization', value: 'Bearer s3cr3t-t0ken' }],
  body: '{"possessionType":"mobile","phoneNumber":"2001004011"}',
  way: 'extension',
};

/** A storage of a few bytes that forgets nothing, and that two windows may share. */
function storageOf(first?: unknown, room = Number.POSITIVE_INFINITY) {
  const content = new Map<string, string>();
  const listeners: (() => void)[] = [];
  if (first !== undefined) content.set('drafts', JSON.stringify(first));
  const put = (key: string, value: unknown) => {
    const text = JSON.stringify(value);
    if (text.length > storage.room) throw new Error('QUOTA_BYTES quota exceeded');
    content.set(key, text);
  };
  const storage = {
    room,
    content,
    text: () => [...content.values()].join('\n'),
    load: async () => {
      const text = content.get('drafts');
      return text === undefined ? undefined : JSON.parse(text);
    },
    save: async (value: unknown) => {
      put('drafts', value);
      for (const tell of listeners) tell();
    },
    keepAside: async (value: unknown) => {
      put('aside', value);
      return 'aside';
    },
    watch: (changed: () => void) => void listeners.push(changed),
  } satisfies DraftsStorage & Record<string, unknown>;
  return storage;
}

let ids: number;
const open = async (storage: DraftsStorage) => {
  const store = new SavedStore(
    storage,
    () => `id${++ids}`,
    () => 1000,
  );
  await store.load();
  return store;
};
const shape = (store: SavedStore) =>
  store.collections.value.map(({ name, drafts }) => `${name}: ${drafts.map((one) => one.name).join(', ')}`);

beforeEach(() => {
  ids = 0;
});

describe('saved drafts', () => {
  test('are there the next time, and hold no secret', async () => {
    const storage = storageOf();
    await (await open(storage)).save(draft, 'one', 'Mine', false);
    const later = await open(storage);
    expect(shape(later)).toEqual(['Mine: one']);
    expect(later.collections.value[0]?.drafts[0]).toMatchObject({
      headers: [{ name: 'Authorization', value: 'Bearer {{bearerToken}}' }],
      body: '{"possessionType":"mobile","phoneNumber":"{{phoneNumber}}"}',
      savedAt: 1000,
    });
    expect(storage.text()).not.toMatch(/s3cr3t|2001004011/);
  });

  test('keep personal data where that is wanted', async () => {
    const storage = storageOf();
    await (await open(storage)).save(draft, 'one', 'Mine', true);
    expect(storage.text()).toContain('2001004011');
    expect(storage.text()).not.toContain('s3cr3t');
  });

  test('are stored without secrets when they come from a file', async () => {
    const storage = storageOf();
    const { way, ...rest } = draft;
    const foreign = {
      ...rest,
      operationId: 'mfa',
      headers: [...draft.headers],
      id: 'x',
      name: 'x',
      savedAt: 1,
      way,
    };
    await (await open(storage)).add([{ id: 'y', name: 'Theirs', drafts: [foreign] }], true);
    expect(storage.text()).not.toContain('s3cr3t');
  });

  test('can be renamed, put in order, deleted and taken back', async () => {
    const storage = storageOf();
    const store = await open(storage);
    for (const name of ['one', 'two', 'three']) await store.save(draft, name, 'Mine', false);
    const [one, , three] = store.collections.value[0]?.drafts ?? [];
    await store.rename(one?.id ?? '', 'first');
    await store.rename(one?.id ?? '', '  ');
    await store.move(three?.id ?? '', -1);
    expect(shape(store)).toEqual(['Mine: first, three, two']);
    await store.delete(three?.id ?? '', 'three');
    expect(shape(await open(storage))).toEqual(['Mine: first, two']);
    await store.deleted.value?.undo();
    expect(shape(await open(storage))).toEqual(['Mine: first, three, two']);
    expect(store.deleted.value).toBeUndefined();
  });

  test('of two windows are not lost to each other', async () => {
    const storage = storageOf();
    const [here, there] = [await open(storage), await open(storage)];
    await here.save(draft, 'one', 'Mine', false);
    await there.save(draft, 'two', 'Mine', false);
    await here.load();
    expect(shape(here)).toEqual(['Mine: one, two']);
  });
});

describe('storage in trouble', () => {
  test('that is full keeps what was saved on show, says so, and recovers', async () => {
    const storage = storageOf();
    const store = await open(storage);
    await store.save(draft, 'one', 'Mine', false);
    storage.room = 10;
    await store.save(draft, 'two', 'Mine', false);
    await store.save(draft, 'three', 'Mine', false);
    expect(shape(store)).toEqual(['Mine: one, two, three']);
    expect(store.trouble.value?.sentence).toMatch(/^This is not stored .*QUOTA_BYTES quota exceeded/);
    expect(shape(await open(storage))).toEqual(['Mine: one']);
    storage.room = 10_000;
    await store.save(draft, 'four', 'Mine', false);
    expect(store.trouble.value).toBeUndefined();
    expect(shape(await open(storage))).toEqual(['Mine: one, two, three, four']);
  });

  test('that holds something of another version keeps it aside and goes on', async () => {
    const old = { version: 0, drafts: ['from long ago'] };
    const storage = storageOf(old);
    const store = await open(storage);
    expect(store.trouble.value).toEqual({
      sentence:
        'Saved drafts could not be read: they are no saved drafts. They are kept aside in the extension’s storage as “aside”.',
      aside: old,
    });
    expect(storage.content.get('aside')).toBe(JSON.stringify(old));
    await store.save(draft, 'one', 'Mine', false);
    expect(shape(await open(storage))).toEqual(['Mine: one']);
  });

  test('never loses what cannot be kept aside', async () => {
    const old = { version: 0, drafts: ['from long ago'] };
    const storage = storageOf(old);
    const keepAside = storage.keepAside;
    storage.keepAside = () => Promise.reject(new Error('no room'));
    const store = await open(storage);
    expect(store.trouble.value?.sentence).toMatch(/no room.*lasts until DevTools is closed/);
    await store.save(draft, 'one', 'Mine', false);
    expect(shape(store)).toEqual(['Mine: one']);
    expect(storage.content.get('drafts')).toBe(JSON.stringify(old));
    storage.keepAside = keepAside;
    await store.save(draft, 'two', 'Mine', false);
    expect(storage.content.get('aside')).toBe(JSON.stringify(old));
    expect(shape(await open(storage))).toEqual(['Mine: one, two']);
  });
});

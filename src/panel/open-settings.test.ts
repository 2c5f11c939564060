import { describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../model/settings.ts';
import { openSettings } from './open-settings.ts';

/** A storage that several pages share, as the browser's does. */
class SharedStorage {
  content: unknown;
  aside: unknown;
  refuses: 'nothing' | 'saving' | 'all' = 'nothing';
  readonly #watchers: ((content: unknown) => void)[] = [];

  load = async () => {
    if (this.refuses === 'all') throw new Error('storage is disabled');
    return this.content;
  };

  save = async (content: unknown) => {
    if (this.refuses !== 'nothing') throw new Error('QUOTA_BYTES quota exceeded');
    this.content = JSON.parse(JSON.stringify(content));
    for (const tell of this.#watchers) tell(this.content);
  };

  keepAside = async (content: unknown) => {
    if (this.refuses !== 'nothing') throw new Error('QUOTA_BYTES quota exceeded');
    this.aside = content;
  };

  watch = (changed: (content: unknown) => void) => void this.#watchers.push(changed);
}

const open = (storage: SharedStorage, pageId?: string) => openSettings(storage, pageId);

describe('settings', () => {
  it('are there the next time', async () => {
    const storage = new SharedStorage();
    const { settings } = await open(storage);
    settings.value = { ...settings.value, mask: true };
    await vi.waitFor(() => expect(storage.content).toMatchObject({ mask: true }));
    expect((await open(storage)).settings.value).toEqual({ ...defaultSettings, mask: true });
  });

  it('apply at once in every open page, but not the view that each shows', async () => {
    const storage = new SharedStorage();
    const [one, other] = [await open(storage, 'one'), await open(storage, 'other')];
    one.settings.value = { ...one.settings.value, mask: true, view: 'calls' };
    await vi.waitFor(() => expect(other.settings.value.mask).toBe(true));
    expect(other.settings.value.view).toBe('flows');
    other.settings.value = { ...other.settings.value, sdkCalls: false };
    await vi.waitFor(() => expect(one.settings.value.sdkCalls).toBe(false));
    expect(one.settings.value).toMatchObject({ mask: true, view: 'calls' });
  });

  it('that are changed fast end as they were left', async () => {
    const storage = new SharedStorage();
    const { settings } = await open(storage);
    for (let width = 200; width <= 300; width++) settings.value = { ...settings.value, listWidth: width };
    await vi.waitFor(() => expect(storage.content).toMatchObject({ listWidth: 300 }));
    expect(settings.value.listWidth).toBe(300);
  });

  it('are not written before something is changed', async () => {
    const storage = new SharedStorage();
    await open(storage);
    await Promise.resolve();
    expect(storage.content).toBeUndefined();
  });

  it('that the storage refuses hold all the same, with a sentence', async () => {
    const storage = new SharedStorage();
    const { settings, trouble } = await open(storage);
    storage.refuses = 'saving';
    settings.value = { ...settings.value, mask: true };
    await vi.waitFor(() =>
      expect(trouble.value).toBe(
        'Settings could not be stored: the browser refused it (QUOTA_BYTES quota exceeded). They hold until this page is closed.',
      ),
    );
    expect(settings.value.mask).toBe(true);
    storage.refuses = 'nothing';
    settings.value = { ...settings.value, sdkCalls: false };
    await vi.waitFor(() => expect(storage.content).toMatchObject({ mask: true, sdkCalls: false }));
    expect(trouble.value).toBeUndefined();
  });

  it('are the usual ones where the storage is disabled, with a sentence', async () => {
    const storage = new SharedStorage();
    storage.refuses = 'all';
    const { settings, trouble } = await open(storage);
    expect(settings.value).toEqual(defaultSettings);
    expect(trouble.value).toMatch(/did not hand over the settings \(storage is disabled\)/);
  });

  it('that could not be read are not written over: they are read first, and the change goes on top', async () => {
    const storage = new SharedStorage();
    storage.content = { ...defaultSettings, timeLimit: 7 };
    storage.refuses = 'all';
    const { settings, trouble } = await open(storage);
    settings.value = { ...settings.value, mask: true };
    await Promise.resolve();
    expect(trouble.value).toMatch(/did not hand over the settings .* What is stored stays as it is/);
    expect(storage.content).toMatchObject({ timeLimit: 7, mask: false });
    storage.refuses = 'nothing';
    settings.value = { ...settings.value, sdkCalls: false };
    const all = { timeLimit: 7, mask: true, sdkCalls: false };
    await vi.waitFor(() => expect(storage.content).toMatchObject(all));
    expect(settings.value).toMatchObject(all);
    expect(trouble.value).toBeUndefined();
  });

  it('that are damaged stay as they are where they cannot be kept aside', async () => {
    const storage = new SharedStorage();
    const damaged = { version: 2, mask: true, timeLimit: 'soon' };
    storage.content = damaged;
    storage.refuses = 'saving';
    const { settings, trouble } = await open(storage);
    await vi.waitFor(() => expect(trouble.value).toMatch(/could not be stored/));
    storage.refuses = 'nothing';
    settings.value = { ...settings.value, sdkCalls: false };
    await vi.waitFor(() => expect(storage.content).toMatchObject({ timeLimit: 60, sdkCalls: false }));
    expect(storage.aside).toEqual(damaged);
  });

  it('that were damaged are mended, and kept aside as they were', async () => {
    const storage = new SharedStorage();
    const damaged = { version: 2, mask: true, timeLimit: 'soon' };
    storage.content = damaged;
    const { settings, trouble } = await open(storage);
    expect(settings.value).toEqual({ ...defaultSettings, mask: true });
    expect(trouble.value).toMatch(/“timeLimit” could not be read/);
    await vi.waitFor(() => expect(storage.content).toMatchObject({ mask: true, timeLimit: 60 }));
    expect(storage.aside).toEqual(damaged);
  });

  it('of a later version stay in storage until something is changed, and then aside', async () => {
    const storage = new SharedStorage();
    const later = { version: 7, mask: true, tomorrow: 1 };
    storage.content = later;
    const { settings, trouble } = await open(storage);
    expect(trouble.value).toMatch(/later version/);
    expect(storage.content).toBe(later);
    settings.value = { ...settings.value, sdkCalls: false };
    await vi.waitFor(() =>
      expect(storage.content).toMatchObject({ version: 2, mask: true, sdkCalls: false }),
    );
    expect(storage.aside).toEqual(later);
  });
});

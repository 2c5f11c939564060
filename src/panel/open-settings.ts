import { effect, type Signal, signal } from '@preact/signals';
import { isDamaged, readSettings } from '../model/read-settings.ts';
import { defaultSettings, type Settings } from '../model/settings.ts';
import type { SettingsStorage } from './host.ts';

/** Hardly anybody ever needs these sentences. */
const words = () => import('../model/describe-settings-trouble.ts');

/** Settings that are in step with storage and with every other open page of the extension. */
export interface OpenSettings {
  /** To be changed by setting its value; it is stored by itself. */
  settings: Signal<Settings>;
  /** What is wrong with what is stored or with storing, as a sentence. */
  trouble: Signal<string | undefined>;
}

/** Opens the stored settings. Whatever the storage does, there are settings, and they can be changed. */
export async function openSettings(
  storage: SettingsStorage,
  pageId: string = crypto.randomUUID(),
): Promise<OpenSettings> {
  const trouble = signal<string | undefined>(undefined);
  const settings = signal(defaultSettings);
  /** What storage is known to have, or to get. */
  let known: Settings = defaultSettings;
  /** What is stored is not known, so that nothing may be written over it. */
  let unread = true;
  let aside: unknown;
  /** What a later version wrote stays as it is until something is changed here. */
  let mends = false;
  let refused = false;
  let busy = false;

  const say = async (error: unknown) => {
    const { describeUnread, describeRefused } = await words();
    trouble.value = (unread ? describeUnread : describeRefused)(reasonOf(error));
  };
  /** Takes up what is stored, and puts what was changed here meanwhile on top. Throws where storage refuses. */
  const read = async () => {
    const stored = await storage.load();
    const reading = readSettings(stored);
    unread = false;
    refused = false;
    const changed = changesIn(settings.peek());
    known = reading.settings;
    settings.value = changed.length > 0 ? { ...known, ...Object.fromEntries(changed) } : known;
    const damaged = isDamaged(reading);
    if (damaged) aside = stored;
    mends = damaged && !reading.newer;
    trouble.value = damaged ? (await words()).describeReading(reading) : undefined;
  };
  const store = async () => {
    if (busy) return;
    busy = true;
    let tried = settings.peek();
    try {
      while (settings.peek() !== known || aside !== undefined) {
        tried = settings.peek();
        if (unread) await read();
        tried = known = settings.peek();
        await keepAsideFirst();
        await storage.save({ ...known, savedBy: pageId });
        if (refused) trouble.value = undefined;
        refused = false;
      }
    } catch (error) {
      refused = true;
      await say(error);
    }
    busy = false;
    // What was changed while storage took its time to refuse has not been tried yet.
    if (settings.peek() !== tried) void store();
  };
  const keepAsideFirst = async () => {
    if (aside === undefined) return;
    await storage.keepAside(aside);
    aside = undefined;
  };

  try {
    await read();
  } catch (error) {
    await say(error);
  }
  try {
    storage.watch((content) => {
      if (isBy(pageId, content)) return;
      unread = false;
      known = adopt(settings.peek(), readSettings(content).settings);
      settings.value = known;
    });
  } catch (error) {
    console.error('Changes of other pages will not be seen', error);
  }
  effect(() => {
    if (settings.value !== known || mends) void store();
  });
  return { settings, trouble };
}

/** What differs from the settings that a panel begins with where it could not read any. */
const changesIn = (settings: Settings): [string, unknown][] => {
  const before: Readonly<Record<string, unknown>> = defaultSettings;
  return Object.entries(settings).filter(([name, value]) => value !== before[name]);
};

/** The settings of another page; what each page decides for itself stays as it is. */
const adopt = (own: Settings, { calls, ...others }: Settings): Settings => ({
  ...others,
  view: own.view,
  listWidth: own.listWidth,
  flowsWidth: own.flowsWidth,
  bodyLayout: own.bodyLayout,
  calls: { ...calls, order: own.calls.order },
});

const isBy = (pageId: string, content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'savedBy' in content && content.savedBy === pageId;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

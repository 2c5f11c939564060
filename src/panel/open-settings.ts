import { effect, type Signal, signal } from '@preact/signals';
import { isDamaged, readSettings } from '../model/read-settings.ts';
import type { Settings } from '../model/settings.ts';
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
  let stored: unknown;
  try {
    stored = await storage.load();
  } catch (error) {
    trouble.value = (await words()).describeUnread(reasonOf(error));
  }
  const reading = readSettings(stored);
  const damaged = isDamaged(reading);
  if (damaged) trouble.value = (await words()).describeReading(reading);
  let aside = damaged ? stored : undefined;
  const settings = signal(reading.settings);
  /** What storage is known to have, or to get. */
  let known: Settings = reading.settings;
  let refused = false;
  let busy = false;

  const store = async () => {
    if (busy) return;
    busy = true;
    try {
      while (settings.peek() !== known || aside !== undefined) {
        known = settings.peek();
        await keepAsideFirst();
        await storage.save({ ...known, savedBy: pageId });
        if (refused) trouble.value = undefined;
        refused = false;
      }
    } catch (error) {
      refused = true;
      trouble.value = (await words()).describeRefused(reasonOf(error));
    }
    busy = false;
  };
  const keepAsideFirst = async () => {
    if (aside === undefined) return;
    const content = aside;
    aside = undefined;
    await storage.keepAside(content);
  };

  try {
    storage.watch((content) => {
      if (isBy(pageId, content)) return;
      known = adopt(settings.peek(), readSettings(content).settings);
      settings.value = known;
    });
  } catch (error) {
    console.error('Changes of other pages will not be seen', error);
  }
  effect(() => {
    // What a later version wrote stays as it is until something is changed here.
    if (settings.value !== known || (aside !== undefined && !reading.newer)) void store();
  });
  return { settings, trouble };
}

/** The settings of another page; what each page decides for itself stays as it is. */
const adopt = (own: Settings, { calls, ...others }: Settings): Settings => ({
  ...others,
  view: own.view,
  listWidth: own.listWidth,
  bodyLayout: own.bodyLayout,
  calls: { ...calls, order: own.calls.order },
});

const isBy = (pageId: string, content: unknown): boolean =>
  typeof content === 'object' && content !== null && 'savedBy' in content && content.savedBy === pageId;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

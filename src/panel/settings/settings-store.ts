import { type Signal, signal } from '@preact/signals';
import type { StoredRoute } from '../../model/routes/stored-route.ts';
import type { Settings } from '../../model/settings.ts';
import { t } from '../../model/words/words.ts';
import type { SettingsDoor } from './settings-door.ts';

/** The state of the settings' pages, in the panel and on the options page. */
export class SettingsStore {
  readonly settings: Signal<Settings>;

  constructor(readonly door: SettingsDoor) {
    this.settings = door.settings;
  }

  /** The hosts that are allowed, as match patterns; undefined until the browser has said. */
  readonly hosts = signal<readonly string[] | undefined>(undefined);
  #watchesHosts = false;

  /** Asks the browser which hosts are allowed, and is told of changes from then on. */
  async lookAtHosts(): Promise<void> {
    const { hosts } = this.door.host;
    if (!this.#watchesHosts) hosts.watch(() => void this.lookAtHosts());
    this.#watchesHosts = true;
    try {
      this.hosts.value = await hosts.list();
    } catch (error) {
      this.say(t('The browser did not say which hosts are allowed: {reason}', { reason: String(error) }));
    }
  }

  /** Gives access to a host back; to be called from a click. */
  async revoke(pattern: string): Promise<void> {
    const host = hostName(pattern);
    try {
      const gone = await this.door.host.hosts.revoke(pattern);
      this.say(
        gone
          ? t('{host} is given back.', { host })
          : t('The browser did not give {host} back; try it in its page of extensions.', { host }),
      );
    } catch (error) {
      this.say(t('The browser refused: {reason}', { reason: String(error) }));
    }
    await this.lookAtHosts();
  }

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.peek(), ...change };
  }

  /** Changes something, says what was done, and lets it be undone: what is changed after that stays. */
  changeUndoably(change: Partial<Settings>, sentence: string): void {
    const before = this.settings.peek();
    const names = Object.keys(change);
    const undone = Object.fromEntries(Object.entries(before).filter(([name]) => names.includes(name)));
    this.change(change);
    this.say(sentence, () => {
      this.change(undone);
      this.door.done.value = undefined;
    });
  }

  changeRoutes(routes: StoredRoute[], sentence: string): void {
    this.changeUndoably({ routes }, sentence);
  }

  say(sentence: string, undo?: () => void): void {
    this.door.done.value = { sentence, undo };
  }
}

/** A match pattern as people write a host: `https://api.example.com`. */
export const hostName = (pattern: string): string => pattern.replace(/\/\*$/, '');

import { type Signal, signal } from '@preact/signals';
import type { Settings } from '../../model/settings.ts';
import type { SettingsHost } from '../host.ts';

export type SettingsPage = 'general' | 'routes' | 'hosts';

/** The way into the settings, whose pages are loaded when they are first opened. */
export class SettingsDoor {
  /** The page that is shown; undefined while the settings are closed. */
  readonly page = signal<SettingsPage | undefined>(undefined);
  /** What was done last, as a sentence, and how to undo it. */
  readonly done = signal<{ sentence: string; undo: (() => void) | undefined } | undefined>(undefined);

  constructor(
    readonly settings: Signal<Settings>,
    /** What is wrong with the stored settings, or with storing them. */
    readonly trouble: Signal<string | undefined>,
    readonly host: SettingsHost,
  ) {}

  open(page: SettingsPage = 'general'): void {
    this.page.value = page;
  }
}

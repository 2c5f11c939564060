import { learnWords } from '../model/words/words.ts';
import browser from './browser.ts';

/** Gives texts in the browser's language, where the extension has it; to be called at the start of every page. */
export function learnBrowserWords(): void {
  const { i18n } = browser;
  // Says which of our languages the browser chose: its own may be one that we do not have.
  const chosen = i18n.getMessage('language') || 'en';
  const own = i18n.getUILanguage();
  // Of en and en-GB, the latter knows more about numbers and dates.
  const language = own === chosen || own.startsWith(`${chosen}-`) ? own : chosen;
  const lookup = (key: string) => {
    try {
      return i18n.getMessage(key);
    } catch {
      // Chromium refuses everything once the extension was reloaded; English stays.
      return '';
    }
  };
  learnWords({ language, lookup });
  document.documentElement.lang = chosen;
}

import { render } from 'preact';
import { learnBrowserWords } from '../browser/browser-words.ts';
import { openOptionsPage } from '../browser/options-page.ts';
import { followSystemTheme } from '../browser/theme.ts';
import { t, tParts } from '../model/words/words.ts';
import './popup.css';

// Says where the panel is: an extension's icon is where people look first, and it is not there.

learnBrowserWords();

followSystemTheme((theme) => {
  document.documentElement.dataset.theme = theme;
});

/** The panel's tab is called so in every language. */
const PANEL = 'Prove V3';

const isMac = /mac/i.test(navigator.platform);

function Popup() {
  return (
    <>
      <h1>{t('V3 Inspector is in DevTools')}</h1>
      <ol>
        <li>{t('Go to the page that talks to V3.')}</li>
        <li>
          {tParts('Press {key} to open DevTools.', {
            key: (
              <>
                <kbd>F12</kbd> / <kbd>{isMac ? '⌥ ⌘ I' : 'Ctrl Shift I'}</kbd>
              </>
            ),
          })}
        </li>
        <li>
          {tParts('Choose the tab {tab}, at the end of the row; it may be behind {more}.', {
            tab: <b>{PANEL}</b>,
            more: <kbd aria-label={t('the button of more tabs')}>»</kbd>,
          })}
        </li>
      </ol>
      <p>{t('Calls are recorded from the moment DevTools is open; reload the page to see earlier ones.')}</p>
      <button type="button" onClick={() => void openOptionsPage().then(() => window.close())}>
        {t('Settings')}
      </button>
    </>
  );
}

const app = document.getElementById('app');
if (app) render(<Popup />, app);

import { t } from '../model/words/words.ts';
import { type AccessAnswer, readKnownHosts, saveKnownHosts } from './access-messages.ts';
import browser from './browser.ts';
import { learnBrowserWords } from './browser-words.ts';
import { hostPattern } from './host-pattern.ts';

/**
 * Asks for access to one host, where the panel cannot (Firefox). The panel opens it in a tab and names the
 * origin; it answers with a message and closes itself. Access that is there already is answered at once, and so is
 * a host to give back.
 */
const query = new URLSearchParams(location.search);
const ticket = query.get('ticket') ?? '';
const origin = query.get('origin') ?? '';
const revoked = query.get('revoke');
const pattern = revoked ?? hostPattern(origin);

const say = (id: string, text: string) => {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
};
const onClick = (id: string, action: () => void) =>
  document.getElementById(id)?.addEventListener('click', action);

learnBrowserWords();
sayWhatItIs();
onClick('close', () => void answer(false));
if (revoked === null) await ask();
else await revoke(revoked);

async function ask() {
  if (pattern === undefined)
    return say('question', t('This page was opened without a host to ask for. Close it.'));
  const origins = [pattern];
  const { protocol, hostname } = new URL(origin);
  say(
    'question',
    t('May V3 Inspector call {host} ({scheme}, any port)?', {
      host: hostname,
      scheme: protocol.slice(0, -1),
    }),
  );
  if (await browser.permissions.contains({ origins })) return answer(true);
  await remember(false);
  const allow = document.getElementById('allow');
  if (allow) {
    allow.hidden = false;
    allow.focus();
  }
  onClick('allow', () => {
    browser.permissions
      .request({ origins })
      .then(answer)
      .catch((error: unknown) =>
        say('status', t('The browser did not ask: {error}', { error: String(error) })),
      );
  });
}

function sayWhatItIs() {
  document.title = t('Access to a host · V3 Inspector');
  say('title', t('Send from the extension?'));
  say(
    'meaning',
    t(
      'V3 Inspector will call this host only when you press Send in its panel, with the cookies that the host has set. You can take this back in about:addons at any time.',
    ),
  );
  say('allow', t('Allow'));
  say('close', t('Not now'));
}

/** Gives access back, which needs no question. */
async function revoke(host: string) {
  say('question', t('Access to {host} is given back.', { host: host.replace(/\/\*$/, '') }));
  try {
    await browser.permissions.remove({ origins: [host] });
  } catch (error) {
    say('status', t('The browser refused: {reason}', { reason: String(error) }));
    return;
  }
  await answer(false);
}

async function answer(granted: boolean) {
  await remember(granted);
  const message: AccessAnswer = { type: 'access', ticket, granted };
  try {
    await browser.runtime.sendMessage(message);
    window.close();
  } catch {
    say('status', t('The panel that asked is gone; you can close this tab.'));
  }
}

async function remember(granted: boolean) {
  if (pattern === undefined) return;
  const others = (await readKnownHosts()).filter((known) => known !== pattern);
  await saveKnownHosts(granted ? [...others, pattern] : others);
}

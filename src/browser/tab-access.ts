import { type AccessAnswer, accessAnswer, readKnownHosts, watchKnownHosts } from './access-messages.ts';
import browser from './browser.ts';
import type { HostAccess } from './host-access.ts';
import { hostPattern } from './host-pattern.ts';

/** For so long an answer of the permission page is not doubted, in ms. */
const CERTAIN = 60_000;

/**
 * Host access for Firefox, whose panel has no `permissions` API. What the permission page found out is
 * remembered; that it was taken back meanwhile in about:addons shows when a call fails, and then the page,
 * which has the API, is asked again at the next click.
 */
export class AccessThroughTab implements HostAccess {
  /** Patterns, and when they were confirmed. */
  readonly #confirmed = new Map<string, number>();
  readonly #doubted = new Set<string>();

  constructor() {
    watchKnownHosts(() => void this.#forgetWhatIsGone());
  }

  async has(origin: string): Promise<boolean> {
    const pattern = hostPattern(origin);
    if (pattern === undefined || this.#doubted.has(pattern)) return false;
    return this.#confirmed.has(pattern) || (await readKnownHosts()).includes(pattern);
  }

  async request(origin: string): Promise<boolean> {
    const pattern = hostPattern(origin);
    if (pattern === undefined) return false;
    const granted = await askInTab({ origin });
    if (!granted) return false;
    this.#confirmed.set(pattern, Date.now());
    this.#doubted.delete(pattern);
    return true;
  }

  doubt(origin: string): boolean {
    const pattern = hostPattern(origin);
    if (pattern === undefined || Date.now() - (this.#confirmed.get(pattern) ?? 0) < CERTAIN) return false;
    this.#confirmed.delete(pattern);
    this.#doubted.add(pattern);
    return true;
  }

  /** What the permission page, or the options page, found when it last looked. */
  list = async (): Promise<string[]> => (await readKnownHosts()).toSorted();

  async revoke(pattern: string): Promise<boolean> {
    const isAllowed = await askInTab({ revoke: pattern });
    const gone = !isAllowed && !(await readKnownHosts()).includes(pattern);
    if (gone) this.#confirmed.delete(pattern);
    return gone;
  }

  watch(changed: () => void): void {
    watchKnownHosts(changed);
  }

  async #forgetWhatIsGone() {
    const known = await readKnownHosts();
    for (const pattern of this.#confirmed.keys())
      if (!known.includes(pattern)) this.#confirmed.delete(pattern);
  }
}

/** Opens the permission page beside the inspected tab and waits for its answer, or until it is closed. */
function askInTab(question: { origin: string } | { revoke: string }): Promise<boolean> {
  const ticket = crypto.randomUUID();
  const query = new URLSearchParams({ ...question, ticket });
  const tab = window.open(browser.runtime.getURL(`src/browser/permission.html?${query}`));
  if (!tab) return Promise.resolve(false);
  return new Promise((resolve) => {
    const settle = (granted: boolean) => {
      clearInterval(watch);
      browser.runtime.onMessage.removeListener(listen);
      resolve(granted);
    };
    const listen = (message: unknown) => {
      const answer: AccessAnswer | undefined = accessAnswer.safeParse(message).data;
      if (answer?.ticket !== ticket) return undefined;
      settle(answer.granted);
      return Promise.resolve(true);
    };
    const watch = setInterval(() => isClosed(tab) && settle(false), 300);
    browser.runtime.onMessage.addListener(listen);
  });
}

function isClosed(tab: Window): boolean {
  try {
    return tab.closed;
  } catch {
    // Firefox: a closed tab is a dead object.
    return true;
  }
}

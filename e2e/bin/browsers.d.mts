/** The browsers that the tests run in. */
export type BrowserName = 'chromium' | 'firefox';

/** The program of a browser that can load our extension; `undefined` when there is none. */
export function findBrowser(name: BrowserName): string | undefined;

/** The same, but throws with what to do when there is none. */
export function requireBrowser(name: BrowserName): string;

/** Installs a browser unless there is one, and returns its program. Throws with what to install by hand. */
export function installBrowser(name: BrowserName): string;

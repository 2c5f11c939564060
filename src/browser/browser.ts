import type { Browser } from 'webextension-polyfill';

declare global {
  // Firefox has it, and so have newer Chromiums.
  var browser: Browser | undefined;
}

const own = globalThis.browser;

/** The browser's own WebExtension API, with promises; only a Chromium that lacks it loads what makes it so. */
const api: Browser = own?.runtime?.id ? own : (await import('webextension-polyfill')).default;

export default api;

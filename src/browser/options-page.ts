import browser from './browser.ts';

/** Opens the options page in a tab; to be called from a click. */
export async function openOptionsPage(): Promise<void> {
  const open: unknown = Reflect.get(browser.runtime, 'openOptionsPage');
  // Firefox keeps this API from DevTools panels.
  if (typeof open === 'function') await browser.runtime.openOptionsPage();
  else window.open(browser.runtime.getURL('src/panel/options.html'));
}

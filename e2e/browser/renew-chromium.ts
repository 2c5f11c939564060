import type { Browser, CDPSession, Page } from '@playwright/test';
import { PATIENCE } from './until.ts';

/** Sets DevTools to what it was at its start, and empties the clipboard; neither can be reached from elsewhere. */
export async function clearDevTools(
  devtools: Page,
  control: CDPSession,
  preferences: Record<string, string>,
): Promise<void> {
  await control.send('Browser.setPermission', {
    permission: { name: 'clipboard-write' },
    setting: 'granted',
  });
  await devtools.evaluate(() => navigator.clipboard.writeText(''));
  await devtools.evaluate(
    `import('./core/host/host.js').then(({ InspectorFrontendHost: { InspectorFrontendHostInstance: host } }) => {
      host.clearPreferences();
      for (const [name, value] of Object.entries(${JSON.stringify(preferences)})) host.setPreference(name, value);
    })`,
  );
}

/** Opens a new tab in place of all others, with nothing kept by pages nor by the extension of a file's address. */
export async function newOnlyTab(
  browser: Browser,
  control: CDPSession,
  old: Page,
  extension: string,
): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no window left');
  // A document of the extension that runs nothing: its storage is out of reach from anywhere else.
  await old.goto(new URL('/manifest.json', extension).href, { timeout: PATIENCE });
  await old.evaluate('Promise.all([chrome.storage.local.clear(), localStorage.clear()])');
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const { targetInfos } = await control.send('Target.getTargets');
  for (const { targetId, type } of targetInfos)
    if (type === 'page' && targetId !== targetInfo.targetId)
      await control.send('Target.closeTarget', { targetId });
  await session.detach();
  await context.clearCookies();
  await control.send('Browser.resetPermissions');
  return page;
}

import type { CDPSession, Frame, Page } from '@playwright/test';
import { connectTo, pagesOf } from './chromium-connection.ts';
import { until } from './until.ts';

/** Has an extension loaded anew from one of its frames in DevTools. Resolves when Chromium has closed DevTools over it. */
export async function unloadExtension(frame: Frame): Promise<void> {
  const closed = new Promise((resolve) => frame.page().once('close', resolve));
  // Of all that can do this, only the extension's own frames are in reach; they may be gone before they answer.
  const asked = frame.evaluate('void chrome.runtime.reload()').catch(() => undefined);
  await Promise.all([closed, asked]);
}

/** Switches an extension on and closes the tab that it took: one that came by the command line stays off when reloaded. */
export async function switchOn(id: string, tab: Page): Promise<void> {
  await tab.goto('chrome://extensions/');
  const enable = `new Promise((done) =>
    chrome.management.setEnabled('${id}', true, () => done(!chrome.runtime.lastError)))`;
  await until(() => tab.evaluate(enable), 'Chromium to switch the extension on');
  const manifest = `chrome-extension://${id}/manifest.json`;
  await until(() => tab.goto(manifest).then(() => true), 'the extension to be there again');
  await tab.close();
}

/** Ends the process of a page. Returns a session that outlives it. */
export async function crashPage(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  // The command is never answered: who would is gone.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  return session;
}

/** A page by its address, over a new connection: the one in which it crashed gives it up for good. */
export async function findPage(endpoint: string, url: string): Promise<Page> {
  const browser = await connectTo(endpoint);
  const page = await until(
    () => pagesOf(browser).find((candidate) => candidate.url().startsWith(url)),
    `a page at ${url}`,
  );
  await page.waitForLoadState('load');
  return page;
}

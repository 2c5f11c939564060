import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { until } from '../../browser/until.ts';
import { say, sayWithin } from '../say.ts';
import type { Bench } from './bench-browser.ts';
import { Costs } from './costs.ts';

const REQUESTS = 5000;

/** Runs in the inspected page. */
async function fetchAll(url: string, requests: number): Promise<void> {
  for (let sent = 0; sent < requests; sent += 50)
    await Promise.all(
      Array.from({ length: 50 }, async (_, at) => (await fetch(`${url}?${sent + at}`)).arrayBuffer()),
    );
}

const manifest = { manifest_version: 3, name: 'Floor', version: '1', devtools_page: 'devtools.html' };

/** An extension whose devtools page hears of every request and does nothing. */
export async function writeIdleExtension(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(path.join(folder, 'devtools.html'), '<script src="devtools.js"></script>');
  await writeFile(
    path.join(folder, 'devtools.js'),
    'chrome.devtools.network.onRequestFinished.addListener(() => {});',
  );
}

/** What Chromium itself makes of requests that a devtools page hears of, with nothing done about them; in ms. */
export async function floorCosts({ browser, demo }: Bench): Promise<number> {
  await browser.openDevTools();
  const costs = await Costs.of(await browser.extensionSession());
  const url = new URL('/style.css', demo.url).href;
  await browser.page.evaluate(fetchAll, url, 500);
  const before = await costs.work();
  await browser.page.evaluate(fetchAll, url, REQUESTS);
  const told = () => browser.devtoolsPage.evaluate(() => 0);
  await told();
  const work = (await costs.work()) - before;
  say(
    `idle: Chromium's own work to tell a devtools page that does nothing of ${REQUESTS} requests`,
    work,
    'ms',
  );
  return work;
}

/** Runs in the panel, which is not to be asked again and again: that would be counted as its work. */
function footerToSay(text: string): Promise<null> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('.footer')?.textContent?.includes(text)) return;
      observer.disconnect();
      resolve(null);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    look();
  });
}

/** The panel open, and requests that are not V3's: what it costs beyond the floor. */
export async function idleCosts({ browser, inspector, demo }: Bench, floor: number): Promise<void> {
  await inspector.open('Calls');
  const costs = await Costs.of(await browser.extensionSession());
  const send = async (requests: number, seen: number) => {
    await browser.page.evaluate(fetchAll, new URL('/style.css', demo.url).href, requests);
    await browser.panel.evaluate(footerToSay, `${(seen + requests).toLocaleString('en')} requests seen`);
  };
  const seenAtFirst = async () =>
    Number(/([\d,]+) requests seen/.exec(await inspector.footer())?.[1]?.replace(',', ''));
  const first = (await until(async () => (await seenAtFirst()) + 1, 'the count')) - 1;
  await send(500, first);
  const [heap, before] = [await costs.heap(), await costs.work()];
  await send(REQUESTS, first + 500);
  const work = (await costs.work()) - before;
  say(`idle: the same with the panel open and none of them V3's`, work, 'ms');
  sayWithin(100, 'idle: work of panel and devtools page beyond that', work - floor, 'ms');
  say('idle: what they leave in the heap', (await costs.heap()) - heap, 'MB');
}

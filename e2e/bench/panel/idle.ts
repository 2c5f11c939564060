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

/** What Chromium itself makes of requests that a devtools page hears of, with nothing done about them. */
export async function floorCosts({ browser, demo }: Bench): Promise<void> {
  await browser.openDevTools();
  const costs = await Costs.of(await browser.extensionSession());
  const url = new URL('/style.css', demo.url).href;
  await browser.page.evaluate(fetchAll, url, 500);
  const before = await costs.work();
  await browser.page.evaluate(fetchAll, url, REQUESTS);
  const told = () => browser.devtoolsPage.evaluate(() => 0);
  await told();
  say(`idle: the same where the devtools page does nothing`, (await costs.work()) - before, 'ms');
}

/** The panel open, and requests that are not V3's. */
export async function idleCosts({ browser, inspector, demo }: Bench): Promise<void> {
  await inspector.open('Calls');
  const costs = await Costs.of(await browser.extensionSession());
  const send = async (requests: number, seen: number) => {
    await browser.page.evaluate(fetchAll, new URL('/style.css', demo.url).href, requests);
    const footer = new RegExp(`\\b${(seen + requests).toLocaleString('en')} requests seen`);
    await until(async () => footer.test(await inspector.footer()), 'all requests to be counted');
  };
  const seenAtFirst = async () =>
    Number(/([\d,]+) requests seen/.exec(await inspector.footer())?.[1]?.replace(',', ''));
  const first = (await until(async () => (await seenAtFirst()) + 1, 'the count')) - 1;
  await send(500, first);
  const [heap, before] = [await costs.heap(), await costs.work()];
  await send(REQUESTS, first + 500);
  const work = (await costs.work()) - before;
  sayWithin(
    100,
    `idle: work of panel and devtools page for ${REQUESTS} requests that are not V3's`,
    work,
    'ms',
  );
  say('idle: what they leave in the heap', (await costs.heap()) - heap, 'MB');
}

import { rm } from 'node:fs/promises';
import { temporaryFolder } from '../../browser/browser-process.ts';
import { inBrowser } from './bench-browser.ts';
import { floorCosts, idleCosts, writeIdleExtension } from './idle.ts';
import { liveCosts } from './live.ts';
import { openCosts } from './open.ts';
import { scrollCosts } from './scroll.ts';

/** What the panel costs in a real Chromium, each figure in a browser of its own. */
export async function panelCosts(): Promise<void> {
  for (const take of [liveCosts, openCosts, scrollCosts]) await inBrowser(take);
  const folder = await temporaryFolder();
  await writeIdleExtension(folder);
  const floor = await inBrowser(floorCosts, folder);
  await inBrowser((bench) => idleCosts(bench, floor));
  await rm(folder, { recursive: true });
}

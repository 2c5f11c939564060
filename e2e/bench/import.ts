import path from 'node:path';
import { launch } from '../browser/driver.ts';
import { until } from '../browser/until.ts';
import { Inspector } from '../inspector-page.ts';
import { flowEntries } from './large-har.ts';

/** Times of one import, in ms. */
export interface ImportTimes {
  /** Size of the HAR. */
  megabytes: number;
  /** `JSON.parse` of the whole HAR in the same document, the median of five. */
  parse: number;
  /** From the drop of the file until the panel says that all calls are imported. */
  import: number;
  /** The longest task of the panel's main thread meanwhile; 0 where none took 50 ms. */
  longestTask: number;
}

declare global {
  interface Window {
    imported?: ImportTimes;
  }
}

/** Drops a HAR of so many flows of ten calls on the panel in real Chromium, and measures within the panel. */
export async function measureImport(flows: number, view: 'Calls' | 'Flows'): Promise<ImportTimes> {
  const extension = path.resolve(import.meta.dirname, '../../dist/chrome');
  const browser = await launch('chromium', { extension });
  try {
    const inspector = new Inspector(browser);
    await inspector.open(view);
    const { panel } = inspector;
    await panel.evaluate(dropHar, flowEntries(), flows);
    await until(() => panel.evaluate(() => window.imported !== undefined), 'the import', 60_000);
    const times = await panel.evaluate(() => window.imported);
    if (!times) throw new Error('The panel has lost its figures.');
    return times;
  } finally {
    await browser.close();
  }
}

/** Runs in the panel. */
function dropHar(entries: string, flows: number): void {
  const parts: string[] = [];
  for (let flow = 0; flow < flows; flow++)
    parts.push(
      entries
        .replaceAll('000000000000', String(flow).padStart(12, '0'))
        .replaceAll(/2026-\d\d-\d\dT[\d:.]+Z/g, (date) =>
          new Date(Date.parse(date) + flow * 30_000).toISOString(),
        ),
    );
  const text = `{"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[\n${parts.join(',\n')}\n]}}`;
  const file = new File([text], 'large.har');
  const parses = [0, 1, 2, 3, 4].map(() => {
    const begin = performance.now();
    JSON.parse(text);
    return performance.now() - begin;
  });
  let longestTask = 0;
  const begin = performance.now() + 500;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      if (startTime >= begin) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask' });
  const drag = (type: 'dragover' | 'drop') => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  };
  // What was parsed is to be collected before; and a file is always held over the panel before it is dropped.
  setTimeout(() => drag('dragover'), 500);
  setTimeout(() => {
    const dropAt = performance.now();
    drag('drop');
    const look = () => {
      if (!document.querySelector('.import-bar')?.textContent?.includes('imported, of')) return;
      const took = performance.now() - dropAt;
      observer.disconnect();
      // The observer of long tasks hears of one after it.
      setTimeout(() => {
        window.imported = {
          megabytes: file.size / 1e6,
          parse: parses.sort((a, b) => a - b)[2] ?? Number.NaN,
          import: took,
          longestTask,
        };
      }, 500);
    };
    // To look in each frame would find it a frame late.
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, 1000);
}

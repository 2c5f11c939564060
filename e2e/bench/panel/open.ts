import { until } from '../../browser/until.ts';
import { median, sayWithin } from '../say.ts';
import { type Bench, sendCalls } from './bench-browser.ts';

const CALLS = 2000;
const BATCH = 20;
const TIMES = 3;

declare global {
  interface Window {
    benchListAt?: number;
    benchClickAt?: number;
  }
}

/** Runs in each new document of DevTools: notes when a list has been drawn, in ms since 1970. */
function noteList(): void {
  if (!location.pathname.endsWith('/panel.html')) return;
  const observer = new MutationObserver(() => {
    if (!document.querySelector('.grid-body [role=row]')) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.benchListAt = Date.now();
      }),
    );
  });
  observer.observe(document, { subtree: true, childList: true });
}

/** From the click on the tab to the list of calls that were made before, each time in a new DevTools. */
export async function openCosts({ browser, inspector, sandbox }: Bench): Promise<void> {
  // The panel opens at the view in which it was closed.
  await inspector.open('Calls');
  const times: number[] = [];
  /** Of these, what Chromium takes before the panel's document begins. */
  const before: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    // DevTools opens at the tool at which it was closed.
    await browser.hidePanel();
    await browser.closeDevTools();
    await browser.openDevTools();
    await browser.devtools.addInitScript(noteList);
    await browser.devtools.evaluate(() =>
      addEventListener(
        'mousedown',
        () => {
          window.benchClickAt = Date.now();
        },
        true,
      ),
    );
    await browser.page.evaluate(sendCalls, sandbox.url, CALLS, BATCH);
    await browser.openPanel();
    const drawn = await until(() => browser.panel.evaluate(() => window.benchListAt), 'the list');
    const clicked = await browser.devtools.evaluate(() => window.benchClickAt ?? Number.NaN);
    const began = await browser.panel.evaluate(() => performance.timeOrigin);
    times.push(drawn - clicked);
    before.push(began - clicked);
  }
  sayWithin(400, `open: from the click on the tab to the list of ${CALLS} calls`, median(times), 'ms', {
    beforeTheDocument: Math.round(median(before)),
  });
}

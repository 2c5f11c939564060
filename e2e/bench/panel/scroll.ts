import type { Exchange } from '../../../src/model/exchange.ts';
import { until } from '../../browser/until.ts';
import { sayWithin } from '../say.ts';
import { exchanges } from '../story.ts';
import { type Bench, noteCalls } from './bench-browser.ts';

const CALLS = 100_000;
const CHUNK = 5_000;
const BODY = 5_000_000;

declare global {
  interface Window {
    benchShownAfter?: number;
  }
}

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** Runs in the panel: scrolls by so many pixels a frame, and returns the ms that each frame took. */
async function scrollThrough(css: string, step: number, frames: number): Promise<number[]> {
  const scroller = document.querySelector(css);
  if (!scroller) throw new Error(`There is no ${css}`);
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const took: number[] = [];
  let before = await frame();
  for (let at = 0; at < frames; at++) {
    scroller.scrollTop += step;
    const now = await frame();
    took.push(now - before);
    before = now;
  }
  return took;
}

/** Runs in the panel: notes how long after the next click the text of a body has been drawn, in ms. */
function noteBody(): void {
  const note = ({ timeStamp }: Event) => {
    const look = () => {
      if (!document.querySelector('.details .cm-line, .details .json-plain')) requestAnimationFrame(look);
      else
        setTimeout(() => {
          window.benchShownAfter = performance.now() - timeStamp;
        });
    };
    requestAnimationFrame(look);
  };
  addEventListener('mousedown', note, { capture: true, once: true });
}

const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

/** A panel that holds very many calls, as its devtools page would have told of them. */
export async function scrollCosts({ browser, inspector }: Bench): Promise<void> {
  await browser.openDevTools();
  const { devtoolsPage } = browser;
  await devtoolsPage.evaluate(() => {
    const bounds = { calls: 1_000_000, megabytes: 2000 };
    return chrome.storage.local.set({ settings: { version: 2, bounds } });
  });
  await inspector.open('Calls');
  const tell = (told: readonly Exchange[]) =>
    devtoolsPage.evaluate((all) => {
      for (const exchange of all) window.v3Recorder?.send({ type: 'exchange', exchange });
    }, told);
  const { panel } = browser;
  await panel.evaluate(noteCalls, CALLS);
  const all = exchanges(CALLS);
  for (let from = 0; from < CALLS; from += CHUNK) await tell(all.slice(from, from + CHUNK));
  await until(() => panel.evaluate(() => window.benchDrawnAt), `${CALLS} calls`, 300_000);
  await panel.evaluate(() => document.querySelector('.grid')?.scrollTo(0, 0));
  const rows = await panel.evaluate(scrollThrough, '.grid', 22 * 37, 300);
  sayWithin(33, `scroll: frame through ${CALLS} calls, 95th percentile`, p95(rows), 'ms', {
    worst: Math.max(...rows),
  });
  await bodyCosts(browser, tell, all);
}

async function bodyCosts(
  { panel }: Bench['browser'],
  tell: (told: readonly Exchange[]) => Promise<unknown>,
  [first]: readonly Exchange[],
): Promise<void> {
  if (!first) return;
  const lines = Array.from({ length: BODY / 50 }, (_, at) => `    "${String(at).padStart(42, '0')}"`);
  const text = `{\n  "possessionType": [\n${lines.join(',\n')}\n  ]\n}`;
  const body = { text, bytes: text.length };
  await tell([
    { ...first, id: 'large', startedAt: first.startedAt - 1000, request: { ...first.request, body } },
  ]);
  const row = () => panel.locator('[data-call=large]').click();
  await panel.evaluate(() => document.querySelector('.grid')?.scrollTo(0, 0));
  await until(
    async () => (await panel.locator('[data-call=large]').count()) === 1,
    'the row of the large call',
  );
  await panel.evaluate(noteBody);
  await row();
  const took = await until(() => panel.evaluate(() => window.benchShownAfter), 'the body');
  sayWithin(300, 'scroll: a body of 5 MB drawn after the click', took, 'ms');
  await until(async () => (await panel.locator('.details .cm-scroller').count()) === 1, 'the editor');
  const frames = await panel.evaluate(scrollThrough, '.details .cm-scroller', 400, 200);
  sayWithin(33, 'scroll: frame through that body, 95th percentile', p95(frames), 'ms', {
    worst: Math.max(...frames),
  });
}

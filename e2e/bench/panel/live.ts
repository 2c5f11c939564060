import { until } from '../../browser/until.ts';
import { sayWithin } from '../say.ts';
import { type Bench, noteCalls, sendCalls } from './bench-browser.ts';
import { Costs } from './costs.ts';

const CALLS = 2000;
const BATCH = 20;
/** So many calls fill the grid: what is drawn grows no more. */
const FULL = 200;

/** The panel open, and calls coming in. */
export async function liveCosts({ browser, inspector, sandbox }: Bench): Promise<void> {
  await inspector.open('Calls');
  const { panel, page } = { panel: browser.panel, page: browser.page };
  const costs = await Costs.of(await browser.extensionSession());
  const elements = () => panel.evaluate(() => document.querySelectorAll('*').length);
  const send = async (calls: number, before: number): Promise<number> => {
    await panel.evaluate(noteCalls, before + calls);
    const ended = await page.evaluate(sendCalls, sandbox.url, calls, BATCH);
    const drawn = await until(() => panel.evaluate(() => window.benchDrawnAt), 'the last row');
    return drawn - ended;
  };
  await send(FULL, 0);
  const few = await elements();
  const before = await costs.work();
  const late = await send(CALLS, FULL);
  const work = (await costs.work()) - before;
  sayWithin(250, `live: the last of ${CALLS} rows drawn after the last answer`, late, 'ms');
  sayWithin(1500, `live: work of panel and devtools page for ${CALLS} calls`, work, 'ms');
  sayWithin(40, 'live: heap after collection', await costs.heap(), 'MB');
  sayWithin(few * 1.1, 'live: elements in the panel', await elements(), '', { at200calls: few });
}

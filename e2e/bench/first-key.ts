import path from 'node:path';
import { launch, type Target } from '../browser/driver.ts';
import { until } from '../browser/until.ts';
import { startDemo } from '../demo/demo.ts';
import { Inspector } from '../inspector-page.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

/** Times of one opening of the composer, in ms. */
export interface FirstKey {
  /** From the click on its tab until the editor can be typed into and has been drawn. */
  open: number;
  /** From the first key press until its letter has been drawn. */
  key: number;
}

declare global {
  interface Window {
    firstKey?: { open?: number; key?: number };
  }
}

const folders = { chromium: 'chrome', firefox: 'firefox' } as const;

/** Opens an empty editor so many times, the chunk being loaded already, and measures within the panel each time. */
export async function measureFirstKey(target: Target, times: number): Promise<FirstKey[]> {
  const sandbox = await startSandbox();
  const demo = await startDemo({ sandboxUrl: sandbox.url });
  const extension = path.resolve(import.meta.dirname, '../../dist', folders[target]);
  const browser = await launch(target, { extension });
  try {
    const inspector = new Inspector(browser);
    await browser.page.goto(demo.url);
    await inspector.open('Composer');
    const { panel } = inspector;
    const body = panel.getByRole('textbox', { name: 'Body', exact: true });
    await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
    await body.fill('');
    const measured: FirstKey[] = [];
    for (let i = 0; i < times; i++) {
      await inspector.openView('Calls');
      await panel.evaluate(watch);
      await inspector.openView('Composer');
      await until(() => panel.evaluate(() => window.firstKey?.open !== undefined), 'the editor');
      await body.focus();
      await panel.press('x');
      await until(() => panel.evaluate(() => window.firstKey?.key !== undefined), 'the letter');
      const { open = Number.NaN, key = Number.NaN } = (await panel.evaluate(() => window.firstKey)) ?? {};
      measured.push({ open, key });
      await panel.press('Backspace');
    }
    return measured;
  } finally {
    await browser.close();
    await demo.close();
    await sandbox.close();
  }
}

/** Runs in the panel: notes when what was clicked or pressed has been drawn. */
function watch(): void {
  const times: { open?: number; key?: number } = {};
  window.firstKey = times;
  const editor = () => document.querySelector('.composer-body .cm-content[contenteditable=true]');
  // The frame after the one in which something is there shows it.
  const drawn = (isThere: () => boolean, then: () => void) => {
    const look = () => requestAnimationFrame(() => (isThere() ? requestAnimationFrame(then) : look()));
    look();
  };
  const onClick = ({ timeStamp }: Event) =>
    drawn(
      () => editor() !== null,
      () => {
        times.open = performance.now() - timeStamp;
      },
    );
  const onKey = ({ timeStamp }: Event) =>
    drawn(
      () => editor()?.textContent?.includes('x') ?? false,
      () => {
        times.key = performance.now() - timeStamp;
      },
    );
  addEventListener('click', onClick, { capture: true, once: true });
  addEventListener('keydown', onKey, { capture: true, once: true });
}

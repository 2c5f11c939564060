import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch, type PanelSize, type Target, type Theme } from '../browser/driver.ts';
import { startDemo } from '../demo/demo.ts';
import { visitEveryState } from '../every-state.ts';
import { Inspector, proveHosts } from '../inspector-page.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { type Picture, picturesOf } from './pictures.ts';

// Started by screenshots.mjs: goes through every state of the real panel in real DevTools, and takes its pictures.

const root = path.resolve(import.meta.dirname, '../..');
const all = process.argv.includes('--all');
const target: Target = process.argv.includes('firefox') ? 'firefox' : 'chromium';
const usual: PanelSize = { width: 1280, height: 640 };

const sandbox = await startSandbox();
const demo = await startDemo({ sandboxUrl: sandbox.url, proveNames: true });
const browser = await launch(target, {
  extension: path.join(root, target === 'firefox' ? 'dist/firefox' : 'dist/chrome'),
  panelSize: usual,
  hostMap: proveHosts,
  grantHosts: true,
});
const inspector = new Inspector(browser);
let worn: Theme = 'light';
let taken = 0;

try {
  await inspector.open();
  await browser.page.goto(demo.url);
  await visitEveryState({ inspector, runDemo, sandboxUrl: sandbox.url }, async (state) => {
    for (const picture of picturesOf(state, { all, target })) await take(picture);
    await wear('light');
    await browser.resizePanel(usual);
  });
  console.log(`${taken} pictures.`);
} finally {
  await browser.close();
  await demo.close();
  await sandbox.close();
}

async function runDemo(...names: string[]): Promise<void> {
  for (const name of names) await browser.page.evaluate((action: string) => window.demo.run(action), name);
}

async function take({ file, theme, size }: Picture): Promise<void> {
  await wear(theme);
  await browser.resizePanel(size);
  // What is measured in one frame is drawn in the next.
  await inspector.panel.evaluate(
    () =>
      new Promise<null>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
      ),
  );
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  await browser.screenshot(path.join(root, file));
  taken++;
}

async function wear(theme: Theme): Promise<void> {
  if (worn !== theme) await inspector.setTheme(theme);
  worn = theme;
}

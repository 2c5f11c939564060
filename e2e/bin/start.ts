import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../browser/driver.ts';
import { until } from '../browser/until.ts';
import { startDemo } from '../demo/demo.ts';
import { Inspector, proveHosts } from '../inspector-page.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

// Started by start.mjs. With a display: a browser to work in. Without one: the demo's flows, printed.

const root = path.resolve(import.meta.dirname, '../..');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const sandbox = await startSandbox();
const demo = await startDemo({ sandboxUrl: sandbox.url, proveNames: true });
console.log(`Sandbox V3 API: ${sandbox.url}\nDemo integration: ${demo.url}`);

const browser = await launch('chromium', {
  extension: path.join(root, 'dist/chrome'),
  hostMap: proveHosts,
  visible: hasDisplay,
});
try {
  await browser.page.goto(demo.url);
  const inspector = new Inspector(browser);
  await inspector.open('Flows');
  if (hasDisplay) {
    console.log('Press the buttons of the demo page and watch the Prove V3 panel. Close the browser to end.');
    await browser.whenClosed();
  } else await showFlows(inspector);
} finally {
  await browser.close();
  await demo.close();
  await sandbox.close();
}

/** Runs the good flows and two mistakes, prints what the panel shows of them, and keeps a picture. */
async function showFlows(inspector: Inspector): Promise<void> {
  for (const name of ['flow-mobile', 'flow-desktop', 'flow-none', 'two-errors', 'phone-in-later-call']) {
    console.log(`Running the demo's ${name} …`);
    await browser.page.evaluate((action: string) => window.demo.run(action), name);
  }
  const flows = await until(async () => {
    const found = await inspector.flows();
    return found.length === 5 && found;
  }, 'five flows in the panel');
  await inspector.chooseFlow(0);
  console.log(`\nFlows that the panel captured:\n${flows.map((flow) => `  ${flow}`).join('\n')}`);
  console.log(`\n${await inspector.footer()}`);
  const file = path.join(root, 'test-results/start.png');
  mkdirSync(path.dirname(file), { recursive: true });
  await browser.screenshot(file);
  console.log(`\nScreenshot: ${path.relative(root, file)}`);
}

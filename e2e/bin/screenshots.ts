import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch, type Theme } from '../browser/driver.ts';
import { until } from '../browser/until.ts';
import { startDemo } from '../demo/demo.ts';
import { Inspector, proveHosts } from '../inspector-page.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

// Started by screenshots.mjs: every view, in both themes, at each width, of the real panel in real DevTools.

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'e2e/pictures');
const widths = { wide: { width: 1280, height: 640 }, narrow: { width: 340, height: 640 } };
const actions = [
  'flow-desktop',
  'two-errors',
  'flow-none',
  'phone-in-later-call',
  'snake-case',
  'unknown-correlation-id',
];

mkdirSync(folder, { recursive: true });
for (const theme of ['light', 'dark'] as const)
  for (const width of ['wide', 'narrow'] as const) await takePictures(theme, width);

async function takePictures(theme: Theme, width: keyof typeof widths): Promise<void> {
  const sandbox = await startSandbox();
  const demo = await startDemo({ sandboxUrl: sandbox.url, proveNames: true });
  const browser = await launch('chromium', {
    extension: path.join(root, 'dist/chrome'),
    theme,
    panelSize: widths[width],
    hostMap: proveHosts,
  });
  const keep = (name: string) => browser.screenshot(path.join(folder, `${name}-${theme}-${width}.png`));
  try {
    const inspector = new Inspector(browser);
    await inspector.open('Flows');
    await keep('empty');
    await browser.page.goto(demo.url);
    for (const name of actions)
      await browser.page.evaluate((action: string) => window.demo.run(action), name);

    await until(async () => (await inspector.flows()).length === 6, 'five flows and the calls without one');
    const flow = (index: number) =>
      inspector.panel.getByRole('listbox', { name: 'Flows' }).getByRole('option').nth(index);
    const diagram = inspector.panel.getByRole('group', { name: 'Sequence diagram' });
    await flow(2).click();
    await diagram.getByRole('button', { name: /^mfa-bind/ }).waitFor();
    await keep('flows');
    await inspector.panel.getByRole('button', { name: 'Compare', exact: true }).click();
    await inspector.panel.getByRole('region', { name: 'Comparison of two flows' }).waitFor();
    await keep('comparison');

    await inspector.openView('Calls');
    await keep('calls');
    await inspector.chooseCall(5);
    await inspector.details.locator('.cm-lintRange-error').nth(0).waitFor();
    await keep('details');

    await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
    await inspector.panel.getByRole('textbox', { name: 'Body' }).waitFor();
    await inspector.panel.getByRole('button', { name: /^Send/ }).click();
    await inspector.panel.getByRole('region', { name: 'Answer' }).getByText(/400/).nth(0).waitFor();
    await keep('composer');

    await inspector.openView('Reference');
    await keep('reference');
  } finally {
    await browser.close();
    await demo.close();
    await sandbox.close();
  }
}

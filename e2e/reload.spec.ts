import { violationsInThemes } from './accessibility.ts';
import { Chromium } from './browser/chromium.ts';
import { expect, type Inspector, test, until } from './inspector.ts';

/** Runs in the panel: every part of the browser's API refuses, as it does in a page whose extension was unloaded. */
function invalidate(): void {
  const refuse = () => {
    throw new Error('Extension context invalidated.');
  };
  for (const name of ['chrome', 'browser']) {
    const { i18n, storage, runtime, devtools } = Reflect.get(globalThis, name) ?? {};
    for (const [part, methods] of [
      [i18n, ['getMessage', 'getUILanguage']],
      [storage?.local, ['get', 'set']],
      [runtime, ['connect', 'getURL', 'getManifest', 'openOptionsPage']],
      [devtools?.inspectedWindow, ['eval', 'reload']],
    ])
      for (const method of part ? methods : [])
        Object.defineProperty(part, method, { value: refuse, configurable: true });
  }
}

/** Everything that can be looked at or pressed without the extension. */
async function walk(inspector: Inspector): Promise<void> {
  const { panel } = inspector;
  await inspector.chooseCall(0);
  expect(await inspector.details.text()).toContain('possessionType');
  await inspector.details.getByRole('tab', { name: 'Response' }).click();
  await inspector.openView('Flows');
  await inspector.chooseFlow(0);
  await inspector.openView('Reference');
  await inspector.openView('Composer');
  await inspector.openView('Calls');
  await panel.getByRole('checkbox', { name: 'Mask' }).click();
  await inspector.rowsWhen(5);
  await panel.getByRole('button', { name: 'Record', disabled: true, pressed: false }).waitFor();
  expect(await inspector.footer()).toContain('not recording');
  // The panel asks the recorder whenever it is shown.
  await panel.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

test('the extension is reloaded while DevTools is open: nothing is thrown, and what there is can be had', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  const { page } = browserUnderTest;
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('flow-fails');
  await inspector.rowsWhen(5);

  // Chromium of today closes DevTools in whole; one that did not would leave a panel whose recorder is gone.
  if (browserUnderTest instanceof Chromium) {
    const { devtoolsPage } = browserUnderTest;
    await test.step('a panel that outlives its extension says so, and stays readable', async () => {
      await panel.evaluate(invalidate);
      await devtoolsPage.evaluate(() => location.replace('about:blank'));
      await panel
        .getByRole('alert')
        .getByText(
          /The extension was updated or reloaded\. Close DevTools and open it again to go on recording/,
        )
        .waitFor();
      expect(await violationsInThemes(panel)).toEqual([]);
      await walk(inspector);
      expect(await browserUnderTest.errors()).toEqual([]);
      await browserUnderTest.closeDevTools();
      await inspector.open('Calls');
      await page.reload();
      await inspector.rowsWhen(0);
      await runDemo('flow-fails');
      await inspector.rowsWhen(5);
    });
  }

  await test.step('it is reloaded', async () => {
    await browserUnderTest.reloadExtension();
    await inspector.open('Calls');
    await inspector.panel.getByText(/The page has made 5 V3 calls before DevTools was opened/).waitFor();
  });

  if (browserUnderTest.name === 'firefox')
    await test.step('what Firefox still knows of is found', async () => {
      await inspector.panel
        .getByText(/the extension was reloaded or updated.*Look again finds them/)
        .waitFor();
      await inspector.panel.getByRole('button', { name: 'Look again' }).click();
      const rows = await inspector.rowsWhen(5);
      expect(rows.every(({ verdict, status }) => verdict === 'valid' && status === '200')).toBe(true);
    });
  else
    await test.step('the page is loaded again by a click', async () => {
      await inspector.panel.getByRole('button', { name: 'Reload the page' }).click();
      await inspector.panel.getByText(/none of them to V3/).waitFor();
    });

  await test.step('and recording goes on', async () => {
    const before = (await inspector.rows()).length;
    await runDemo('unknown-phone');
    await until(async () => (await inspector.rows()).length === before + 1, 'the next call');
    expect((await inspector.rows()).at(-1)?.status).toBe('400');
  });
});

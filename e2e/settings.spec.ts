import { violationsInThemes } from './accessibility.ts';
import type { Surface } from './browser/surface.ts';
import { expect, test, until } from './inspector.ts';
import type { Inspector } from './inspector-page.ts';

const routesIn = async (surface: Surface): Promise<string[]> => {
  const rules = await surface.getByRole('list', { name: 'Routes' }).getByRole('listitem').texts();
  return rules.map((rule) => rule.trim());
};

const openPage = (surface: Surface, name: 'General' | 'Routes' | 'Hosts') =>
  surface
    .getByRole('tablist', { name: 'Pages of the settings' })
    .getByRole('tab', { name: new RegExp(`^${name}`) })
    .click();

const openSettings = async ({ panel }: Inspector) => {
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('dialog', { name: 'Settings' }).waitFor();
};

/** Runs in the panel: notes the last text that came into a live region which was there before it. */
function noteAnnouncements(): void {
  new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest('[role=status]');
      if (region) document.body.dataset.announced = region.textContent ?? '';
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** Runs in the panel: what was announced last. */
const announced = () => document.body.dataset.announced ?? '';

test('own paths become calls: by an offer, by the tester, from a file, in every page of the settings', async ({
  browserUnderTest,
  inspector,
  demo,
  picture,
}) => {
  const { page } = browserUnderTest;
  /** The page calls its own back end, as an integration would. */
  const callOwn = (path: string) =>
    page.evaluate(async (url: string) => {
      const headers = { 'Content-Type': 'application/json' };
      await (await fetch(url, { method: 'POST', headers, body: '{"possession_type":"mobile"}' })).text();
    }, path);
  await inspector.open('Calls');
  const { panel } = inspector;
  await page.goto(demo.url);
  await panel.evaluate(noteAnnouncements);
  await callOwn('/shop/begin');

  const offer = panel.getByRole('region', { name: 'Route to add' });
  await until(async () => /POST .*\/shop\/begin looks like unify/.test(await offer.text()), 'an offer');
  await until(
    async () => /^POST .*\/shop\/begin looks like unify$/.test(await panel.evaluate(announced)),
    'the offer in a live region',
  );
  expect(await inspector.rows()).toEqual([]);
  await picture('offer');
  await offer.getByRole('button', { name: 'Add route' }).click();
  expect((await inspector.rowsWhen(1))[0]?.operation).toBe('unify');
  await until(
    async () => /^Route added: .*\/shop\/begin = unify/.test(await panel.evaluate(announced)),
    'what was added in the live region',
  );
  await offer.getByRole('button', { name: 'Undo' }).click();
  await inspector.rowsWhen(0);
  await offer.getByRole('button', { name: 'Add route' }).click();
  await inspector.rowsWhen(1);

  await openSettings(inspector);
  await openPage(panel, 'Routes');
  expect(await routesIn(panel)).toEqual([expect.stringMatching(/shop\/begin = unify; snake_case$/)]);
  await panel.getByRole('textbox', { name: 'URL to try' }).fill(`${new URL(demo.url).origin}/shop/mfa`);
  await panel.getByRole('textbox', { name: 'Body of the request' }).fill('{"possession_type":"desktop"}');
  const outcome = panel.getByRole('status', { name: 'What becomes of it' });
  expect(await outcome.text()).toMatch(/Nothing matches.*has “begin” where this path has “mfa”/s);
  await panel.getByRole('button', { name: 'Add a route' }).click();
  await outcome.getByRole('button', { name: 'Make a route of it' }).click();
  const form = panel.getByRole('form', { name: 'New route' });
  await until(
    async () => /\/shop\/mfa$/.test(await form.getByLabel('Path or URL of yours').value()),
    'the form filled by the tester in place of the empty one',
  );
  await form.getByRole('button', { name: 'Add' }).click();
  await until(async () => /mfa.*invalid.*final_target_url/s.test(await outcome.text()), 'what becomes of it');
  for (const name of ['General', 'Hosts', 'Routes'] as const) {
    await openPage(panel, name);
    await picture(`settings-${name.toLowerCase()}`);
  }

  await openPage(panel, 'General');
  const most = panel.getByRole('textbox', { name: 'Calls to keep at most' });
  const kept = await most.value();
  await most.fill('5');
  await panel.press('Tab');
  await panel.getByText(/^A whole number from 100/).waitFor();
  await panel.getByRole('button', { name: 'Reset', exact: true }).click();
  await until(async () => (await most.value()) === kept, 'the number as it is kept');
  expect(await most.attribute('aria-invalid')).toBe('false');
  await openPage(panel, 'Routes');
  const both = await routesIn(panel);
  expect(both).toHaveLength(2);
  await panel.getByRole('button', { name: `Edit: ${both[0]}`, exact: true }).click();
  await panel.getByRole('button', { name: `Move up: ${both[1]}`, exact: true }).click();
  await panel.getByRole('button', { name: `Edit: ${both[0]}`, exact: true }).waitFor();
  await panel.getByRole('form', { name: 'Route' }).getByRole('button', { name: 'Keep' }).click();
  expect(await routesIn(panel), 'the edit is kept where its route is now').toEqual([both[1], both[0]]);
  await panel.getByRole('button', { name: `Move up: ${both[0]}`, exact: true }).click();
  await until(async () => (await routesIn(panel))[0] === both[0], 'the routes in their order');
  await panel.getByRole('button', { name: 'Export routes' }).click();
  const file = await until(async () => (await browserUnderTest.downloads())[0], 'the file');
  for (const rule of both) await panel.getByRole('button', { name: `Delete: ${rule}`, exact: true }).click();
  await panel.getByText('There is no route yet.').waitFor();
  await panel.getByLabel('File to import').upload(file.name, file.text);
  await until(async () => (await routesIn(panel)).length === 2, 'the routes of the file');
  await panel.getByRole('button', { name: 'Close the settings' }).click();
  await callOwn('/shop/mfa');
  await inspector.rowsWhen(2);

  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await panel.getByRole('radio', { name: 'from the extension' }).click();
  await panel.getByRole('button', { name: /^Send/ }).nth(0).click();
  if (browserUnderTest.name === 'firefox') {
    const question = await browserUnderTest.extensionTab('permission.html');
    await question.getByRole('button', { name: 'Allow' }).waitFor();
    expect(await violationsInThemes(question), 'axe, permission page').toEqual([]);
    await question.getByRole('button', { name: 'Allow' }).click();
  }
  await panel.getByRole('region', { name: 'Answer' }).getByText(/404/).nth(0).waitFor();
  await openSettings(inspector);
  await openPage(panel, 'Hosts');
  // In Chromium a test cannot answer the browser's question, and what is granted from the start cannot be given back.
  if (browserUnderTest.name === 'firefox')
    await panel.getByRole('button', { name: 'Revoke http://127.0.0.1' }).click();
  await panel.getByText('No host is allowed now.').waitFor();

  await openPage(panel, 'Routes');
  await panel.getByRole('button', { name: 'Open in a tab' }).click();
  const options = await browserUnderTest.extensionTab('options.html');
  for (const name of ['General', 'Hosts', 'Routes'] as const) {
    await openPage(options, name);
    expect(await violationsInThemes(options), `axe, options page, ${name}`).toEqual([]);
  }
  expect(await routesIn(options)).toEqual(both);
  await options.getByRole('checkbox', { name: `On: ${both[1]}`, exact: true }).click();
  await until(async () => (await routesIn(panel))[1]?.endsWith('off'), 'the change in the panel');

  await options.evaluate(() => {
    location.href = 'popup.html';
  });
  const popup = await browserUnderTest.extensionTab('popup.html');
  await popup.getByRole('button', { name: 'Settings' }).waitFor();
  expect(await violationsInThemes(popup), 'axe, popup').toEqual([]);
});

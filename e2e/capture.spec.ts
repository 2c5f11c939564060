import { Firefox } from './browser/firefox.ts';
import { expect, test, until } from './inspector.ts';

test('shows a call that was made before the panel was ever opened', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await browserUnderTest.openDevTools();
  await runDemo('flow-fails');
  await inspector.open('Calls');
  const rows = await inspector.rowsWhen(5);
  expect(rows.map(({ operation }) => operation)).toEqual([
    'mfa',
    'mfa-status',
    'mfa-status',
    'mfa-status',
    'mfa-status',
  ]);
  expect(rows.every(({ verdict, status }) => verdict === 'valid' && status === '200')).toBe(true);
});

test('shows a call blocked by CORS and one refused as failed, and goes on', async ({
  inspector,
  runDemo,
  target,
}) => {
  await inspector.open('Calls');
  await runDemo('cors-blocked', 'refused-connection');
  const rows = await inspector.rowsWhen(2);
  // Firefox does not say why a connection failed, and so the panel does not either.
  expect(rows.map(({ status }) => status)).toEqual([
    'failed · CORS',
    target === 'chromium' ? 'failed · refused' : 'failed',
  ]);
  await runDemo('unknown-phone');
  expect((await inspector.rowsWhen(3))[2]).toMatchObject({ operation: 'mfa', status: '400' });
  await inspector.chooseCall(0);
  await until(async () => /CORS/.test(await inspector.details.text()), 'a sentence that names CORS');
});

test('shows a call that the page aborted', async ({ inspector, runDemo, sandbox }) => {
  await inspector.open('Calls');
  await runDemo('aborted');
  sandbox.release();
  const [row] = await inspector.rowsWhen(1);
  expect(row?.status).toMatch(/^failed/);
});

test('every way of sending is captured once', async ({ inspector, runDemo, sandbox, target }) => {
  test.info().annotations.push({
    type: 'fact',
    description: "Firefox keeps a service worker's own fetch out of the page's network",
  });
  await inspector.open('Calls');
  const posts = () => sandbox.received.filter(({ method }) => method === 'POST').length;
  let rows = 0;
  let sent = 0;
  for (const way of [
    'xhr',
    'beacon',
    'keepalive',
    'blob',
    'array-buffer',
    'form-data',
    'url-search-params',
    'iframe',
    'worker',
    'service-worker',
    'through-service-worker',
  ])
    await test.step(way, async () => {
      await runDemo(way);
      sent++;
      await until(async () => posts() === sent, 'the call at the sandbox');
      // A second call tells when the first, and anything doubled, must have come.
      await runDemo('unknown-phone');
      sent++;
      rows += way === 'service-worker' && target === 'firefox' ? 1 : 2;
      const last = (await inspector.rowsWhen(rows)).at(-1);
      expect(last?.status).toBe('400');
      expect(posts()).toBe(sent);
    });
});

test('lists calls by their start, however late they end', async ({
  inspector,
  runDemo,
  sandbox,
  demo,
  browserUnderTest,
}) => {
  await inspector.open('Calls');
  await browserUnderTest.page.goto(demo.url);
  await browserUnderTest.page.evaluate((url: string) => {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"possessionType":"mobile"}',
    };
    fetch(`${url}/slow/v3/mfa`, init).then(
      (answer) => answer.text(),
      () => undefined,
    );
  }, sandbox.url);
  await sandbox.arrival(({ method, path }) => method === 'POST' && path.startsWith('/slow'));
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  sandbox.release();
  const rows = await inspector.rowsWhen(2);
  expect(rows.map(({ status }) => status)).toEqual(['200', '400']);
});

test('a navigation empties the log, or leaves a mark where the log is preserved', async ({
  inspector,
  runDemo,
  browserUnderTest,
}) => {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await browserUnderTest.page.reload();
  await inspector.rowsWhen(0);
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);

  await inspector.panel.getByRole('checkbox', { name: 'Preserve log' }).click();
  await browserUnderTest.page.reload();
  await inspector.panel.getByText(/Navigated to/).waitFor();
  await runDemo('unknown-phone');
  await inspector.rowsWhen(2);
});

test('an address changed by the page itself keeps the log', async ({
  inspector,
  runDemo,
  browserUnderTest,
}) => {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await browserUnderTest.page.evaluate(() => history.pushState({}, '', '?step=2'));
  await runDemo('unknown-phone');
  await inspector.rowsWhen(2);
});

test('Record stops and starts the recording, Clear empties the log', async ({ inspector, runDemo }) => {
  await inspector.open('Calls');
  const record = inspector.panel.getByRole('button', { name: 'Record' });
  await record.click();
  await runDemo('unknown-phone');
  await record.click();
  await runDemo('unknown-phone', 'unknown-phone');
  await inspector.rowsWhen(2);
  await inspector.panel.getByRole('button', { name: 'Clear' }).click();
  await inspector.rowsWhen(0);
  // Looking again for what the browser knows does not bring back what was cleared.
  await inspector.panel.getByRole('button', { name: 'Look again' }).click();
  await inspector.panel.getByText('Looked again: the browser knows of no other V3 call.').waitFor();
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
});

test('says why the log is empty, also where a filter of Firefox’s own hides the calls', async ({
  inspector,
  runDemo,
  browserUnderTest,
  demo,
}) => {
  await inspector.open('Calls');
  await inspector.panel.getByRole('heading', { name: 'No V3 call yet' }).waitFor();
  await browserUnderTest.page.goto(demo.url);
  await until(
    async () =>
      /\d+ requests of this page seen, none of them to V3/.test(
        await inspector.panel.locator('.empty-log').text(),
      ),
    'the count of other requests',
  );
  // Where the page calls a back end of its own, a route is missing; here it can be made, or taken from a kit.
  await inspector.panel.getByRole('button', { name: 'Add a route' }).click();
  const settings = inspector.panel.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: /^Routes/, selected: true }).waitFor();
  await settings.getByText('There is no route yet.').waitFor();
  await inspector.panel.press('Escape');
  await settings.waitFor({ state: 'hidden' });
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);

  // Firefox keeps requests from extensions that its own Network panel filters out; in Chromium a filter is a view.
  if (browserUnderTest instanceof Firefox) {
    const { panel } = inspector;
    await browserUnderTest.filterNetwork('no-call-is-named-like-this');
    await inspector.open('Calls');
    await panel.getByRole('button', { name: 'Clear' }).click();
    await runDemo('flow-fails');
    await panel
      .getByText(
        /The page has made 5 V3 calls that the browser does not tell of\. Most likely a filter is typed/,
      )
      .waitFor();
    await panel.getByRole('button', { name: 'Look again' }).click();
    const rows = await inspector.rowsWhen(5);
    expect(rows.every(({ verdict, status }) => verdict === 'valid' && status === '200')).toBe(true);
    await panel.getByText('Looked again: 5 calls found that the browser had not told of.').waitFor();
    await browserUnderTest.filterNetwork('');
    await inspector.open('Calls');
    await runDemo('unknown-phone');
    await inspector.rowsWhen(6);
  }
});

test('tells of V3 calls that are older than DevTools, and loads the page again', async ({
  inspector,
  runDemo,
}) => {
  await runDemo('unknown-phone');
  await inspector.open('Flows');
  const { panel } = inspector;
  await panel.getByText(/The page has made 1 V3 call before DevTools was opened/).waitFor();
  await panel.getByRole('button', { name: 'Reload the page' }).click();
  await panel.getByText(/none of them to V3/).waitFor();
  await panel.getByRole('button', { name: 'Record' }).click();
  await panel.getByText('Recording is off.').waitFor();
  await panel.getByRole('button', { name: 'Switch it on' }).click();
  await runDemo('unknown-phone');
  await until(async () => (await inspector.footer()).startsWith('1 call'), 'the call after the reload');
});

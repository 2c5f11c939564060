import type {} from './demo/page/main.ts';
import { storeItems } from './extension-storage.ts';
import { CANARY, hostileBodies, hostileTexts, inUrl, largeBodies } from './hostile/corpus.ts';
import { hostileHars } from './hostile/hars.ts';
import { startHostileServer, textsEverywhere } from './hostile/hostile-server.ts';
import { hostileSettings } from './hostile/settings.ts';
import { expect, type Inspector, test, until } from './inspector.ts';

declare global {
  interface Window {
    /** Set in a document to see that it is still the same one. */
    sameDocument?: boolean;
    /** What a document would have asked or opened. */
    opened?: string[];
  }
}

/** Signs that turn the direction of a line. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

const FLOW = { correlationId: hostileTexts['a direction that turns'] };

/** What the page sends, in this order; each shows as one row. */
const sends = (): { path: string; body: string }[] => [
  {
    path: `/v3/mfa?answer=texts&${Object.values(hostileTexts)
      .map((text) => `${inUrl(text)}=${inUrl(text)}`)
      .join('&')}`,
    body: JSON.stringify({ possessionType: 'mobile', ...textsEverywhere }),
  },
  {
    path: `/${inUrl(hostileTexts['a direction that turns'] ?? '')}/v3/mfa?answer=flow`,
    body: '{"possessionType":"mobile"}',
  },
  { path: '/v3/mfa-status?answer=flow', body: JSON.stringify(FLOW) },
  { path: '/v3/mfa?answer=flow', body: '{"possessionType":"<b>desktop</b>"}' },
  { path: '/v3/mfa?answer=prototypes', body: hostileBodies['prototype names'] ?? '' },
  { path: '/v3/mfa?answer=nested', body: hostileBodies['objects in objects'] ?? '' },
  { path: '/v3/mfa?answer=unseen', body: hostileBodies['NUL and lone surrogates'] ?? '' },
  { path: '/v3/mfa?answer=page', body: hostileBodies['a page'] ?? '' },
  { path: '/v3/mfa?answer=long', body: largeBodies['a long text']?.(1_000_000) ?? '' },
  { path: '/v3/mfa?answer=keys', body: largeBodies['many keys']?.(500_000) ?? '' },
];

/** From now on it shows in a document whether it was left, and whether it asked or opened anything. */
async function watch({ panel, browser: { page } }: Inspector): Promise<void> {
  for (const surface of [panel, page])
    await surface.evaluate(() => {
      const opened: string[] = [];
      Object.assign(window, { sameDocument: true, opened });
      for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        Object.defineProperty(window, name, { value: () => void opened.push(name) });
    });
}

/** No script of the corpus has run, nothing was opened, asked or left, and no element is of another's making. */
async function expectUnharmed({ panel, browser: { page } }: Inspector): Promise<void> {
  for (const surface of [panel, page]) {
    const state = await surface.evaluate(
      (canary: string) => ({
        pwned: canary in window,
        // Of the document: what Firefox runs for a test has an Object of its own.
        polluted: 'polluted' in window.Object.prototype,
        same: window.sameDocument === true,
        opened: window.opened,
      }),
      CANARY,
    );
    expect(state).toEqual({ pwned: false, polluted: false, same: true, opened: [] });
  }
  const foreign = await panel.evaluate(
    () =>
      document.querySelectorAll(
        '#app :is(script, img[src="x"], iframe, meta, base, [onerror], [onfocus], [onload])',
      ).length,
  );
  expect(foreign).toBe(0);
}

/** Looks at every part of the calls at these places in the grid. */
async function readCalls(inspector: Inspector, places: Iterable<number>): Promise<void> {
  for (const place of places) {
    await inspector.chooseCall(place);
    const parts = inspector.details.getByRole('tablist', { name: 'Parts of the call' });
    for (const part of ['Response', 'Headers', 'Timing', 'Request']) {
      await parts.getByRole('tab', { name: part }).click();
      expect((await inspector.details.locator('[role=tabpanel]').text()).length).toBeGreaterThan(0);
    }
    // What turns a line is written out where a line tells of an address.
    expect(await inspector.details.locator('.details-url').text()).not.toMatch(TURNS);
  }
}

/** Looks at the pictures of the first flows, and at a comparison. */
async function readFlows(inspector: Inspector, most: number): Promise<void> {
  await inspector.openView('Flows');
  const flows = await until(async () => (await inspector.flows()).length, 'flows');
  for (let index = 0; index < Math.min(flows, most); index++) await inspector.chooseFlow(index);
  await inspector.chooseFlow(0);
  const compare = inspector.panel.getByRole('button', { name: /compare/i });
  if (await compare.isVisible()) await compare.click();
}

test('hostile traffic goes through every view: nothing of it runs, turns or breaks anything', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  const server = await startHostileServer();
  const { page } = browserUnderTest;
  try {
    await inspector.open('Calls');
    const { panel } = inspector;
    await runDemo();
    await watch(inspector);
    for (const { path, body } of sends())
      await page.evaluate(
        async (url: string, text: string) => {
          const headers = {
            'Content-Type': 'application/json',
            'X-Hostile': '<script>globalThis.__pwned=1</script>',
          };
          await (await fetch(url, { method: 'POST', headers, body: text })).text();
        },
        `${server.url}${path}`,
        body,
      );
    const rows = await inspector.rowsWhen(sends().length);

    await test.step('every part of every call', async () => {
      await readCalls(inspector, rows.keys());
      await inspector.details.getByRole('button', { name: 'Copy as cURL' }).click();
      await expectUnharmed(inspector);
    });

    await test.step('the filter', async () => {
      const filter = panel.getByRole('combobox', { name: /filter/i });
      for (const text of ['a script', 'a direction that turns', 'a replacement pattern', 'a prototype'])
        await filter.fill(`"${hostileTexts[text]}" -host:__proto__`);
      await filter.fill('');
      await inspector.rowsWhen(rows.length);
    });

    await test.step('the flows, their pictures and their comparison', async () => {
      await readFlows(inspector, 10);
      await expectUnharmed(inspector);
    });

    await test.step('the composer: edit, lay out, form, send', async () => {
      for (const index of [0, 5, 6]) {
        await inspector.openView('Calls');
        await inspector.chooseCall(index);
        await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
        await panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
        await panel.getByRole('button', { name: 'Format' }).click();
        await panel.getByRole('radio', { name: 'from the page' }).click();
        await panel.getByRole('button', { name: /^Send/ }).click();
        await panel.getByRole('region', { name: 'Answer' }).getByText(/418/).waitFor();
      }
      await expectUnharmed(inspector);
    });

    await test.step('the panel is as usable as before', async () => {
      await inspector.openView('Reference');
      await inspector.openView('Calls');
      const before = (await inspector.rows()).length;
      await runDemo('unknown-phone');
      const after = await inspector.rowsWhen(before + 1);
      expect(after.at(-1)).toMatchObject({ operation: 'mfa', status: '400', verdict: 'valid' });
      await expectUnharmed(inspector);
    });
  } finally {
    await server.close();
  }
});

test('hostile files and hostile settings: what can be read of them is shown, what cannot is said, nothing runs', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await inspector.panel.evaluate(storeItems, `{"settings":${hostileSettings()}}`);
  await browserUnderTest.closeDevTools();
  await inspector.open('Calls');
  const { panel } = inspector;
  await watch(inspector);

  await test.step('damaged settings begin anew, say so, and cost no other', async () => {
    const notice = panel.getByRole('alert');
    await until(
      async () =>
        /^Saved settings are damaged: “listWidth”, .*“timeFormat”.* and 10,\d{3} routes could not be read|^Saved settings are damaged: “listWidth”, .*“timeFormat”.*, 10,\d{3} routes could not be read/.test(
          await notice.text(),
        ),
      'the notice',
    );
    expect(await notice.text()).not.toContain('preserveLog');
    await notice.getByRole('button', { name: 'Close' }).click();
    await panel.getByRole('checkbox', { name: 'Preserve log', checked: true }).waitFor();
    await panel.getByRole('button', { name: 'Settings' }).click();
    await panel.getByRole('tab', { name: /^Routes/ }).click();
    const routes = panel.getByRole('list', { name: 'Routes' });
    expect(await routes.text()).not.toMatch(TURNS);
    expect(await routes.getByRole('listitem').nth(0).text()).toContain('/shop/begin = unify; snake_case');
    await panel.getByRole('tab', { name: 'General' }).click();
    await panel.getByRole('button', { name: 'Close the settings' }).click();
    await runDemo('unknown-phone');
    await inspector.rowsWhen(1);
    await expectUnharmed(inspector);
  });

  const names = Object.values(hostileTexts);
  await test.step('files, with names as hostile as what is in them', async () => {
    for (const [at, text] of Object.values(hostileHars).entries()) {
      const name = `file-${at}-${names[at % names.length]}.har`;
      await panel.getByLabel('HAR files').upload(name, text());
      const list = panel.getByRole('list', { name: 'Imported files' });
      await until(
        async () =>
          (await list.attribute('aria-busy')) === 'false' && (await list.text()).includes(`file-${at}-`),
        `file ${at} to be read`,
      );
      expect(await list.text()).not.toMatch(TURNS);
    }
    await expectUnharmed(inspector);
  });

  await test.step('every view', async () => {
    await inspector.openView('Calls');
    const rows = await inspector.rows();
    await readCalls(
      inspector,
      [0, 3, 6, 9].filter((place) => place < rows.length),
    );
    await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
    await panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
    await readFlows(inspector, 10);
    await panel.getByRole('checkbox', { name: 'Mask' }).click();
    await readFlows(inspector, 3);
    await panel.getByRole('checkbox', { name: 'Mask' }).click();
    await inspector.openView('Reference');
    await expectUnharmed(inspector);
  });

  await test.step('out again, as each kind of file', async () => {
    for (const [at, format] of ['HAR', 'Markdown', 'JSON'].entries()) {
      await panel.getByRole('button', { name: 'Export', exact: true }).click();
      const dialog = panel.getByRole('dialog', { name: 'Export' });
      await dialog.getByRole('radio', { name: new RegExp(format) }).click();
      await dialog.getByRole('button', { name: 'Save file' }).click();
      await until(async () => (await browserUnderTest.downloads()).length === at + 1, `the ${format}`);
    }
    const files = await browserUnderTest.downloads();
    for (const { name, text } of files) if (!name.endsWith('.md')) expect(JSON.parse(text)).toBeTruthy();
    await expectUnharmed(inspector);
  });

  await test.step('the oldest flows go where the bounds are lowered; a pinned one stays, and the foot says what went', async () => {
    await inspector.openView('Flows');
    const [first] = await inspector.flows();
    await inspector.chooseFlow(0);
    await panel.getByRole('button', { name: 'Pin' }).click();
    await panel.getByRole('button', { name: 'Settings' }).click();
    const most = panel.getByRole('textbox', { name: 'Calls to keep at most' });
    await most.fill('100');
    await most.press('Tab');
    await panel.getByRole('button', { name: 'Close the settings' }).click();
    await until(async () => /\b\d+ older calls dropped/.test(await inspector.footer()), 'what went');
    expect(Number(/^(\d+) calls/.exec(await inspector.footer())?.[1])).toBeLessThanOrEqual(100);
    expect((await inspector.flows()).some((flow) => flow.startsWith(first?.slice(0, 20) ?? '?'))).toBe(true);
  });

  await test.step('the panel is as usable as before', async () => {
    await inspector.openView('Calls');
    // The list stays where calls were chosen in it.
    await panel.getByRole('grid', { name: 'Calls' }).press('End');
    await runDemo('unknown-phone');
    // Beside the one of before; one that was imported says to be of a later day.
    const captured = async () =>
      (await inspector.rows()).filter(({ operation, status }) => operation === 'mfa' && status === '400');
    await until(async () => (await captured()).length === 2, 'the next call');
    await expectUnharmed(inspector);
  });
});

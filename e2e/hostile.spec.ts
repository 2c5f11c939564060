import type {} from './demo/page/main.ts';
import { CANARY, hostileBodies, hostileTexts, inUrl, largeBodies } from './hostile/corpus.ts';
import { startHostileServer, textsEverywhere } from './hostile/hostile-server.ts';
import { expect, type Inspector, test, until } from './inspector.ts';

declare global {
  interface Window {
    /** Set in a document to see that it is still the same one. */
    sameDocument?: boolean;
  }
}

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

/** No script of the corpus has run, nothing was opened or left, and no field looks like another. */
async function expectUnharmed({ panel, browser: { page } }: Inspector): Promise<void> {
  for (const surface of [panel, page]) {
    const state = await surface.evaluate(
      (canary: string) => ({ pwned: canary in globalThis, same: window.sameDocument === true }),
      CANARY,
    );
    expect(state).toEqual({ pwned: false, same: true });
  }
  // No element of the panel is of another's making.
  const foreign = await panel.evaluate(
    () =>
      document.querySelectorAll(
        '#app :is(script, img[src="x"], iframe, meta, base, [onerror], [onfocus], [onload])',
      ).length,
  );
  expect(foreign).toBe(0);
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
    for (const surface of [panel, page])
      await surface.evaluate(() => {
        window.sameDocument = true;
      });
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
      for (let index = 0; index < rows.length; index++) {
        await inspector.chooseCall(index);
        const parts = inspector.details.getByRole('tablist', { name: 'Parts of the call' });
        for (const part of ['Response', 'Headers', 'Timing', 'Request']) {
          await parts.getByRole('tab', { name: part }).click();
          expect((await inspector.details.locator('[role=tabpanel]').text()).length).toBeGreaterThan(0);
        }
        // What turns a line is written out where a line tells of an address.
        expect(await inspector.details.locator('.details-url').text()).not.toMatch(
          /[\u202a-\u202e\u2066-\u2069]/,
        );
      }
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
      await inspector.openView('Flows');
      const flows = await until(async () => (await inspector.flows()).length, 'flows');
      for (let index = 0; index < flows; index++) await inspector.chooseFlow(index);
      await inspector.chooseFlow(0);
      const compare = panel.getByRole('button', { name: /compare/i });
      if (await compare.isVisible()) await compare.click();
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

import type { Inspector } from './inspector.ts';
import { expect, test, until } from './inspector.ts';
import { proveHosts } from './inspector-page.ts';

const grid = (inspector: Inspector) => inspector.panel.getByRole('grid', { name: 'Calls' });
const filter = (inspector: Inspector) => inspector.panel.getByRole('combobox', { name: 'Filter the calls' });
const row = (inspector: Inspector, index: number) =>
  grid(inspector).locator('.grid-body [role=row]').nth(index);
const head = (inspector: Inspector, name: string) =>
  inspector.panel.getByRole('columnheader', { name: new RegExp(`^${name}`) });

/** What the grid shows of each call: `mfa 400`. */
const shown = async (inspector: Inspector) =>
  (await inspector.rows()).map(({ operation, status }) => `${operation} ${status}`);

const becomes = (inspector: Inspector, calls: string[]) =>
  until(
    async () => (await shown(inspector)).join() === calls.join(),
    `the calls ${calls.join(', ') || 'to be none'}`,
  );

test('calls are filtered by keys and text, with completions, chips, and mistakes told where they are', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('two-errors', 'unknown-phone', 'flow-fails');
  await inspector.rowsWhen(7);
  await grid(inspector).press('Control+f');
  await until(() => filter(inspector).isFocused(), 'the filter to have the focus');

  await panel.type('is:inv');
  await panel.getByRole('option', { name: /^invalid/ }).waitFor();
  await panel.press('ArrowDown');
  await panel.press('Enter');
  expect(await filter(inspector).value()).toBe('is:invalid');
  await becomes(inspector, ['mfa 400']);
  expect(await inspector.footer()).toMatch(/^ ?1 of 7 calls shown/);

  // A body's text; and what comes is filtered as it comes.
  await filter(inspector).fill('-status:2xx "possessionType"');
  await becomes(inspector, ['mfa 400', 'mfa 400']);
  await runDemo('unknown-phone', 'flow-fails');
  await becomes(inspector, ['mfa 400', 'mfa 400', 'mfa 400']);
  await panel.getByRole('button', { name: 'Remove -status:2xx' }).click();
  await becomes(inspector, ['mfa 400', 'mfa 400', 'mfa 200', 'mfa 400', 'mfa 200']);

  await filter(inspector).fill('state:failed is:invalid');
  await panel.getByText('Character 1: “state” is no key; did you mean “status”?').waitFor();
  expect(await filter(inspector).attribute('aria-invalid')).toBe('true');
  await becomes(inspector, ['mfa 400']);

  await filter(inspector).fill('nowhere-to-be-found');
  await panel.getByText('None of the 13 calls matches the filter.').waitFor();
  await panel.getByRole('button', { name: 'Clear filter' }).nth(-1).click();
  await inspector.rowsWhen(13);

  await filter(inspector).fill('is:invalid');
  await filter(inspector).press('Escape');
  expect(await filter(inspector).value()).toBe('');
  await panel.press('Escape');
  await until(() => grid(inspector).isFocused(), 'the grid to have the focus');

  await panel.getByRole('button', { name: 'How to filter' }).click();
  await panel.getByRole('dialog', { name: 'How to filter' }).waitFor();
  await panel.press('Escape');
  await panel.getByRole('dialog', { name: 'How to filter' }).waitFor({ state: 'hidden' });
});

test('columns are sorted, resized and chosen with the keyboard, and stay so when DevTools is opened again', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Calls');
  await runDemo('flow-fails', 'two-errors');
  await inspector.rowsWhen(6);
  const widthOf = (name: string) =>
    head(inspector, name).evaluateAll(([cell]) => Math.round(cell?.getBoundingClientRect().width ?? 0), null);
  const status = await widthOf('Status');
  // Taken by the middle of its edge, a few pixels from its end.
  await head(inspector, 'Status').locator('.edge').drag({ x: 50, y: 0 });
  await until(
    async () => Math.abs((await widthOf('Status')) - status - 50) < 5,
    'the column to be dragged wider',
  );

  const before = await widthOf('Operation');
  await head(inspector, 'Verdict').focus();
  await inspector.panel.press('ArrowRight');
  await inspector.panel.press('Shift+ArrowRight');
  await inspector.panel.press('Shift+ArrowRight');
  const wide = before + 32;
  await until(async () => (await widthOf('Operation')) === wide, 'the column to be wider');

  await inspector.panel.press('Enter');
  await inspector.panel.press('Enter');
  const sorted = [
    'mfa-status 200',
    'mfa-status 200',
    'mfa-status 200',
    'mfa-status 200',
    'mfa 200',
    'mfa 400',
  ];
  await becomes(inspector, sorted);
  expect(await head(inspector, 'Operation').attribute('aria-sort')).toBe('descending');

  await inspector.panel.press('Shift+F10');
  const host = inspector.panel.getByRole('menuitemcheckbox', { name: 'Host' });
  expect(await host.attribute('aria-checked')).toBe('true');
  await host.press('Enter');
  await until(async () => (await head(inspector, 'Host').count()) === 0, 'the column to go');

  await browserUnderTest.closeDevTools();
  await inspector.open('Calls');
  await runDemo('two-errors', 'flow-fails');
  await inspector.rowsWhen(6);
  expect(await head(inspector, 'Host').count()).toBe(0);
  expect(await widthOf('Operation')).toBe(wide);
  expect((await shown(inspector))[0]).toBe('mfa-status 200');
  // A click on the head sorts by time again, the newest call last.
  await head(inspector, 'Start').click();
  expect((await shown(inspector))[0]).toBe('mfa 400');
});

test('several calls are chosen, copied, deleted and put back; a menu opens by keyboard', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('two-errors', 'flow-fails');
  await inspector.rowsWhen(6);
  const chosen = () => grid(inspector).getByRole('row', { selected: true }).count();

  await row(inspector, 1).click();
  await inspector.details.waitFor();
  await panel.press('Escape');
  await inspector.details.waitFor({ state: 'hidden' });
  await row(inspector, 3).click({ modifiers: ['Shift'] });
  await row(inspector, 2).click({ modifiers: ['Control'] });
  expect(await chosen()).toBe(2);
  await grid(inspector).press('Control+c');
  await until(
    async () =>
      /^valid\tmfa\t200\t.*\/v3\/mfa\nvalid\tmfa-status\t200\t.*\/v3\/mfa-status$/.test(
        await browserUnderTest.clipboardText(),
      ),
    'the two rows on the clipboard',
  );

  // The first call of the flow is among the deleted, and so its polls have lost it.
  await panel.press('Delete');
  await inspector.rowsWhen(4);
  await filter(inspector).fill('is:orphan');
  await inspector.rowsWhen(3);
  await filter(inspector).fill('');
  await panel.getByText('2 calls deleted.').waitFor();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await inspector.rowsWhen(6);

  await grid(inspector).press('End');
  await panel.press('Shift+F10');
  const menu = panel.getByRole('menu', { name: 'Actions on the chosen calls' });
  await menu.waitFor();
  expect((await menu.getByRole('menuitem').texts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Open details Enter',
    'Open in composer',
    'Copy row Ctrl+C',
    'Copy URL',
    'Copy as cURL',
    'Copy request body',
    'Copy response body',
    'Copy as cURL with secrets',
    'Copy URL with secrets',
    'Copy request body with secrets',
    'Copy response body with secrets',
    'Filter by operation mfa-status',
    expect.stringMatching(/^Filter by host 127/),
    expect.stringMatching(/^Filter by flow/),
    'Show flow',
    'Export…',
    'Delete Delete',
  ]);
  await panel.press('Escape');
  await until(() => grid(inspector).isFocused(), 'the focus back in the grid');
  await panel.press('Shift+F10');
  await panel.press('f');
  await panel.press('Enter');
  await becomes(inspector, ['mfa-status 200', 'mfa-status 200', 'mfa-status 200', 'mfa-status 200']);
  expect(await filter(inspector).value()).toBe('operation:mfa-status');

  await grid(inspector).press('Control+a');
  await panel.press('Delete');
  await panel.getByText('4 calls deleted.').waitFor();
  await filter(inspector).fill('');
  await inspector.rowsWhen(2);
});

/** Whether the row at a place of the whole list, from 0, stands in the grid, wholly. */
const isInView = ({ panel }: Inspector, index: number): Promise<boolean> =>
  panel.evaluate((wanted: number) => {
    const frame = document.querySelector('[role=grid]')?.getBoundingClientRect();
    const line = document.querySelector(`[aria-rowindex="${wanted + 2}"]`)?.getBoundingClientRect();
    return !!frame && !!line && line.top >= frame.top && line.bottom <= frame.bottom + 1;
  }, index);

test.describe('in a low panel', () => {
  test.use({
    start: {
      panelSize: { width: 900, height: 300 },
      hostMap: proveHosts,
      grantHosts: true,
    },
  });

  test('the newest call stays in view until the reader scrolls away', async ({ inspector, runDemo }) => {
    await inspector.open('Calls');
    const { panel } = inspector;
    const many = Array.from({ length: 12 }, () => 'unknown-phone');
    await runDemo(...many);
    const inView = (index: number) => isInView(inspector, index);
    await until(() => inView(11), 'the twelfth call in view');
    await runDemo('two-errors');
    await until(() => inView(12), 'the newest call in view');
    expect(await panel.getByRole('button', { name: /Jump to newest/ }).count()).toBe(0);

    await panel.evaluate(() => {
      const scroller = document.querySelector('[role=grid]');
      if (scroller) scroller.scrollTop = 22;
    });
    await until(() => inView(1), 'the second call in view');
    await runDemo('unknown-phone', 'unknown-phone');
    await panel.getByRole('button', { name: 'Jump to newest (2 new)' }).waitFor();
    expect(await inView(1)).toBe(true);
    await panel.getByRole('button', { name: 'Jump to newest (2 new)' }).click();
    await until(() => inView(14), 'the newest call in view again');
    await runDemo('unknown-phone');
    await until(() => inView(15), 'the newest call in view');
  });
});

test.describe('in a narrow panel', () => {
  test.use({ start: { panelSize: { width: 320, height: 420 }, hostMap: proveHosts, grantHosts: true } });

  test('the call that the arrow keys have reached stays in view, also where its details take half of it', async ({
    inspector,
    runDemo,
  }) => {
    await inspector.open('Calls');
    const { panel } = inspector;
    await runDemo(...Array.from({ length: 20 }, () => 'unknown-phone'));
    await until(() => isInView(inspector, 19), 'the newest call in view');
    await panel.getByRole('grid', { name: 'Calls' }).focus();
    await panel.press('Home');
    for (let reached = 1; reached <= 16; reached++) {
      await panel.press('ArrowDown');
      await until(() => isInView(inspector, reached), `call ${reached + 1} in view`);
    }
    await panel.press('Enter');
    await inspector.details.waitFor();
    await until(() => isInView(inspector, 16), 'the chosen call above its details');
    await inspector.details.getByRole('tab', { name: 'Response' }).press('Enter');
    await panel.press('Escape');
    await inspector.details.waitFor({ state: 'hidden' });
    expect(await panel.getByRole('grid', { name: 'Calls' }).isFocused()).toBe(true);
    await panel.press('Enter');
    const response = inspector.details.getByRole('tab', { name: 'Response', selected: true });
    await response.waitFor();
    await inspector.openView('Reference');
    await inspector.openView('Calls');
    await until(() => isInView(inspector, 16), 'the chosen call, where it was');
    await panel.getByRole('grid', { name: 'Calls' }).focus();
    await panel.press('PageUp');
    await panel.press('ArrowUp');
    await until(async () => !(await isInView(inspector, 16)), 'what is further up');
    await panel.press('End');
    await until(() => isInView(inspector, 19), 'the last call in view');

    await panel.press('Control+a');
    await panel.press('Delete');
    await panel.getByText('20 calls deleted.').waitFor();
    await panel.press('Enter');
    await panel.getByRole('grid', { name: 'Calls' }).waitFor();
  });
});

import { expect, test, until } from './inspector.ts';

test('calls are chosen, read and left with the keyboard alone', async ({ inspector, runDemo }) => {
  await inspector.open('Calls');
  await runDemo('two-errors', 'unknown-phone');
  await inspector.rowsWhen(2);
  const grid = inspector.panel.getByRole('grid', { name: 'Calls' });
  await grid.focus();
  await inspector.panel.press('ArrowDown');
  await inspector.panel.press('Enter');
  await until(async () => (await inspector.problems()).length === 2, 'the problems of the first call');
  await inspector.panel.press('ArrowDown');
  await until(
    async () =>
      /unknown|8007/.test(await inspector.details.text()) || (await inspector.problems()).length !== 2,
    'the second call',
  );
  await inspector.panel.press('Home');
  await until(async () => (await inspector.problems()).length === 2, 'the first call again');
  await inspector.panel.press('Escape');
  await until(async () => (await inspector.details.count()) === 0, 'the details closed');
});

test('views are changed with the arrow keys', async ({ inspector }) => {
  await inspector.open('Flows');
  const selected = inspector.panel
    .getByRole('tablist', { name: 'Views' })
    .getByRole('tab', { selected: true });
  await inspector.panel.press('ArrowRight');
  await until(async () => /^Calls/.test(await selected.text()), 'the calls');
  await inspector.panel.press('End');
  await until(async () => /^Reference/.test(await selected.text()), 'the reference');
  expect(await selected.isFocused()).toBe(true);
});

test('a problem is jumped to from its place in the list', async ({ inspector, runDemo }) => {
  await inspector.open('Calls');
  await runDemo('two-errors');
  await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  const second = inspector.details
    .getByRole('list', { name: 'Problems' })
    .getByRole('listitem')
    .nth(1)
    .getByRole('button')
    .nth(0);
  await inspector.details.locator('.cm-content').waitFor();
  await second.press('Enter');
  await until(async () => {
    const chosen = await inspector.panel.evaluate(() => getSelection()?.toString() ?? '');
    return chosen === 'null';
  }, 'the place of the second problem');
});

import { expect, type Inspector, test, until } from './inspector.ts';

// The paths of README's "Without a mouse": nothing here is clicked, and the focus goes only where Tab takes it.

/** What the reader of the focused element is told that it is. */
const focused = ({ panel }: Inspector): Promise<string> =>
  panel.evaluate(() => {
    const { activeElement: element } = document;
    if (!(element instanceof Element)) return '';
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? element.labels
        : null;
    const label = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
    return label.replace(/\s+/g, ' ').trim();
  });

/** Presses Tab (or another key) until what is called so has the focus. */
async function goTo(inspector: Inspector, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    const name_ = await focused(inspector);
    if (name.test(name_)) return;
    passed.push(name_.slice(0, 40));
    await inspector.panel.press(key);
  }
  throw new Error(`${key} does not lead to ${name}, but to: ${passed.join(' | ')}`);
}

/** From wherever the focus is to the tabs of the views, and on to one of them. */
async function goToView(inspector: Inspector, view: RegExp): Promise<void> {
  await goTo(inspector, /^((Flows|Calls) \d+|Composer|Reference)$/, 'Shift+Tab');
  await goTo(inspector, view, 'ArrowRight');
}

test('a call’s mistake is found, filtered for, mended and sent again without a mouse', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('flow-none', 'two-errors');
  await inspector.rowsWhen(7);

  await panel.press('/');
  await panel.type('is:invalid');
  await panel.press('Enter');
  await inspector.rowsWhen(1);
  await panel.press('ArrowDown');
  await until(async () => (await focused(inspector)) === 'Calls', 'the grid to have the focus');
  await panel.press('ArrowDown');
  await panel.press('Enter');
  await until(async () => (await inspector.problems()).length === 2, 'the problems of the call');
  await goTo(inspector, /^error: “smsMessage” should be a string/);
  await panel.press('Enter');
  await until(
    () => panel.evaluate(() => getSelection()?.toString() === 'null'),
    'the place of the second problem',
  );

  await goTo(inspector, /^Edit and resend$/, 'Shift+Tab');
  await panel.press('Enter');
  await panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
  await goTo(inspector, /^Fix all/);
  await panel.press('Enter');
  await goTo(inspector, /^Body$/);
  const before = sandbox.received.length;
  await panel.press('Control+Enter');
  await until(() => sandbox.received.length > before, 'the call to arrive');
  await panel.getByRole('region', { name: 'Answer', exact: true }).getByText(/^200/).nth(0).waitFor();

  // Kept, and found again. Escape lets Tab leave the text.
  await panel.press('Escape');
  await goTo(inspector, /^Save$/, 'Shift+Tab');
  await panel.press('Enter');
  await until(async () => /^Name/.test(await focused(inspector)), 'the name to be asked for');
  await panel.press('Control+a');
  await panel.type('Mended');
  await panel.press('Enter');
  await panel.getByRole('button', { name: /^Mended/ }).waitFor();
});

test('flows are read, compared and made again, and an example is composed, without a mouse', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  const { panel } = inspector;
  await runDemo('flow-none', 'flow-fails');
  await until(async () => (await inspector.flows()).length === 2, 'two flows');

  await goTo(inspector, /^Flows$/);
  await panel.press('Home');
  await panel.press('ArrowDown');
  await panel.getByRole('group', { name: 'Sequence diagram' }).getByRole('button').nth(0).waitFor();
  await goTo(inspector, /^Compare$/);
  await panel.press('Enter');
  await panel.getByRole('region', { name: 'Comparison of two flows' }).waitFor();
  await goTo(inspector, /^Close the comparison$/);
  await panel.press('Enter');
  await goTo(inspector, /^mfa for/);
  await panel.press('End');
  await panel.press('Enter');
  await inspector.details.waitFor();
  await panel.press('Escape');
  await inspector.details.waitFor({ state: 'hidden' });

  await goTo(inspector, /^Replay$/, 'Shift+Tab');
  await panel.press('Enter');
  const replay = panel.getByRole('region', { name: 'Replay of the flow' });
  await replay.waitFor();
  await goTo(inspector, /^Pauses/);
  await panel.press('Home');
  await goTo(inspector, /^Replay$/, 'Shift+Tab');
  await panel.press('Enter');
  await until(
    async () => /made again|Stopped/.test(await replay.getByRole('status').text()),
    'the replay to end',
  );

  await goToView(inspector, /^Reference/);
  const search = panel.getByRole('searchbox', { name: 'Search the reference' });
  await search.waitFor();
  await panel.press('/');
  await until(() => search.isFocused(), 'the focus on the search');
  await panel.type('mfa-bind');
  await panel.getByRole('region', { name: 'token' }).waitFor({ state: 'hidden' });
  await goTo(inspector, /^Compose$/);
  await panel.press('Enter');
  await panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
  expect(await panel.getByRole('combobox', { name: 'Operation' }).value()).toBe('mfa-bind');
});

test('files, routes and the mask are reached without a mouse', async ({
  inspector,
  browserUnderTest,
  runDemo,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('flow-none');
  const calls = (await inspector.rowsWhen(6)).length;

  await goTo(inspector, /^Export$/, 'Shift+Tab');
  await panel.press('Enter');
  await panel.getByRole('table', { name: 'What is masked' }).waitFor();
  await goTo(inspector, /^All, /);
  await goTo(inspector, /^HAR 1\.2/);
  await panel.press('ArrowDown');
  await panel.getByText(/^A report is always masked/).waitFor();
  await panel.press('ArrowUp');
  await goTo(inspector, /^Mask tokens and personal data/);
  await panel.press(' ');
  await panel.getByText(/^The file will hold everything as it was captured/).waitFor();
  await panel.press(' ');
  await panel.getByRole('table', { name: 'What is masked' }).waitFor();
  await goTo(inspector, /^Save file$/);
  await panel.press('Enter');
  const saved = await until(async () => (await browserUnderTest.downloads())[0], 'the saved file');
  await until(async () => (await focused(inspector)) === 'Export', 'the focus where it was');

  await goTo(inspector, /^Clear$/, 'Shift+Tab');
  await panel.press('Enter');
  await inspector.rowsWhen(0);
  await goTo(inspector, /^Import$/);
  // The browser's own question for files is not the panel's.
  await panel.evaluate(() => {
    document.querySelector('input[type=file]')?.addEventListener('click', (event) => {
      event.preventDefault();
      document.body.dataset.asked = 'for files';
    });
  });
  await panel.press('Enter');
  await until(
    () => panel.evaluate(() => document.body.dataset.asked === 'for files'),
    'the question for files',
  );
  await panel.getByLabel('HAR files').upload(saved.name, saved.text);
  await inspector.rowsWhen(calls);
  await goTo(inspector, /^Show imported$/);
  await panel.press('Enter');
  await until(
    async () => (await panel.getByRole('combobox', { name: 'Filter the calls' }).value()) === 'is:imported',
    'the filter',
  );
  await goTo(inspector, /^Close Import$/);
  await panel.press('Escape');
  await until(async () => (await focused(inspector)) === 'Import', 'the focus on what opened it');

  await goTo(inspector, /^Mask$/, 'Shift+Tab');
  await panel.press(' ');
  await panel.getByRole('checkbox', { name: 'Mask', checked: true }).waitFor();

  await goTo(inspector, /^Settings$/);
  await panel.press('Enter');
  const settings = panel.getByRole('dialog', { name: 'Settings' });
  await settings.waitFor();
  await goTo(inspector, /^General$/);
  await panel.press('ArrowRight');
  await goTo(inspector, /^Add a route$/);
  await panel.press('Enter');
  await goTo(inspector, /^Path or URL of yours$/);
  await panel.type('/shop/begin');
  await goTo(inspector, /^Operation$/);
  await panel.type('unify');
  await panel.press('Enter');
  await goTo(inspector, /^Add$/);
  await panel.press('Enter');
  await settings.getByRole('listitem').getByText('POST /shop/begin = unify').waitFor();
  await until(async () => (await focused(inspector)) === 'Add a route', 'the focus where the form was');
  await settings.getByRole('combobox', { name: 'Routes of a starter kit' }).choose('react-v3');
  const rules = async () =>
    await settings.getByRole('list', { name: 'Routes' }).getByRole('listitem').texts();
  await until(async () => (await rules()).length > 2, 'the routes of the kit');
  const all = await rules();
  const moved = all[2]?.trim();
  await settings.getByRole('button', { name: `Move up: ${moved}`, exact: true }).focus();
  await panel.press('Enter');
  await until(async () => (await rules())[1]?.trim() === moved, 'the route one place up');
  expect(await focused(inspector)).toBe(`Move up: ${moved}`);
  await panel.press('Enter');
  await until(async () => (await rules())[0]?.trim() === moved, 'the route at the top');
  expect(await focused(inspector)).toBe(`Edit: ${moved}`);
  await panel.press('Tab');
  for (let left = all.length - 1; left >= 0; left--) {
    expect(await focused(inspector)).toMatch(/^Delete: /);
    await panel.press('Enter');
    await until(async () => (await rules()).length === left, `${left} routes`);
  }
  expect(await focused(inspector)).toBe('Add a route');
  await panel.press('Escape');
  await settings.waitFor({ state: 'hidden' });
  await until(async () => (await focused(inspector)) === 'Settings', 'the focus where it was');
});

test('the demo’s mistake is found, looked up and mended without a mouse', async ({ inspector }) => {
  await inspector.open('Flows');
  const { panel } = inspector;
  await goTo(inspector, /^Load demo flow$/);
  await panel.press('Enter');
  await until(async () => (await focused(inspector)) === 'Flows', 'the flows to have the focus');
  await panel.press('ArrowUp');
  await panel.getByRole('option', { name: /^succeeded/, selected: true }).waitFor();
  await panel.press('ArrowDown');
  await goTo(inspector, /^unify for none/);
  await panel.press('End');
  await panel.press('Enter');
  await until(async () => (await inspector.problems()).length === 2, 'the problems of the call');
  await goTo(inspector, /^error: “phoneNumber” is required/);
  await goTo(inspector, /^Reference: phoneNumber$/);
  await panel.press('Enter');
  await until(
    async () => /^phoneNumber.*required/.test(await focused(inspector)),
    'the field in the reference',
  );
  await panel.press('Escape');
  await until(async () => (await focused(inspector)) === 'Reference: phoneNumber', 'the focus where it was');
  await goTo(inspector, /^Edit and resend$/, 'Shift+Tab');
  await panel.press('Enter');
  await panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
  await goTo(inspector, /^Fix 1 problem$/);
  await panel.press('Enter');
  await panel.getByRole('status', { name: 'Verdict' }).getByText('valid', { exact: true }).waitFor();
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

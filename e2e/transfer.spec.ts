import { violationsIn } from './accessibility.ts';
import { expect, type Inspector, test, until } from './inspector.ts';

const dialog = ({ panel }: Inspector) => panel.getByRole('dialog', { name: 'Export' });
const bar = ({ panel }: Inspector) => panel.getByRole('region', { name: 'Import' });
const press = ({ panel }: Inspector, name: string) =>
  panel.getByRole('button', { name, exact: true }).click();

/** Waits for what the footer says first: the grid renders only what is in view. */
const countIs = (inspector: Inspector, count: string) =>
  until(async () => (await inspector.footer()).startsWith(count), count);

/** What the panel says of all calls and flows, but for the mark of an import. */
async function shown(inspector: Inspector) {
  const rows = await inspector.rows();
  return {
    rows: rows.map((row) => ({ ...row, operation: row.operation.replace(/ ?imported$/, '') })),
    counts: (await inspector.footer()).replace(/\d+ requests? seen/, ''),
  };
}

test('calls leave as a masked file and come in again as they were, marked; what is cut or no HAR says so', async ({
  inspector,
  browserUnderTest,
  runDemo,
  picture,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('flow-none', 'two-errors');
  await inspector.rowsWhen(7);
  const before = await until(async () => {
    const now = await shown(inspector);
    return /flow/.test(now.counts) && now;
  }, 'the flows');

  await press(inspector, 'Export');
  await dialog(inspector).getByRole('table', { name: 'What is masked' }).waitFor();
  expect(await dialog(inspector).text()).toContain('Phone numbers');
  await dialog(inspector).getByRole('radio', { name: 'All, 7 calls', checked: true }).waitFor();
  await picture('export');
  await dialog(inspector).getByRole('button', { name: 'Save file' }).click();
  const saved = await until(async () => (await browserUnderTest.downloads())[0], 'the saved file');
  expect(saved.name).toMatch(/^v3-calls-.*\.har$/);
  expect(JSON.parse(saved.text)).toMatchObject({ log: { version: '1.2', entries: { length: 7 } } });
  expect(saved.text).not.toMatch(/2001004\d\d\d/);
  await until(async () => (await dialog(inspector).count()) === 0, 'the dialog closed');

  await inspector.openView('Flows');
  await inspector.chooseFlow(0);
  await panel.getByRole('button', { name: 'Share' }).click();
  await panel.getByRole('menuitem', { name: /^Export flow/ }).click();
  await dialog(inspector)
    .getByRole('radio', { name: /^Flow mfa/, checked: true })
    .waitFor();
  await panel.press('Escape');
  await until(async () => (await dialog(inspector).count()) === 0, 'the dialog closed by Escape');
  await inspector.openView('Calls');

  await press(inspector, 'Clear');
  // The demo is of no file: it stays when imported calls go.
  await press(inspector, 'Load demo flow');
  await inspector.openView('Calls');
  await countIs(inspector, '8 calls');
  const files = panel.getByLabel('HAR files');
  await files.upload('notes.har', '{"calls":[]}');
  await bar(inspector)
    .getByText(/^This is no HAR that can be read: .*there is no “log”/)
    .waitFor();
  expect(await panel.getByRole('button', { name: 'Remove imported' }).count()).toBe(0);
  await files.upload('cut.har', saved.text.slice(0, saved.text.lastIndexOf('"startedDateTime"')));
  await bar(inspector)
    .getByText(/^The file is not complete: it is cut off within entry 6/)
    .waitFor();
  await countIs(inspector, '14 calls');
  await picture('import');
  await press(inspector, 'Remove imported');
  await countIs(inspector, '8 calls');
  await press(inspector, 'Remove the demo');
  await panel.getByText('No V3 call yet').waitFor();

  await files.upload(saved.name, saved.text);
  await bar(inspector).getByText('7 V3 calls imported, of 7 entries.').waitFor();
  await inspector.rowsWhen(7);
  expect(await shown(inspector)).toEqual(before);
  expect((await inspector.rows()).every(({ operation }) => operation.endsWith('imported'))).toBe(true);

  await runDemo('two-errors');
  await inspector.rowsWhen(8);
  await press(inspector, 'Show imported');
  await inspector.rowsWhen(7);
  await press(inspector, 'Close Import');
  await until(async () => (await bar(inspector).count()) === 0, 'the bar closed');
});

test('a file dropped on the panel is imported in the background, and is gone when it is cancelled', async ({
  inspector,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await panel.evaluate(dragLargeHar, 'dragover');
  await panel.getByText('Drop HAR files to import their V3 calls').waitFor();
  await panel.evaluate(dragLargeHar, 'drop');
  const progress = bar(inspector).getByRole('progressbar', { name: 'Reading large.har' });
  await until(async () => Number(await progress.attribute('value')) > 0, 'some progress');
  await until(async () => (await inspector.rows()).length > 0, 'calls while the rest is read');
  expect(await violationsIn(panel), 'an import under way').toEqual([]);
  await press(inspector, 'Cancel');
  await bar(inspector).getByText('Cancelled: nothing of it was kept.').waitFor();
  await panel.getByText('No V3 call yet').waitFor();
});

/** Runs in the panel: drags a HAR over it that takes long to read, with 100 V3 calls at its beginning. */
function dragLargeHar(type: 'dragover' | 'drop'): void {
  const entry = (url: string) =>
    `{"startedDateTime":"2026-01-15T12:00:00.000Z","time":5,"request":{"method":"POST","url":"${url}","headers":[],"postData":{"text":"{}"}},"response":{"status":200,"headers":[],"content":{}}}`;
  const head = `{"log":{"entries":[${`${entry('https://platform.uat.proveapis.com/v3/mfa')},`.repeat(100)}`;
  const megabyte = new Blob([`${entry('https://shop.example.com/')},`.repeat(5000)]);
  const file = new File([head, ...Array<Blob>(4000).fill(megabyte)], 'large.har');
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}

import { expect, test, until } from './inspector.ts';
import type { Inspector } from './inspector-page.ts';
import type { Received } from './sandbox/received.ts';

const lastBody = (received: readonly Received[]): string =>
  received
    .filter(({ method }) => method === 'POST')
    .at(-1)
    ?.body.toString('utf8') ?? '';

const textbox = (inspector: Inspector) => inspector.panel.getByRole('textbox', { name: 'Body', exact: true });
const offers = (inspector: Inspector) => inspector.panel.locator('.cm-tooltip-autocomplete');
const tools = (inspector: Inspector) => inspector.panel.getByRole('toolbar', { name: 'Body tools' });

/** The text of the editor as it stands. */
const bodyOf = (inspector: Inspector): Promise<string> =>
  textbox(inspector).evaluateAll(
    ([editor]) =>
      [...(editor?.querySelectorAll('.cm-line') ?? [])].map((line) => line.textContent).join('\n'),
    null,
  );

const bodyWhen = (inspector: Inspector, wanted: string): Promise<unknown> =>
  until(async () => (await bodyOf(inspector)) === wanted, `the body ${wanted}`);

/** Waits until completion offers this first, and takes it. */
async function takeFirst(inspector: Inspector, label: RegExp): Promise<void> {
  const chosen = offers(inspector).getByRole('option', { selected: true }).having(label);
  await until(async () => (await chosen.count()) === 1, `${label} offered`);
  await inspector.panel.press('Enter');
}

async function edit(inspector: Inspector, runDemo: (...names: string[]) => Promise<void>, name: string) {
  await inspector.open('Calls');
  await runDemo(name);
  await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await tools(inspector).getByRole('button', { name: 'Format', disabled: false }).waitFor();
}

async function send(inspector: Inspector): Promise<void> {
  await inspector.panel.press('Control+Enter');
  await until(
    async () => /\d{3} /.test(await inspector.panel.getByRole('region', { name: 'Answer' }).text()),
    'an answer',
  );
}

test('fixes, formatting, templates, operations and typing are undone one step at a time, and all of it again', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await edit(inspector, runDemo, 'unknown-phone');
  const { panel } = inspector;
  const mistaken = '{"possessionType":"Mobile","phone_number":"2001004014","emailAddress":null}';
  await textbox(inspector).fill(mistaken);
  const fixButton = (name: string | RegExp) => panel.getByRole('button', { name });

  // By mouse, in the list.
  await fixButton('Replace by “mobile”').click();
  const first = mistaken.replace('Mobile', 'mobile');
  await bodyWhen(inspector, first);
  // By keyboard: the focus is in the text already. To the next one, then fix it.
  await panel.press('Control+Home');
  await panel.press('Control+.');
  await panel.press('Control+.');
  const second = first.replace('phone_number', 'phoneNumber');
  await bodyWhen(inspector, second);
  // All the others at once.
  await textbox(inspector).fill(
    '{"possessionType":"Mobile","phone_number":"2001004014","emailAddress":null}',
  );
  await tools(inspector).getByRole('button', { name: 'Fix all 3' }).click();
  const all = '{"possessionType":"mobile","phoneNumber":"2001004014"}';
  await bodyWhen(inspector, all);

  await panel.press('Shift+Alt+F');
  const formatted = '{\n  "possessionType": "mobile",\n  "phoneNumber": "2001004014"\n}';
  await bodyWhen(inspector, formatted);
  await panel.getByRole('button', { name: 'Blank template' }).click();
  await until(async () => (await bodyOf(inspector)).includes('clientCustomerId'), 'the template');
  const template = await bodyOf(inspector);
  await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa-status');
  await until(async () => (await bodyOf(inspector)).includes('correlationId'), 'the other template');
  const other = await bodyOf(inspector);
  const url = panel.getByRole('textbox', { name: 'URL', exact: true });
  expect(await url.value()).toMatch(/mfa-status$/);

  // Outside of every text the key works too; then the focus is in the text.
  await panel.getByRole('button', { name: 'Blank template' }).focus();
  await panel.press('Control+z');
  await bodyWhen(inspector, template);
  expect(await url.value()).toMatch(/\/mfa$/);
  expect(await panel.getByRole('combobox', { name: 'Operation' }).value()).toBe('mfa');
  for (const before of [formatted, all, mistaken, second, first, mistaken]) {
    await panel.press('Control+z');
    await bodyWhen(inspector, before);
  }
  // The history outlives a look at another view.
  await inspector.openView('Calls');
  await inspector.openView('Composer');
  await bodyWhen(inspector, mistaken);
  const redo = tools(inspector).getByRole('button', { name: 'Redo', disabled: false });
  for (const after of [first, second, mistaken, all, formatted, template, other]) {
    await redo.click();
    await bodyWhen(inspector, after);
  }
  expect(await url.value()).toMatch(/mfa-status$/);
  await tools(inspector).getByRole('button', { name: 'Undo' }).click();
  await panel.press('Control+z');
  await bodyWhen(inspector, formatted);
  await send(inspector);
  expect(lastBody(sandbox.received)).toBe(formatted);
});

test('names, values and captured ids are completed; what is no JSON is not formatted', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await edit(inspector, runDemo, 'unknown-phone');
  const { panel } = inspector;
  await textbox(inspector).fill('{"possessionType": "mobile"}');
  await textbox(inspector).focus();
  await panel.press('Control+End');
  await panel.press('ArrowLeft');
  await panel.type(',"pho');
  await takeFirst(inspector, /^phoneNumber/);
  await takeFirst(inspector, /^2001004011/);
  await bodyWhen(inspector, '{"possessionType": "mobile","phoneNumber": "2001004011"}');
  await send(inspector);
  expect(lastBody(sandbox.received)).toBe('{"possessionType": "mobile","phoneNumber": "2001004011"}');
  const answer = await until(async () => {
    const found = /"correlationId":\s*"([^"]+)"/.exec(
      await panel.getByRole('region', { name: 'Answer' }).text(),
    );
    return found?.[1];
  }, 'the answer’s correlationId');

  await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa-status');
  await textbox(inspector).fill('{}');
  await textbox(inspector).focus();
  await panel.press('Home');
  await panel.press('ArrowRight');
  await panel.type('"corr');
  await takeFirst(inspector, /^correlationId/);
  await takeFirst(inspector, new RegExp(`^${answer}`));
  await bodyWhen(inspector, `{"correlationId": "${answer}"}`);

  await panel.type(',');
  await tools(inspector).getByRole('button', { name: 'Format' }).click();
  await panel.getByText(/^Only JSON can be formatted/).waitFor();
});

test('from an empty composer to a valid call that is sent takes a dozen keys', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await inspector.openView('Composer');
  const { panel } = inspector;
  const operation = panel.getByRole('combobox', { name: 'Operation' });
  await operation.focus();
  await operation.choose('mfa');
  await until(async () => (await textbox(inspector).count()) === 1, 'the editor');
  const before = sandbox.received.length;
  let presses = 0;
  const press = async (key: string) => {
    presses++;
    await panel.press(key);
  };
  await textbox(inspector).focus();
  await press('Control+a');
  await press('Delete');
  await bodyWhen(inspector, '');
  await press('{');
  await press('"');
  presses++;
  await takeFirst(inspector, /^possessionType/);
  await until(async () => (await offers(inspector).getByRole('option').count()) === 3, 'three values');
  await press('m');
  presses++;
  await takeFirst(inspector, /^mobile/);
  await bodyWhen(inspector, '{"possessionType": "mobile"}');
  presses++;
  await send(inspector);
  expect(presses).toBeLessThanOrEqual(12);
  const sent = sandbox.received.slice(before).filter(({ method }) => method === 'POST');
  expect(sent.map(({ body }) => body.toString())).toEqual(['{"possessionType": "mobile"}']);
  await panel.getByText(/^200 /).waitFor();
});

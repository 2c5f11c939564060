import { violationsIn } from './accessibility.ts';
import { expect, test, until } from './inspector.ts';
import type { Inspector } from './inspector-page.ts';
import type { Received } from './sandbox/received.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

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

/** Waits until completion has this chosen. */
function offered(inspector: Inspector, label: RegExp): Promise<unknown> {
  const chosen = offers(inspector).getByRole('option', { selected: true }).having(label);
  return until(async () => (await chosen.count()) === 1, `${label} offered`);
}

async function takeFirst(inspector: Inspector, label: RegExp): Promise<void> {
  await offered(inspector, label);
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

/** Sends with the keyboard, and waits until exactly these bytes have arrived. */
async function send(inspector: Inspector, sandbox: Sandbox, wanted: string): Promise<void> {
  const before = sandbox.received.length;
  await inspector.panel.press('Control+Enter');
  await until(async () => sandbox.received.slice(before).some(({ method }) => method === 'POST'), 'the body');
  expect(lastBody(sandbox.received)).toBe(wanted);
  await inspector.panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
}

test('fixes, formatting, the form, templates, operations and typing are undone one step at a time, and all of it again', async ({
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
  // By mouse, where the problem is underlined.
  await panel.locator('.cm-lintRange-error').hover();
  await panel
    .locator('.cm-tooltip')
    .getByRole('button', { name: /Remove “emailAddress”/ })
    .click();
  const all = '{"possessionType":"mobile","phoneNumber":"2001004014"}';
  await bodyWhen(inspector, all);
  await send(inspector, sandbox, all);
  // All of them at once.
  await textbox(inspector).fill(mistaken);
  await tools(inspector).getByRole('button', { name: 'Fix all 3' }).click();
  await bodyWhen(inspector, all);

  await panel.press('Shift+Alt+F');
  const formatted = '{\n  "possessionType": "mobile",\n  "phoneNumber": "2001004014"\n}';
  await bodyWhen(inspector, formatted);
  await panel.getByRole('radio', { name: 'Both' }).press('Space');
  await panel
    .getByRole('region', { name: 'Form' })
    .getByRole('combobox', { name: 'possessionType' })
    .choose('none');
  const inForm = formatted.replace('mobile', 'none');
  await bodyWhen(inspector, inForm);
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
  for (const before of [inForm, formatted, all, mistaken, all, second, first, mistaken]) {
    await panel.press('Control+z');
    await bodyWhen(inspector, before);
  }
  // The history outlives a look at another view.
  await inspector.openView('Calls');
  await inspector.openView('Composer');
  await bodyWhen(inspector, mistaken);
  const redo = tools(inspector).getByRole('button', { name: 'Redo', disabled: false });
  for (const after of [first, second, all, mistaken, all, formatted, inForm, template, other]) {
    await redo.click();
    await bodyWhen(inspector, after);
  }
  expect(await url.value()).toMatch(/mfa-status$/);
  await tools(inspector).getByRole('button', { name: 'Undo' }).click();
  for (const before of [template, inForm, formatted]) {
    await bodyWhen(inspector, before);
    if (before !== formatted) await panel.press('Control+z');
  }
  await send(inspector, sandbox, formatted);
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
  await send(inspector, sandbox, '{"possessionType": "mobile","phoneNumber": "2001004011"}');
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
  await offered(inspector, /^correlationId/);
  expect(await violationsIn(panel)).toEqual([]);
  await takeFirst(inspector, /^correlationId/);
  await takeFirst(inspector, new RegExp(`^${answer}`));
  await bodyWhen(inspector, `{"correlationId": "${answer}"}`);

  await panel.type(',');
  await tools(inspector).getByRole('button', { name: 'Format' }).click();
  await panel.getByText(/^Only JSON can be formatted/).waitFor();
});

test('from an empty composer to a valid call that is sent takes one key, and with a body written by hand eight', async ({
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
  // The operation is chosen with a key too, which the promise does not count.
  await panel.press('m');
  await until(async () => (await textbox(inspector).count()) === 1, 'the editor');
  expect(await operation.value()).toBe('mfa');
  await send(inspector, sandbox, await bodyOf(inspector));
  await panel.getByText(/^200 /).waitFor();

  const keys: string[] = [];
  const press = async (key: string) => {
    keys.push(key);
    await panel.press(key);
  };
  await textbox(inspector).focus();
  await press('Control+a');
  await press('Delete');
  await press('{');
  await press('"');
  await offered(inspector, /^possessionType/);
  await press('Enter');
  await offered(inspector, /^desktop/);
  await press('ArrowDown');
  await offered(inspector, /^mobile/);
  await press('Enter');
  await bodyWhen(inspector, '{"possessionType": "mobile"}');
  keys.push('Control+Enter');
  await send(inspector, sandbox, '{"possessionType": "mobile"}');
  expect(keys).toHaveLength(8);
});

import { expect, test, until } from './inspector.ts';
import type { Inspector } from './inspector-page.ts';
import type { Received } from './sandbox/received.ts';

const form = ({ panel }: Inspector) => panel.getByRole('region', { name: 'Form' });
const text = ({ panel }: Inspector) => panel.getByRole('textbox', { name: 'Body', exact: true });
const layout = ({ panel }: Inspector, name: string) => panel.getByRole('radio', { name, exact: true });

const bodyOf = (inspector: Inspector): Promise<string> =>
  text(inspector).evaluateAll(
    ([editor]) =>
      [...(editor?.querySelectorAll('.cm-line') ?? [])].map((line) => line.textContent).join('\n'),
    null,
  );

const bodyWhen = (inspector: Inspector, wanted: string): Promise<unknown> =>
  until(async () => (await bodyOf(inspector)) === wanted, `the body ${wanted}`);

/** Takes the one call that the demo makes into the composer. */
async function edit(inspector: Inspector, runDemo: (name: string) => Promise<void>): Promise<void> {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await form(inspector).getByRole('combobox', { name: 'possessionType' }).waitFor();
  await text(inspector).waitFor();
}

/** Presses Tab until a control of the form has the focus. */
async function tabTo({ panel }: Inspector, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await panel.evaluate(() => {
      const { activeElement: control } = document;
      const labels =
        control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.labels : null;
      return labels?.[0]?.textContent ?? '';
    });
    if (focused === name) return;
    await panel.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

async function sentBody(inspector: Inspector, received: readonly Received[]): Promise<string[]> {
  const posts = () => received.filter(({ method, path }) => method === 'POST' && path === '/v3/mfa');
  const before = posts().length;
  await inspector.panel.press('Control+Enter');
  await until(() => posts().length > before, 'the call to arrive');
  return posts()
    .slice(before)
    .map(({ body }) => body.toString('utf8'));
}

test('an mfa call is filled in by the form and the keyboard alone, and sent byte for byte', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await edit(inspector, runDemo);
  await text(inspector).fill('{}');
  await layout(inspector, 'Form').press(' ');
  await text(inspector).waitFor({ state: 'hidden' });
  await tabTo(inspector, 'possessionType');
  // Beyond "not set" and "desktop".
  await inspector.panel.press('ArrowDown');
  await inspector.panel.press('ArrowDown');
  await tabTo(inspector, 'clientRequestId');
  await inspector.panel.type('x');
  await tabTo(inspector, 'phoneNumber');
  await inspector.panel.type('2001004014');
  await tabTo(inspector, 'smsMessage');
  await inspector.panel.type('"####" für dich');
  await form(inspector).getByRole('button', { name: 'Remove clientRequestId' }).press('Enter');
  const emptied = form(inspector).getByRole('textbox', { name: 'clientRequestId' });
  await until(() => emptied.isFocused(), 'the focus to stay at the field that was removed');
  expect(await sentBody(inspector, sandbox.received)).toEqual([
    '{\n  "possessionType": "mobile",\n  "phoneNumber": "2001004014",\n  "smsMessage": "\\"####\\" für dich"\n}',
  ]);
  await inspector.openView('Calls');
  await inspector.openView('Composer');
  await layout(inspector, 'Form').waitFor();
  expect(await layout(inspector, 'Form').evaluateAll(([radio]) => radio?.matches(':checked'), null)).toBe(
    true,
  );
});

test('text and form follow each other; what the form cannot show stays as it is', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await edit(inspector, runDemo);
  const { panel } = inspector;
  const typed =
    '{ "phone" : "x",\t"possessionType":"mobile","ipAddress":"1.2.3.4", "ipAddress":"8.8.8.8","smsMessage":7 }';
  await text(inspector).fill(typed);
  const type = form(inspector).getByRole('combobox', { name: 'possessionType' });
  const address = form(inspector).getByRole('textbox', { name: 'ipAddress' });
  await until(async () => (await address.value()) === '8.8.8.8', 'the form to follow the text');
  expect(await type.value()).toBe('mobile');
  await form(inspector).getByText('is left as it is').waitFor();
  const only = await form(inspector).getByRole('region', { name: 'In the text only' }).text();
  expect(only).toMatch(/“phone” is not a field[\s\S]*“ipAddress” stands twice/);

  await type.choose('desktop');
  await bodyWhen(inspector, typed.replace('mobile', 'desktop'));
  await form(inspector)
    .getByText(/“finalTargetUrl” is required/)
    .waitFor();
  await form(inspector).getByRole('textbox', { name: 'finalTargetUrl' }).fill('https://a.example/');
  await form(inspector).getByRole('button', { name: 'Remove smsMessage' }).click();
  const after =
    '{ "phone" : "x",\t"possessionType":"desktop","ipAddress":"1.2.3.4", "ipAddress":"8.8.8.8", "finalTargetUrl" : "https://a.example/" }';
  await bodyWhen(inspector, after);
  expect(await sentBody(inspector, sandbox.received)).toEqual([after]);

  await panel.getByRole('button', { name: 'Undo' }).click();
  await until(async () => /"smsMessage":7/.test(await bodyOf(inspector)), 'the removal undone');
  await form(inspector).getByText('is left as it is').waitFor();

  await text(inspector).fill('{"possessionType":"none",\n"phoneNumber": x}');
  await form(inspector)
    .getByText(/no JSON from line 2, column 16 on/)
    .waitFor();
  expect(
    await form(inspector).getByRole('combobox', { name: 'possessionType', disabled: true }).count(),
  ).toBe(1);
  await form(inspector).getByRole('button', { name: 'Show the place' }).click();
  await until(() => panel.evaluate(() => getSelection()?.toString() === 'x'), 'the place chosen in the text');
  await panel.type('"2"');
  await until(async () => (await type.value()) === 'none', 'the form to follow again');
  expect(await form(inspector).getByRole('textbox', { name: 'phoneNumber' }).value()).toBe('2');
});

test('groups, lists and form-encoded bodies are filled in as well', async ({ inspector, runDemo }) => {
  await edit(inspector, runDemo);
  const { panel } = inspector;
  const operation = panel.getByRole('combobox', { name: 'Operation' });
  await text(inspector).fill('{}');
  await operation.choose('complete');
  await text(inspector).fill('{"correlationId":"a"}');
  const person = form(inspector).getByRole('group', { name: 'individual' });
  await person.getByRole('textbox', { name: 'firstName' }).fill('Ann');
  await bodyWhen(inspector, '{"correlationId":"a","individual":{"firstName":"Ann"}}');
  const emails = person.getByRole('group', { name: 'emailAddresses' });
  const add = emails.getByRole('button', { name: 'Add item' });
  await add.click();
  const first = emails.getByRole('textbox', { name: 'emailAddresses 1' });
  await until(() => first.isFocused(), 'the new item to have the focus');
  await panel.type('a@b.example');
  await add.click();
  await emails.getByRole('textbox', { name: 'emailAddresses 2' }).fill('c@d.example');
  await emails.getByRole('button', { name: 'Remove emailAddresses 1' }).click();
  await bodyWhen(
    inspector,
    '{"correlationId":"a","individual":{"firstName":"Ann","emailAddresses":["c@d.example"]}}',
  );

  await operation.choose('token');
  await text(inspector).fill('grant_type=client_credentials&extra=%zz');
  await form(inspector).getByRole('textbox', { name: 'client_id' }).fill('a b&c');
  await bodyWhen(inspector, 'grant_type=client_credentials&extra=%zz&client_id=a+b%26c');
});

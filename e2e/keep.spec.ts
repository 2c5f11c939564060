import { violationsIn } from './accessibility.ts';
import type { Locator } from './browser/locator.ts';
import { storedItems, storeItems } from './extension-storage.ts';
import type { Inspector } from './inspector.ts';
import { expect, test, until } from './inspector.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.e30.c2VjcmV0';

/** The bodies that arrived at a path, in their order. */
const bodiesAt = (sandbox: Sandbox, path: string): string[] =>
  sandbox.received
    .filter((received) => received.method === 'POST' && received.path === path)
    .map(({ body }) => body.toString());

/** The buttons above the request. */
const bar = (inspector: Inspector, name: string | RegExp): Locator =>
  inspector.panel.getByRole('toolbar', { name: 'Drafts' }).getByRole('button', { name, exact: true });

const body = (inspector: Inspector): Locator =>
  inspector.panel.getByRole('textbox', { name: 'Body', exact: true });

/** The text of the body, line by line. */
const bodyText = (inspector: Inspector): Promise<string> =>
  body(inspector).evaluateAll(
    ([editor]) =>
      [...(editor?.querySelectorAll('.cm-line') ?? [])].map((line) => line.textContent).join('\n'),
    null,
  );

/** Opens the composer with the example of mfa, to be sent to the sandbox from the page. */
async function compose(inspector: Inspector, sandbox: Sandbox): Promise<void> {
  const { panel } = inspector;
  await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
  await panel.getByRole('textbox', { name: 'URL', exact: true }).fill(`${sandbox.url}/v3/mfa`);
  await panel.getByRole('radio', { name: 'from the page' }).click();
}

/** Sends what is in the composer, and waits until it has arrived and was answered. */
async function send(inspector: Inspector, sandbox: Sandbox): Promise<void> {
  const before = bodiesAt(sandbox, '/v3/mfa').length;
  await inspector.panel.getByRole('button', { name: /^Send( with \d+ errors?)?$/ }).click();
  const answer = inspector.panel.getByRole('region', { name: 'Answer' });
  await until(
    async () => bodiesAt(sandbox, '/v3/mfa').length > before && /\b[24]\d\d\b/.test(await answer.text()),
    'an answer',
  );
}

/** All that the extension has stored, as text. */
const stored = (inspector: Inspector): Promise<string> => inspector.panel.evaluate(storedItems);

test('a send from the history goes out again with the same bytes', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Composer');
  await runDemo();
  await compose(inspector, sandbox);
  const first = '{"possessionType":"mobile",\n "phoneNumber": "2001004014"}';
  const second = '{"possessionType":"tablet"}';
  for (const text of [first, second]) {
    await body(inspector).fill(text);
    await send(inspector, sandbox);
  }
  await bar(inspector, 'History (2)').click();
  const sent = inspector.panel.getByRole('list', { name: 'Sent requests' }).getByRole('listitem');
  await until(async () => (await sent.count()) === 2, 'two sends');
  expect((await sent.texts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/^mfa 400 /),
    expect.stringMatching(/^mfa 200 /),
  ]);
  const unsent = '{"possessionType":"unsent"}';
  await body(inspector).fill(unsent);
  await sent.nth(1).getByRole('button').click();
  const before = bar(inspector, 'Back to the draft before');
  for (const text of [unsent, first]) {
    await before.press('Enter');
    await until(async () => (await bodyText(inspector)) === text, `the draft ${text}`);
    expect(await before.isFocused()).toBe(true);
  }
  await sent.nth(1).getByRole('button').click();
  await inspector.panel.getByRole('region', { name: 'Answer' }).getByText(/^200/).waitFor();
  await send(inspector, sandbox);
  expect(bodiesAt(sandbox, '/v3/mfa')).toEqual([first, second, first]);
  await bar(inspector, 'History (3)').waitFor();

  const clear = inspector.panel.getByRole('button', { name: 'Clear history' });
  await clear.press('Enter');
  const head = inspector.panel.getByRole('heading', { name: 'History', exact: true });
  await until(() => head.isFocused(), 'the focus in what is left');
  await head.press('Escape');
  await until(() => bar(inspector, 'History').isFocused(), 'the focus on what opened the history');
  for (const name of ['Saved', 'Import', 'Copy as', 'Save']) {
    await bar(inspector, name).press('Enter');
    await inspector.panel.getByRole('button', { name: /^Close / }).press('Enter');
    await until(() => bar(inspector, name).isFocused(), `the focus on ${name}`);
  }
  await bar(inspector, 'Save').press('Enter');
  await inspector.panel.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
  const saved = inspector.panel.getByRole('heading', { name: 'Saved drafts' });
  await until(() => saved.isFocused(), 'the focus where the form was');
});

test.describe(() => {
  test.use({ expectsErrors: true });

  test('a saved draft is there when DevTools is opened again, without its secrets; it can be renamed, moved, deleted, taken back, exported and imported', async ({
    browserUnderTest,
    inspector,
    runDemo,
    sandbox,
  }) => {
    await inspector.open('Composer');
    await runDemo();
    await compose(inspector, sandbox);
    const { panel } = inspector;
    await inspector.openPart('Headers');
    await panel.getByRole('button', { name: 'Add header' }).click();
    await panel
      .getByRole('combobox', { name: /^Name of header/ })
      .nth(-1)
      .fill('Authorization');
    await panel
      .getByRole('textbox', { name: /^Value of header/ })
      .nth(-1)
      .fill(`Bearer ${TOKEN}`);

    const save = async (name: string, keepPersonal: boolean) => {
      await bar(inspector, 'Save').click();
      const form = panel.getByRole('form', { name: 'Save this draft' });
      await form.getByRole('textbox', { name: 'Name' }).fill(name);
      await form.getByRole('combobox', { name: 'Collection' }).fill('Checkout');
      expect(await form.text()).toContain('{{bearerToken}}');
      if (keepPersonal) await form.getByRole('checkbox', { name: 'Keep personal data' }).click();
      else expect(await form.text()).toContain('{{phoneNumber}}');
      await form.getByRole('button', { name: 'Save draft' }).click();
      await panel.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
    };
    await save('first', false);
    await save('second', true);

    await panel.evaluate(() => {
      document.body.dataset.left = 'yes';
      location.reload();
    });
    const isNew = () => panel.evaluate(() => document.body?.dataset.left === undefined).catch(() => false);
    await until(
      async () => (await isNew()) && (await bar(inspector, 'Saved').count()) === 1,
      'the panel again',
    );
    await bar(inspector, 'Saved').click();
    const drafts = () => panel.getByRole('list', { name: 'Drafts in Checkout' }).getByRole('listitem');
    const names = async () => (await drafts().texts()).map((text) => text.split('\n')[0]);
    await until(async () => (await drafts().count()) === 2, 'the saved drafts');
    expect(await names()).toEqual(['first', 'second']);
    const text = await stored(inspector);
    expect(text).toContain('Bearer {{bearerToken}}');
    expect(text).not.toContain(TOKEN);
    expect(text.match(/2001004011/g)).toHaveLength(1);

    await panel.getByRole('button', { name: /^first/ }).click();
    expect(await panel.getByRole('textbox', { name: 'URL', exact: true }).value()).toBe(
      `${sandbox.url}/v3/mfa`,
    );
    const second = panel.getByRole('button', { name: /^second/ });
    await second.press('Alt+ArrowUp');
    await until(async () => (await names()).join() === 'second,first', 'the new order');
    await until(() => second.isFocused(), 'the focus on what was moved');
    await panel.getByRole('button', { name: /^first/ }).press('F2');
    const rename = panel.getByRole('textbox', { name: 'New name of first' });
    await rename.fill('third');
    await rename.press('Enter');
    await until(async () => (await names()).join() === 'second,third', 'the new name');
    await panel.getByRole('button', { name: /^third/ }).press('F2');
    await panel.getByRole('textbox', { name: 'New name of third' }).fill('fourth');
    const url = panel.getByRole('textbox', { name: 'URL', exact: true });
    await url.click();
    await until(async () => (await names()).join() === 'second,fourth', 'the name, taken by going elsewhere');
    expect(await url.isFocused()).toBe(true);
    await panel.getByRole('button', { name: /^fourth/ }).press('F2');
    await panel.getByRole('textbox', { name: 'New name of fourth' }).fill('third');
    await panel.getByRole('textbox', { name: 'New name of fourth' }).press('Enter');
    await until(async () => (await names()).join() === 'second,third', 'the new name again');
    await second.press('Delete');
    await panel.getByText('Deleted “second”.').waitFor();
    await panel
      .getByRole('complementary', { name: 'Saved drafts' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await until(async () => (await names()).join() === 'second,third', 'what was deleted');

    await panel.getByRole('button', { name: 'Export all' }).click();
    const file = await until(async () => (await browserUnderTest.downloads())[0], 'the file');
    expect(file.name).toBe('Checkout.v3-drafts.json');
    expect(file.text).not.toMatch(/2001004011|eyJ/);
    await panel.getByRole('button', { name: 'Delete Checkout' }).click();
    await bar(inspector, 'Import').click();
    await panel.getByLabel('File to import').upload(file.name, file.text);
    await panel.getByText(/“Checkout”/).waitFor();
    await panel.getByRole('button', { name: 'Save 2 drafts' }).click();
    await until(async () => (await names()).join() === 'second,third', 'the imported drafts');
    // Firefox complains of itself when a document of an extension is loaded again.
    const errors = await browserUnderTest.errors();
    expect(errors.filter((error) => !error.includes('closed conduit'))).toEqual([]);
  });
});

test('a file dropped on the composer is read there, and what covered the panel goes', async ({
  inspector,
}) => {
  await inspector.open('Composer');
  const { panel } = inspector;
  const overlay = panel.getByText('Drop HAR files to import their V3 calls');
  // It is loaded after the panel.
  await bar(inspector, 'Import').waitFor();
  await panel.evaluate(dragFile, { type: 'dragover', onto: 'body' });
  await overlay.waitFor();
  await panel.evaluate(dragFile, { type: 'drop', onto: '.keep' });
  await panel.getByRole('complementary', { name: 'Import' }).waitFor();
  await overlay.waitFor({ state: 'hidden' });
});

/** Runs in the panel: drags a file with a command over a part of it. */
function dragFile({ type, onto }: { type: string; onto: string }): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['curl https://example.com'], 'command.txt'));
  const dragged = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.querySelector(onto)?.dispatchEvent(dragged);
}

const postman = (url: string) =>
  JSON.stringify({
    info: { name: 'Prove', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [{ key: 'baseUrl', value: url }],
    item: [
      {
        name: 'MFA',
        item: [
          {
            name: 'Status',
            request: {
              method: 'POST',
              url: { raw: '{{baseUrl}}/v3/mfa' },
              body: { mode: 'raw', raw: '{"possessionType":"none"}', options: { raw: { language: 'json' } } },
            },
          },
        ],
      },
    ],
  });

test('cURL goes out and comes in, a Postman file opens, and what cannot be read changes nothing', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Composer');
  await runDemo();
  await compose(inspector, sandbox);
  const { panel } = inspector;
  const first = '{"possessionType":"mobile","smsMessage":"#### it\'s \\"für\\" 100% dich 🎉!"}';
  await body(inspector).fill(first);

  await bar(inspector, 'Copy as').click();
  await panel.getByRole('checkbox', { name: 'Mask tokens and personal data' }).click();
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await panel.getByText('Copied.').waitFor();
  const command = await browserUnderTest.clipboardText();
  expect(command).toContain(`curl '${sandbox.url}/v3/mfa'`);
  await panel.getByRole('radio', { name: 'Go SDK' }).click();
  expect(await panel.getByLabel('What is copied').text()).toContain('client.V3.V3MFARequest(ctx');
  await panel.getByText(/0\.7\.0 to 0\.7\.1 have mfa/).waitFor();

  await body(inspector).fill('{}');
  await bar(inspector, 'Import').click();
  const box = panel.getByRole('textbox', { name: /^A cURL command/ });
  await box.fill(command.replace(/'$/, ''));
  await panel
    .getByText(/^The single quote that opens here is not closed: ' was expected \(line 3, column \d+\)/)
    .waitFor();
  await bar(inspector, 'Import').click();
  expect(await body(inspector).text()).toContain('{}');

  await bar(inspector, 'Import').click();
  await box.fill(command);
  await panel.getByRole('button', { name: 'Open as a draft' }).click();
  await panel.getByRole('radio', { name: 'from the page' }).click();
  await send(inspector, sandbox);
  expect(bodiesAt(sandbox, '/v3/mfa')).toEqual([first]);

  await bar(inspector, 'Import').click();
  await panel.getByLabel('File to import').upload('prove.postman_collection.json', postman(sandbox.url));
  const requests = panel.getByRole('list', { name: 'Requests in Prove' });
  await requests.getByRole('button', { name: /MFA \/ Status/ }).click();
  await send(inspector, sandbox);
  expect(bodiesAt(sandbox, '/v3/mfa')).toEqual([first, '{"possessionType":"none"}']);
});

test('saved drafts of another version are kept aside and told of, and never in the way', async ({
  inspector,
}) => {
  await inspector.open('Composer');
  const { panel } = inspector;
  await panel.evaluate(
    storeItems,
    JSON.stringify({ drafts: { version: 99, collections: ['from the future'] } }),
  );
  await bar(inspector, 'Saved').click();
  await panel.getByText(/written by another version \(format 99\)\. They are kept aside/).waitFor();
  expect(await stored(inspector)).toMatch(/drafts-kept-aside-\d{4}[^{]*\{[^}]*"from the future"/);
  expect(await violationsIn(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'OK', exact: true }).click();
  await panel.getByText(/^Nothing is saved yet/).waitFor();
});

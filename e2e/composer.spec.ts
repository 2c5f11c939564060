import type { BrowserUnderTest } from './browser/driver.ts';
import type { Inspector } from './inspector.ts';
import { expect, test, until } from './inspector.ts';
import type { Received } from './sandbox/received.ts';

const posts = (received: readonly Received[], path: string) =>
  received.filter((request) => request.method === 'POST' && request.path === path);

const fixed =
  '{ "possessionType": "mobile",\n\t"phoneNumber": "2001004014", "smsMessage": "#### für dich 🎉" }';

async function answerOf(inspector: Inspector): Promise<string> {
  const answer = inspector.panel.getByRole('region', { name: 'Answer' });
  return until(async () => {
    const text = (await answer.count()) > 0 ? await answer.text() : '';
    return /\d{3} /.test(text) && text;
  }, 'an answer');
}

/** Firefox asks for access in a tab of the extension; Chromium's own prompt cannot be clicked here, so access is given. */
async function allow(browser: BrowserUnderTest): Promise<void> {
  if (browser.name !== 'firefox') return;
  const tab = await browser.extensionTab('permission.html');
  await tab.getByRole('button', { name: 'Allow' }).click();
}

async function editBody(inspector: Inspector, text: string): Promise<void> {
  await inspector.panel.getByRole('textbox', { name: /^Body/ }).fill(text);
}

for (const way of ['from the page', 'from the extension']) {
  test(`Edit and resend ${way}: exactly the edited bytes arrive, once, and the answer and the replay appear`, async ({
    browserUnderTest,
    inspector,
    runDemo,
    sandbox,
  }) => {
    await inspector.open('Calls');
    await runDemo('two-errors');
    await inspector.rowsWhen(1);
    await inspector.chooseCall(0);
    await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
    await editBody(inspector, fixed);
    await inspector.panel.getByRole('radio', { name: way }).click();
    await inspector.panel.getByRole('button', { name: 'Send', exact: true }).click();
    if (way === 'from the extension') await allow(browserUnderTest);
    expect(await answerOf(inspector)).toMatch(/200/);

    const sent = posts(sandbox.received, '/v3/mfa').slice(1);
    expect(sent.map(({ body }) => body.toString('utf8'))).toEqual([fixed]);

    await inspector.openView('Calls');
    const rows = await inspector.rowsWhen(2);
    expect(rows[1]).toMatchObject({
      verdict: 'valid',
      operation: expect.stringMatching(/mfa ?replay/),
      status: '200',
    });
    expect(rows[1]?.flow).toMatch(/^[0-9a-f]{8}$/);
    await inspector.openView('Flows');
    expect((await inspector.flows()).join('\n')).toMatch(/waiting mfa/);
  });
}

test('a blank template of each operation is valid, and its send joins the flow that it names', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await inspector.openView('Composer');
  await inspector.panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
  await inspector.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await answerOf(inspector);
  const [, answered] = posts(sandbox.received, '/v3/mfa');
  expect(JSON.parse(answered?.body.toString() ?? '')).toMatchObject({ possessionType: 'mobile' });
  await inspector.openView('Flows');
  await until(async () => (await inspector.flows()).some((flow) => /waiting mfa/.test(flow)), 'the new flow');
});

test('problems follow what is typed, and an invalid body is sent all the same', async ({
  inspector,
  sandbox,
  runDemo,
}) => {
  await inspector.open('Calls');
  await runDemo('flow-mobile');
  await inspector.rowsWhen(5);
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await inspector.panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
  await editBody(inspector, '{"possessionType":"tablet","phoneNumber":7}');
  await inspector.panel.getByRole('button', { name: 'Send with 2 errors', exact: true }).waitFor();
  const problems = inspector.panel.getByRole('list', { name: 'Problems' }).getByRole('listitem');
  expect((await problems.texts()).join('\n')).toMatch(/field\.enum[\s\S]*field\.type/);
  await editBody(inspector, '{"possessionType":');
  await inspector.panel.getByRole('button', { name: 'Send with 1 error', exact: true }).click();
  expect(await answerOf(inspector)).toMatch(/400[\s\S]*8001/);
  expect(posts(sandbox.received, '/v3/mfa').at(-1)?.body.toString()).toBe('{"possessionType":');
});

test('an unusable URL is refused beside its field, and nothing else is', async ({ inspector, sandbox }) => {
  await inspector.open('Composer');
  await inspector.panel.getByRole('combobox', { name: 'Operation' }).choose('mfa-status');
  const url = inspector.panel.getByRole('textbox', { name: 'URL', exact: true });
  await url.fill('/v3/mfa-status');
  expect(await url.attribute('aria-invalid')).toBe('true');
  await inspector.panel.getByText(/absolute/i).waitFor();
  expect(await inspector.panel.getByRole('button', { name: /^Send/, disabled: true }).count()).toBe(1);
  await url.press('Control+Enter');
  await url.fill(`${sandbox.url}/v3/mfa-status`);
  await inspector.panel.getByRole('button', { name: 'Send', exact: true, disabled: false }).waitFor();
  expect(sandbox.received).toHaveLength(0);
});

test('method and headers are sent as edited', async ({ browserUnderTest, inspector, sandbox, runDemo }) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await panel.getByRole('radio', { name: 'from the extension' }).click();
  await panel.getByRole('combobox', { name: 'Method' }).choose('PUT');
  await inspector.openPart('Headers');
  const addHeader = panel.getByRole('button', { name: 'Add header' });
  const removeHeader = panel.getByRole('button', { name: /^Remove header/ });
  await removeHeader.nth(0).waitFor();
  for (let left = await removeHeader.count(); left > 0; left--) {
    await removeHeader.nth(-1).press('Enter');
    const next = left === 1 ? addHeader : removeHeader.nth(-1);
    await until(() => next.isFocused(), `the focus on what is next to header ${left}`);
  }
  await addHeader.click();
  await panel
    .getByRole('combobox', { name: /^Name of header/ })
    .nth(-1)
    .fill('X-Trace');
  await panel
    .getByRole('textbox', { name: /^Value of header/ })
    .nth(-1)
    .fill('abc 123');
  await panel.getByRole('button', { name: /^Send/ }).click();
  await allow(browserUnderTest);
  await answerOf(inspector);
  const sent = sandbox.received.filter(({ method }) => method === 'PUT');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers.find(({ name }) => name.toLowerCase() === 'x-trace')?.value).toBe('abc 123');
});

test('a send that fails says why and keeps the draft', async ({ inspector, runDemo, sandbox }) => {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  const url = inspector.panel.getByRole('textbox', { name: 'URL', exact: true });
  await url.fill(`${sandbox.url}/no-cors/v3/mfa`);
  await inspector.panel.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = inspector.panel.getByRole('region', { name: 'Answer' });
  await until(
    async () => (await answer.count()) > 0 && /Send it from the extension/.test(await answer.text()),
    'what to do',
  );
  expect(await url.value()).toBe(`${sandbox.url}/no-cors/v3/mfa`);
});

test('a send can be cancelled', async ({ inspector, runDemo, sandbox }) => {
  await inspector.open('Calls');
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await inspector.panel.getByRole('textbox', { name: 'URL', exact: true }).fill(`${sandbox.url}/slow/v3/mfa`);
  const send = inspector.panel.getByRole('button', { name: 'Send', exact: true });
  await send.press('Enter');
  await sandbox.arrival(({ method, path }) => method === 'POST' && path.startsWith('/slow'));
  const cancel = inspector.panel.getByRole('button', { name: 'Cancel' });
  expect(await cancel.isFocused()).toBe(true);
  await cancel.press('Enter');
  const answer = inspector.panel.getByRole('region', { name: 'Answer' });
  await until(
    async () => (await answer.count()) > 0 && /Cancelled/.test(await answer.text()),
    'that it was cancelled',
  );
  expect(await send.isFocused()).toBe(true);
  sandbox.release();

  await inspector.openPart('Sending');
  const start = inspector.panel.getByRole('button', { name: 'Start' });
  await start.press('Enter');
  await cancel.waitFor();
  expect(await start.isFocused()).toBe(true);
  await cancel.click();
  await send.waitFor();

  await inspector.panel
    .getByRole('textbox', { name: 'URL', exact: true })
    .fill('https://platform.proveapis.com/v3/mfa');
  await send.press('Enter');
  await inspector.panel.getByRole('button', { name: 'Do not send' }).press('Enter');
  await until(() => send.isFocused(), 'the focus on what asked');
});

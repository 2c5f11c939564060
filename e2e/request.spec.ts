import { violationsIn } from './accessibility.ts';
import type { BrowserUnderTest } from './browser/driver.ts';
import type { Inspector } from './inspector.ts';
import { expect, test, until } from './inspector.ts';
import type { Received } from './sandbox/received.ts';

const headerOf = ({ headers }: Received, wanted: string): string | undefined =>
  headers.find(({ name }) => name.toLowerCase() === wanted)?.value;

/** Opens the captured call at a place as a draft. */
async function edit(inspector: Inspector, index: number): Promise<void> {
  await inspector.chooseCall(index);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await inspector.panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
}

async function send(inspector: Inspector): Promise<string> {
  await inspector.panel.getByRole('button', { name: /^Send/ }).nth(0).click();
  const answer = inspector.panel.getByRole('region', { name: 'Answer' });
  return until(async () => {
    const text = await answer.text();
    return /^\d{3} /.test(text.trim()) && text;
  }, 'an answer');
}

/** Firefox asks for access in a tab of the extension; in Chromium it is given. */
async function allow(browser: BrowserUnderTest): Promise<void> {
  if (browser.name !== 'firefox') return;
  const tab = await browser.extensionTab('permission.html');
  await tab.getByRole('button', { name: 'Allow' }).click();
}

test('environment, operation and parameters make the URL; what the browser writes itself is marked', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('unknown-phone');
  await inspector.rowsWhen(1);
  await edit(inspector, 0);
  const url = panel.getByRole('textbox', { name: 'URL', exact: true });
  const environment = panel.getByRole('combobox', { name: 'Environment' });
  const captured = await environment.value();
  expect(captured).toBe(`captured ${sandbox.url}`);

  await environment.choose('uat-eu');
  expect(await url.value()).toBe('https://platform.uat.eu.proveapis.com/v3/mfa');
  await panel.getByRole('radio', { name: 'from the extension', checked: true }).waitFor();
  await panel.getByRole('combobox', { name: 'Operation' }).choose('identity-list');
  expect(await panel.getByRole('combobox', { name: 'Method' }).value()).toBe('GET');
  await environment.choose(captured);
  expect(await url.value()).toBe(`${sandbox.url}/v3/identity`);

  await panel.getByRole('textbox', { name: 'startKey in the query' }).fill('a+b/=');
  await panel.getByRole('textbox', { name: 'limit in the query' }).type('5x');
  expect(await url.value()).toBe(`${sandbox.url}/v3/identity?startKey=a%2Bb%2F%3D&limit=5x`);
  await panel.getByText('“limit” should be a number.').nth(0).waitFor();
  await url.fill(`${sandbox.url}/v3/identity?limit=5&own=1#here`);
  expect(await panel.getByRole('textbox', { name: 'startKey in the query' }).value()).toBe('');
  expect(await panel.getByRole('textbox', { name: 'own in the query' }).value()).toBe('1');
  await panel.getByRole('button', { name: 'Remove own from the query' }).click();
  expect(await url.value()).toBe(`${sandbox.url}/v3/identity?limit=5#here`);

  await panel.getByRole('combobox', { name: 'Operation' }).choose('identity-activate');
  await panel.getByRole('textbox', { name: 'proveId in the path' }).fill('a b/ü');
  await inspector.openPart('Headers');
  await panel.getByRole('button', { name: 'Add header' }).click();
  await panel
    .getByRole('combobox', { name: /^Name of header/ })
    .nth(-1)
    .fill('Origin');
  await panel
    .getByText(/From the page: the origin of the page\. From the extension: the origin of/)
    .waitFor();
  await panel.getByRole('radio', { name: 'from the extension' }).click();
  await panel.getByRole('button', { name: /^Send/ }).nth(0).click();
  await allow(browserUnderTest);
  const sent = await sandbox.arrival(({ path }) => path.includes('activate'));
  expect(sent).toMatchObject({ method: 'POST', path: '/v3/identity/a%20b%2F%C3%BC/activate' });
  expect(headerOf(sent, 'origin')).toMatch(/^(chrome|moz)-extension:/);
  expect(sandbox.received.filter(({ path }) => path.includes('activate'))).toHaveLength(1);
});

test('variables are filled in where they stand; one without a value stops the request and says so', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo('flow-mobile');
  await inspector.rowsWhen(5);
  await edit(inspector, 0);
  await panel.getByRole('textbox', { name: 'Body', exact: true }).fill(
    `{"possessionType": "mobile", "phoneNumber": "{{phone}}",
 "clientRequestId": "{{guid}}", "clientCustomerId": "{{ correlationId }}",
 "smsMessage": "#### {{quote}} {{now}}"}`,
  );
  await panel.getByText(/Nothing can be sent yet: {{phone}}, {{quote}} have no value/).waitFor();
  expect(await panel.getByRole('button', { name: 'Send', exact: true, disabled: true }).count()).toBe(1);
  const problems = panel.getByRole('list', { name: 'Problems' }).getByRole('listitem');
  await until(
    async () => (await problems.texts()).filter((text) => /variable\.unknown/.test(text)).length === 2,
    'both problems',
  );
  await panel.press('Control+Enter');

  const quote = 'a "b" \\ & ü';
  await panel.getByRole('button', { name: 'Give them one' }).click();
  const phone = panel.getByRole('textbox', { name: 'Value of phone' });
  await until(() => phone.isFocused(), 'the field of the first');
  await panel.type('2001004014');
  await panel.getByRole('textbox', { name: 'Value of quote' }).fill(quote);
  const id = await panel.getByRole('textbox', { name: 'Value of correlationId' }).value();
  await panel.locator('.cm-variable').nth(2).hover();
  await until(async () => {
    const card = panel.locator('.variable-card');
    return (await card.count()) === 1 && (await card.text()).includes(id);
  }, 'the value on hover');

  expect(await violationsIn(panel)).toEqual([]);
  const url = panel.getByRole('textbox', { name: 'URL', exact: true });
  await url.fill(`${sandbox.url}/v3/mfa?q={{quote}}`);
  await inspector.openPart('Headers');
  await panel.getByRole('button', { name: 'Add header' }).click();
  await panel
    .getByRole('combobox', { name: /^Name of header/ })
    .nth(-1)
    .fill('X-Auth');
  await panel
    .getByRole('textbox', { name: /^Value of header/ })
    .nth(-1)
    .fill('{{authToken}}');
  expect(await send(inspector)).toMatch(/200/);

  const [sent, ...more] = sandbox.received.filter(
    ({ method, path }) => method === 'POST' && path.includes('?q='),
  );
  expect(more).toEqual([]);
  const body: Record<string, string> = JSON.parse(sent?.body.toString() ?? '');
  expect(sent?.body.toString()).toBe(
    `{"possessionType": "mobile", "phoneNumber": "2001004014",
 "clientRequestId": "${body.clientRequestId}", "clientCustomerId": "${id}",
 "smsMessage": ${JSON.stringify(body.smsMessage)}}`,
  );
  expect(body.clientRequestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  expect(body.smsMessage).toMatch(/^#### a "b" \\ & ü \d{4}-\d\d-\d\dT[\d:.]+Z$/);
  expect(sent?.path).toBe(`/v3/mfa?q=${encodeURIComponent(quote)}`);
  expect(sent && headerOf(sent, 'x-auth')).toMatch(/^eyJ/);
  const answered = panel.getByRole('textbox', { name: 'Value of correlationId' });
  await until(
    async () => /^[0-9a-f-]{36}$/.test(await answered.value()) && (await answered.value()) !== id,
    'the new id',
  );
});

test('a token is fetched, used without being seen, and a captured one is taken over', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  await runDemo();
  await browserUnderTest.page.evaluate(() => window.demo.useHost('us'));
  await runDemo('flow-with-token');
  await inspector.rowsWhen(6);
  await edit(inspector, 1);
  await inspector.openPart('Token');
  await panel.getByRole('textbox', { name: 'Client id' }).fill('me & you');
  await panel.getByLabel('Client secret').fill('a=b+"ü"');
  await panel.getByRole('button', { name: 'Fetch token' }).click();
  await allow(browserUnderTest);
  await panel
    .getByText(/(59 min \d+|60 min 0) s left/)
    .nth(0)
    .waitFor();
  const [, fetched, ...more] = sandbox.received.filter(({ path }) => path === '/token');
  expect(more).toEqual([]);
  expect(fetched && headerOf(fetched, 'content-type')).toBe('application/x-www-form-urlencoded');
  expect(fetched?.body.toString()).toBe(
    'grant_type=client_credentials&client_id=me+%26+you&client_secret=a%3Db%2B%22%C3%BC%22',
  );

  await inspector.openPart('Headers');
  await panel.getByRole('button', { name: 'Use in Authorization' }).click();
  const values = await panel
    .getByRole('textbox', { name: /^Value of header/ })
    .evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')), null);
  expect(values).toContain('Bearer {{bearerToken}}');
  expect(values.join()).not.toContain('eyJ');
  expect(await panel.locator('#composer-token').text()).not.toContain('eyJ');
  expect(await violationsIn(panel)).toEqual([]);
  await panel.getByRole('button', { name: 'Show the token' }).click();
  const token = await panel.locator('.composer-token-value').text();
  expect(token).toMatch(/^eyJ/);
  const posts = () => sandbox.received.filter(({ method, path }) => method === 'POST' && path === '/v3/mfa');
  expect(await send(inspector)).toMatch(/200/);
  expect(posts().map((sent) => headerOf(sent, 'authorization'))[1]).toBe(`Bearer ${token}`);

  await panel.getByRole('button', { name: 'Forget' }).click();
  await panel
    .getByText(/{{bearerToken}} has no value/)
    .nth(0)
    .waitFor();
  await panel.getByRole('button', { name: 'Take it over' }).click();
  await send(inspector);
  await until(async () => posts().length === 3, 'the second send');
  const [original, , last] = posts().map((sent) => headerOf(sent, 'authorization'));
  expect(last).toBe(original);
  expect(last).not.toBe(`Bearer ${token}`);

  await inspector.openView('Calls');
  const rows = await inspector.rowsWhen(9);
  expect(rows.filter(({ operation }) => /^token ?replay/.test(operation))).toHaveLength(1);
});

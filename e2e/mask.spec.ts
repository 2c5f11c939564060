import { expect, type Inspector, test, until } from './inspector.ts';

/** What nobody may see: none of it stands in the documentation or in the sandbox's own answers. */
const planted = {
  phone: '2001004018',
  email: 'wilhelmine.quarz@mail.example',
  customer: 'Wilhelmine Quarz',
  token: 'planted-token-7f3a9c2e51d84b60',
  secret: 'planted/secret+9d8e7f6a5b4c=3d2e',
};

/** Makes a flow full of personal data and tokens, in the page. */
async function makeFlow(given: typeof planted, api: string) {
  const post = async (path: string, body: object) => {
    const answer = await fetch(api + path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Auth-Token': given.token,
        'X-Customer': btoa(`for ${given.customer}`),
      },
      body: JSON.stringify(body),
    });
    return answer.json();
  };
  const query = `?token=${encodeURIComponent(given.secret)}&mail=${encodeURIComponent(given.email)}`;
  const { correlationId, authToken } = await post(`/v3/mfa${query}`, {
    possessionType: 'mobile',
    phoneNumber: given.phone,
    emailAddress: given.email,
    clientCustomerId: given.email,
    wrapped: JSON.stringify({ firstName: given.customer, note: `call +1${given.phone}` }),
  });
  await fetch(`${api}/v1/client/mobile/otp/start`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${authToken}` },
    body: '{}',
  });
  await post('/v3/mfa-status', { correlationId });
  // No route matches it, so that one is offered.
  const own = await fetch(`/shop/${given.phone}/begin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"possession_type":"mobile"}',
  });
  // Chromium tells of a call when its answer was read.
  await own.text();
  return String(authToken);
}

/** All that the panel's document holds for eyes, ears and the clipboard: texts, attributes and values of fields. */
const readable = ({ panel }: Inspector) =>
  panel.evaluate(() => {
    const held = [document.title, document.body.innerText];
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) if (name !== 'style') held.push(value);
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
        held.push(element.value);
      if (element.tagName === 'text' || element.tagName === 'title') held.push(element.textContent ?? '');
    }
    return held.join('\n');
  });

/** A value as it could be written: plain, in JSON, in a URL, in base64 wherever it begins there. */
const disguises = (value: string): string[] => [
  value,
  JSON.stringify(value).slice(1, -1),
  encodeURIComponent(value),
  ...[0, 1, 2].map((shift) => {
    const base64 = Buffer.from('x'.repeat(shift) + value).toString('base64');
    return base64.slice(shift === 0 ? 0 : shift + 1, -4);
  }),
];

function leaksOf(text: string, secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) => disguises(secret).filter((written) => text.includes(written)));
}

type Shows = (where: string) => Promise<void>;

/** Saves the draft with all that it may keep, copies it in every form, and imports what is no less personal. */
async function keepAndImport({ panel }: Inspector, shows: Shows) {
  const bar = (name: RegExp) => panel.getByRole('toolbar', { name: 'Drafts' }).getByRole('button', { name });
  await bar(/^Save$/).click();
  const form = panel.getByRole('form', { name: 'Save this draft' });
  await form.waitFor();
  await shows('what is about to be saved');
  await form.getByRole('textbox', { name: 'Name' }).fill(`for ${planted.email}`);
  await form.getByRole('checkbox', { name: 'Keep personal data' }).click();
  await form.getByRole('button', { name: 'Save draft' }).click();
  await panel
    .getByRole('list', { name: /^Drafts in/ })
    .getByRole('listitem')
    .nth(0)
    .waitFor();
  await shows('saved drafts');
  await panel.getByRole('button', { name: /^Rename for / }).click();
  await shows('a new name');
  await panel.press('Escape');
  await panel.getByRole('button', { name: /^Delete for / }).click();
  await panel.getByText(/^Deleted “for /).waitFor();
  await shows('what was deleted');
  await bar(/^Copy as$/).click();
  const formats = panel.getByRole('radiogroup', { name: 'Format of the copy' }).getByRole('radio');
  for (let at = 0; at < (await formats.count()); at++) {
    await formats.nth(at).click();
    await shows(`format ${at} of the copy`);
  }
  await bar(/^Import$/).click();
  const given = panel.getByRole('textbox', { name: /^A cURL command/ });
  await given.fill(
    `curl 'https://shop.example.com/v3/mfa?mail=${planted.email}' -H 'Authorization: Bearer ${planted.token}' -d '{"firstName":"${planted.customer}"}'`,
  );
  await bar(/^Import$/).focus();
  await panel.getByRole('button', { name: 'Open as a draft' }).waitFor();
  await shows('a pasted command');
}

/** Tries a route with a request that is no less personal. */
async function tryRoute({ panel }: Inspector, shows: Shows, page: string) {
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('tab', { name: /^Routes/ }).click();
  await panel
    .getByRole('textbox', { name: 'Body of the request' })
    .fill(`{"emailAddress":"${planted.email}","phoneNumber":"${planted.phone}"}`);
  await panel
    .getByRole('textbox', { name: 'URL to try' })
    .fill(`https://shop.example.com/v3/mfa?token=${encodeURIComponent(planted.secret)}`);
  await panel.getByRole('tab', { name: /^Routes/ }).focus();
  await panel.getByRole('status', { name: 'What becomes of it' }).getByText('mfa').nth(0).waitFor();
  await shows('the tester of routes');
  await panel.getByRole('button', { name: 'Close the settings' }).click();
  await panel.getByRole('button', { name: 'Add route', exact: true }).click();
  await panel
    .getByText(/^Route added: /)
    .nth(0)
    .waitFor();
  await shows('a route that was added');
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('tab', { name: /^Routes/ }).click();
  await panel.getByText(/^Added: /).waitFor();
  await shows('the list of routes');
  await panel
    .getByRole('textbox', { name: 'URL to try' })
    .fill(new URL(`/shop/${planted.phone}/begin`, page).href);
  await panel.getByRole('tab', { name: /^Routes/ }).focus();
  await panel.getByText(/by your route/).waitFor();
  await shows('a route that matches');
  await panel.getByRole('button', { name: /^Edit: / }).click();
  await panel.getByRole('form', { name: 'Route' }).waitFor();
  await shows('a route that is edited');
  await panel.getByRole('button', { name: 'Keep', exact: true }).click();
  await panel.getByText(/^Changed: /).waitFor();
  await shows('a route that was changed');
  await panel.getByRole('button', { name: /^Delete: / }).click();
  await panel.getByText(/^Deleted: /).waitFor();
  await shows('a route that was deleted');
  await panel.getByRole('button', { name: 'Close the settings' }).click();
}

test('while Mask is on, no view holds what was captured, and what is sent stays as it is', async ({
  inspector,
  sandbox,
  demo,
  browserUnderTest,
  picture,
}) => {
  await inspector.open('Calls');
  const { panel } = inspector;
  const { page } = browserUnderTest;
  await page.goto(demo.url);
  const authToken = await page.evaluate(makeFlow, planted, sandbox.url);
  await page.evaluate(makeFlow, planted, sandbox.url);
  const secrets = [...Object.values(planted), authToken];
  const shows = async (where: string) =>
    expect(leaksOf(await readable(inspector), secrets), where).toEqual([]);
  await inspector.rowsWhen(4);
  const before = await inspector.rows();
  /** Copies by the menu of the grid, and gives what arrived on the clipboard. */
  const copied = async (item: string, begin: RegExp) => {
    await panel.getByRole('grid', { name: 'Calls' }).press('Home');
    await panel.press('Shift+F10');
    await panel
      .getByRole('menu', { name: 'Actions on the chosen calls' })
      .getByRole('menuitem', { name: item, exact: true })
      .click();
    await until(async () => begin.test(await browserUnderTest.clipboardText()), item);
    return browserUnderTest.clipboardText();
  };
  const copies = [
    ['Copy URL', /^https?:/],
    ['Copy row', /^(?:valid|invalid)\t/],
    ['Copy request body', /^\{/],
  ] as const;
  for (const [item, begin] of copies)
    expect(leaksOf(await copied(item, begin), secrets), `${item}, without Mask`).toEqual([]);
  expect(leaksOf(await copied('Copy URL with secrets', /^https?:/), secrets)).not.toEqual([]);
  expect(leaksOf(await copied('Copy request body with secrets', /^\{/), secrets)).not.toEqual([]);
  expect(leaksOf(await readable(inspector), secrets), 'without Mask').not.toEqual([]);

  await panel.getByLabel('Mask').click();
  await until(async () => leaksOf(await readable(inspector), secrets).length === 0, 'a masked screen');
  // The same calls with the same verdicts, once they are drawn again.
  await until(
    async () => JSON.stringify(await inspector.rows()) === JSON.stringify(before),
    'the calls as they were',
  );
  await panel
    .getByRole('region', { name: 'Route to add' })
    .getByText(/looks like/)
    .waitFor();
  await shows('an offered route');
  for (const [item, begin] of copies) {
    expect(leaksOf(await copied(item, begin), secrets), `${item}, with Mask`).toEqual([]);
    await shows(item);
  }
  for (const key of ['host:', 'path:', 'flow:', 'problem:']) {
    await panel.getByRole('combobox', { name: 'Filter the calls' }).fill(key);
    await shows(`completions of ${key}`);
  }
  await panel.getByRole('combobox', { name: 'Filter the calls' }).fill('');
  await inspector.rowsWhen(4);
  await panel.getByRole('button', { name: 'Export', exact: true }).click();
  await panel.getByRole('table', { name: 'What is masked' }).waitFor();
  await shows('what an export masks');
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await inspector.chooseCall(0);
  for (const pane of ['Request', 'Response', 'Headers', 'Timing']) {
    await inspector.details.getByRole('tab', { name: pane }).click();
    if (pane === 'Request' || pane === 'Response') await inspector.details.locator('.cm-content').waitFor();
    await shows(pane);
  }
  await picture('mask-details');
  await inspector.details.getByRole('button', { name: 'Copy as cURL' }).click();
  await until(async () => /^curl/.test(await browserUnderTest.clipboardText()), 'the command');
  expect(leaksOf(await browserUnderTest.clipboardText(), secrets)).toEqual([]);

  await inspector.openView('Flows');
  await inspector.chooseFlow(0);
  await panel.getByRole('group', { name: 'Sequence diagram' }).waitFor();
  await shows('the diagram');
  await panel.getByRole('group', { name: 'Sequence diagram' }).getByRole('button').nth(1).click();
  await shows('details in the flow');
  await panel.getByRole('button', { name: 'Compare', exact: true }).click();
  await panel.getByRole('region', { name: 'Comparison of two flows' }).waitFor();
  await shows('the comparison');
  await panel.getByRole('button', { name: 'Compare', exact: true }).click();
  await panel.getByRole('button', { name: 'Replay', exact: true }).nth(0).click();
  await panel.getByRole('region', { name: 'Replay of the flow' }).waitFor();
  await shows('a replay');

  await inspector.openView('Calls');
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
  await panel.locator('.composer .cm-stand-in').nth(0).waitFor();
  await inspector.openPart('Headers');
  await inspector.openPart('Variables');
  await shows('the composer');
  await picture('mask-composer');
  const count = sandbox.received.length;
  await panel.getByRole('button', { name: /^Send/ }).nth(0).click();
  await panel.getByRole('region', { name: 'Answer' }).getByText(/^200/).nth(0).waitFor();
  await shows('the answer');
  const sent = sandbox.received.slice(count).find(({ method }) => method === 'POST');
  expect(sent?.body.toString()).toContain(planted.phone);
  expect(decodeURIComponent(sent?.path ?? '')).toContain(planted.secret);
  await panel
    .getByRole('toolbar', { name: 'Drafts' })
    .getByRole('button', { name: /^History/ })
    .click();
  await shows('the history');
  await keepAndImport(inspector, shows);
  await tryRoute(inspector, shows, demo.url);

  await inspector.openView('Calls');
  // What was sent came while Mask was on.
  await inspector.rowsWhen(5);
  await shows('a call that came meanwhile');
  await panel.getByLabel('Mask').click();
  await inspector.rowsWhen(5);
  await until(async () => leaksOf(await readable(inspector), [planted.phone]).length > 0, 'the values again');
});

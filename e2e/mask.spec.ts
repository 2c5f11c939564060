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
  return String(authToken);
}

/** All that the panel's document holds for eyes, ears and the clipboard: texts, attributes and values of fields. */
const readable = ({ panel }: Inspector) =>
  panel.evaluate(() => {
    const held = [document.body.innerText];
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
  expect(leaksOf(await readable(inspector), secrets), 'without Mask').not.toEqual([]);

  await panel.getByLabel('Mask').click();
  await until(async () => leaksOf(await readable(inspector), secrets).length === 0, 'a masked screen');
  // The same calls with the same verdicts, once they are drawn again.
  await until(
    async () => JSON.stringify(await inspector.rows()) === JSON.stringify(before),
    'the calls as they were',
  );
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

  await inspector.openView('Calls');
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await panel.getByRole('textbox', { name: 'Body' }).waitFor();
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

  await panel.getByLabel('Mask').click();
  await until(async () => leaksOf(await readable(inspector), [planted.phone]).length > 0, 'the values again');
});

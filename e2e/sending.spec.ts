import { violationsIn } from './accessibility.ts';
import type { Inspector } from './inspector.ts';
import { expect, test, until } from './inspector.ts';
import { proveHosts } from './inspector-page.ts';
import type { Received } from './sandbox/received.ts';

const PRODUCTION = 'platform.proveapis.com';
test.use({ start: { hostMap: [...proveHosts, PRODUCTION], grantHosts: true } });

const answerRegion = ({ panel }: Inspector) => panel.getByRole('region', { name: 'Answer' });
const posts = (received: readonly Received[], path: string) =>
  received.filter((request) => request.method === 'POST' && request.path === path);
const texts = (received: readonly Received[]) => received.map(({ body }) => body.toString('utf8'));

/** Waits until the answer's region says something, and returns all that it says. */
const saying = (inspector: Inspector, words: RegExp) =>
  until(async () => {
    const region = answerRegion(inspector);
    const text = (await region.count()) > 0 ? await region.text() : '';
    return words.test(text) && text;
  }, `an answer that says ${words}`);

const send = ({ panel }: Inspector) => panel.getByRole('button', { name: /^Send( with|$)/ }).click();
const setUrl = ({ panel }: Inspector, url: string) =>
  panel.getByRole('textbox', { name: 'URL', exact: true }).fill(url);

/** Takes the one call that the demo makes into the composer. */
async function takeUp(inspector: Inspector, runDemo: (name: string) => Promise<void>, name: string) {
  await inspector.open('Calls');
  await runDemo(name);
  await inspector.rowsWhen(1);
  await inspector.chooseCall(0);
  await inspector.details.getByRole('button', { name: 'Edit and resend' }).click();
  await inspector.panel.getByRole('textbox', { name: 'Body', exact: true }).waitFor();
}

test('a flow is driven from the composer: its next call is one click away, and polled until it has moved on', async ({
  inspector,
  runDemo,
  sandbox,
  picture,
}) => {
  await takeUp(inspector, runDemo, 'unknown-phone');
  const { panel } = inspector;
  await panel
    .getByRole('textbox', { name: 'Body', exact: true })
    .fill('{"possessionType":"mobile","phoneNumber":"2001004014"}');
  await send(inspector);
  await saying(inspector, /200/);

  await panel.getByRole('tab', { name: 'Request compared' }).click();
  await saying(inspector, /Differs in .*phoneNumber.*blanks and line ends do not count/s);
  await saying(inspector, /2001004014/);
  await panel.getByRole('tab', { name: 'Answer compared' }).click();
  await saying(inspector, /Differs in code, message, authToken, correlationId/);
  await panel.locator('.cm-deletedChunk').nth(0).waitFor();
  await picture('difference');

  const next = panel.getByRole('group', { name: 'Next call' });
  await next.getByRole('button', { name: 'mfa-status' }).click();
  await inspector.openPart('Sending');
  await panel.getByRole('spinbutton', { name: 'Seconds between two sends' }).fill('0');
  await panel.getByRole('spinbutton', { name: 'Seconds between two sends' }).press('Tab');
  await panel.getByRole('button', { name: 'Start' }).click();
  await saying(inspector, /Stopped: the flow has succeeded \(200, true\)/);
  const rows = (await panel.getByRole('table', { name: 'Sends' }).getByRole('row').texts()).slice(1);
  expect(rows.map((row) => /pending|true/.exec(row)?.[0])).toEqual(['pending', 'pending', 'pending', 'true']);
  expect(rows.map((row) => row.includes('first to differ: '))).toEqual([false, false, false, true]);
  expect(await violationsIn(panel), 'axe, a series').toEqual([]);
  await picture('series');

  const polls = posts(sandbox.received, '/v3/mfa-status');
  expect(polls).toHaveLength(4);
  expect(new Set(texts(polls)).size).toBe(1);
  await inspector.openView('Calls');
  expect((await inspector.rowsWhen(6)).map(({ operation }) => operation.replace(/ ?replay/, ''))).toEqual([
    'mfa',
    'mfa',
    ...Array(4).fill('mfa-status'),
  ]);
});

test('a send waits as long as it is told, and follows redirects or not', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
}) => {
  await takeUp(inspector, runDemo, 'unknown-phone');
  const { panel } = inspector;
  await inspector.openPart('Sending');
  const limit = panel.getByRole('spinbutton', { name: /Time limit/ });
  await limit.fill('1');
  await limit.press('Tab');
  await setUrl(inspector, `${sandbox.url}/slow/v3/mfa`);
  await send(inspector);
  await saying(inspector, /Waiting for the answer…\s*\d+\.\d s/);
  await saying(inspector, /No answer within the time limit/);
  expect(await panel.getByRole('textbox', { name: 'URL', exact: true }).value()).toBe(
    `${sandbox.url}/slow/v3/mfa`,
  );
  sandbox.release();

  await limit.fill('30');
  await limit.press('Tab');
  await setUrl(inspector, `${sandbox.url}/redirect/v3/mfa`);
  await send(inspector);
  await saying(inspector, /400.*redirected to http:.*\/v3\/mfa/s);
  expect(posts(sandbox.received, '/redirect/v3/mfa')).toHaveLength(1);
  expect(posts(sandbox.received, '/v3/mfa')).toHaveLength(2);

  await panel.getByRole('checkbox', { name: 'Follow redirects' }).click();
  await send(inspector);
  // The network log tells what the page itself was not shown.
  await saying(inspector, /307/);
  await panel.getByRole('radio', { name: 'from the extension' }).click();
  await send(inspector);
  if (browserUnderTest.name === 'firefox')
    await (await browserUnderTest.extensionTab('permission.html'))
      .getByRole('button', { name: 'Allow' })
      .click();
  await saying(inspector, /redirect, which was not followed.*send from the page/s);
  expect(posts(sandbox.received, '/v3/mfa')).toHaveLength(2);
  expect(posts(sandbox.received, '/redirect/v3/mfa')).toHaveLength(3);

  await inspector.openView('Calls');
  expect((await inspector.rowsWhen(5)).map(({ status }) => status)).toEqual([
    '400',
    'failed · timeout',
    '400',
    '307',
    'redirect',
  ]);
});

test('production asks first, names host and operation, and can be told not to ask again', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await takeUp(inspector, runDemo, 'unknown-phone');
  const { panel } = inspector;
  const production = `http://${PRODUCTION}:${new URL(sandbox.url).port}/v3/mfa`;
  await setUrl(inspector, production);
  await send(inspector);
  const question = panel.getByRole('alertdialog', { name: 'Send to production?' });
  expect(await question.text()).toMatch(/platform\.proveapis\.com is production: mfa acts on real phones/);
  await panel.press('Escape');
  await question.waitFor({ state: 'hidden' });
  expect(posts(sandbox.received, '/v3/mfa')).toHaveLength(1);
  await send(inspector);
  await question.getByRole('checkbox', { name: /Do not ask again for this host/ }).click();
  await question.getByRole('button', { name: 'Send to production' }).click();
  await saying(inspector, /400/);
  await send(inspector);
  await until(() => posts(sandbox.received, '/v3/mfa').length === 3, 'a third call, unasked');
  expect(await question.count()).toBe(0);
});

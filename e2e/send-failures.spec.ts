import { startDemo } from './demo/demo.ts';
import type { Inspector } from './inspector.ts';
import { expect, test, until } from './inspector.ts';
import { findClosedPort } from './sandbox/loopback-server.ts';

/** A host that no name server knows: `.invalid` is kept free for that. */
const NO_SUCH_HOST = 'http://api.v3-inspector.invalid';
const body = '{"possessionType":"mobile","phoneNumber":"2001004014"}';

// A page that blocks a call, and a server that cuts one off, are errors in the page's console.
test.use({ expectsErrors: true });

/** Opens an mfa call in the composer, to be sent by the inspected page. */
async function compose({ panel }: Inspector): Promise<void> {
  await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
  await panel.getByRole('radio', { name: 'from the page' }).click();
  await panel.getByRole('textbox', { name: 'Body', exact: true }).fill(body);
}

/** Sends to a URL and waits for what is said about it; the draft must be as it was. */
async function sendTo({ panel }: Inspector, url: string, words: RegExp): Promise<void> {
  await panel.getByRole('textbox', { name: 'URL', exact: true }).fill(url);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = panel.getByRole('region', { name: 'Answer' });
  await until(async () => words.test(await answer.text()), `an answer from ${url} that says ${words}`);
  expect(await panel.getByRole('textbox', { name: 'URL', exact: true }).value()).toBe(url);
  expect(await panel.getByRole('textbox', { name: 'Body', exact: true }).text()).toBe(body);
}

test('from the page, each way to fail has its sentence, and the draft stays', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Composer');
  await runDemo();
  await compose(inspector);
  const closed = `http://127.0.0.1:${await findClosedPort()}`;
  // A page is told next to nothing. Chromium's network log knows the reason, Firefox's does not.
  const knows = browserUnderTest.name === 'chromium';
  await sendTo(inspector, `${sandbox.url}/no-cors/v3/mfa`, /CORS.*Send it from the extension/s);
  await sendTo(
    inspector,
    `${closed}/v3/mfa`,
    knows ? /Nothing listens at this host and port/ : /CORS\), or it cannot be reached/,
  );
  await sendTo(
    inspector,
    `${NO_SUCH_HOST}/v3/mfa`,
    knows ? /No name server knows this host/ : /CORS\), or it cannot be reached/,
  );
  await sendTo(
    inspector,
    `${sandbox.url}/hang/v3/mfa`,
    knows ? /The server cut the connection/ : /cannot be reached/,
  );
  await sendTo(inspector, `${sandbox.url}/torn/v3/mfa`, /cut in the middle of the answer/);
  await sendTo(inspector, `${sandbox.url}/html/v3/mfa`, /no JSON object \(text\/html.*look whether the URL/s);
  await sendTo(inspector, `${sandbox.url}/binary/v3/mfa`, /256 B that are no UTF-8 text/);
  await sendTo(inspector, `${sandbox.url}/large/50/v3/mfa`, /52\.4 MB; the first 10\.0 MB of it are here/);
});

test('from the extension, each way to fail has its sentence, and the draft stays', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Composer');
  await runDemo();
  await compose(inspector);
  await inspector.panel.getByRole('radio', { name: 'from the extension' }).click();
  const allow = async () => {
    if (browserUnderTest.name !== 'firefox') return;
    const tab = await browserUnderTest.extensionTab('permission.html');
    await tab.getByRole('button', { name: 'Allow' }).click();
  };
  const closed = `http://127.0.0.1:${await findClosedPort()}`;
  await Promise.all([sendTo(inspector, `${closed}/v3/mfa`, /No connection: the host refused it/), allow()]);
  await Promise.all([sendTo(inspector, `${NO_SUCH_HOST}/v3/mfa`, /has no such name/), allow()]);
  await sendTo(inspector, `${sandbox.url}/hang/v3/mfa`, /No connection/);
  await sendTo(inspector, `${sandbox.url}/torn/v3/mfa`, /cut in the middle of the answer/);
  await sendTo(inspector, `${sandbox.url}/binary/v3/mfa`, /256 B that are no UTF-8 text/);
  await sendTo(inspector, `${sandbox.url}/large/50/v3/mfa`, /52\.4 MB; the first 10\.0 MB of it are here/);
});

test('a page whose policy forbids the call is told from one that the API does not allow', async ({
  browserUnderTest,
  inspector,
  sandbox,
}) => {
  const strict = await startDemo({
    sandboxUrl: sandbox.url,
    contentSecurityPolicy: "connect-src 'self'",
  });
  try {
    await inspector.open('Composer');
    await browserUnderTest.page.goto(strict.url);
    await compose(inspector);
    await sendTo(
      inspector,
      `${sandbox.url}/v3/mfa`,
      /Content Security Policy \(connect-src\).*Send it from the extension/s,
    );
    expect(sandbox.received.filter(({ method }) => method === 'POST')).toEqual([]);
  } finally {
    await strict.close();
  }
});

test.describe('without access to the host', () => {
  test.use({ start: { grantHosts: false } });

  test('nothing is sent from the extension, and that is said', async ({
    browserUnderTest,
    inspector,
    runDemo,
    sandbox,
  }) => {
    await inspector.open('Composer');
    await runDemo();
    await compose(inspector);
    const { panel } = inspector;
    await panel.getByRole('radio', { name: 'from the extension' }).click();
    await panel.getByRole('textbox', { name: 'URL', exact: true }).fill(`${sandbox.url}/v3/mfa`);
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    if (browserUnderTest.name === 'firefox') {
      const tab = await browserUnderTest.extensionTab('permission.html');
      await tab.getByRole('button', { name: 'Not now' }).click();
      await panel.getByText(/Nothing was sent: the extension has no access to http:\/\/127/).waitFor();
    } else {
      // Its own prompt cannot be answered here: it stands until the send is cancelled.
      await panel.getByText(/Waiting for access to the host/).waitFor();
      await panel.getByRole('button', { name: 'Cancel' }).click();
    }
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
    expect(sandbox.received.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

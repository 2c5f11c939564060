import { startDemo } from './demo/demo.ts';
import { expect, test, until } from './inspector.ts';

// A page that forbids everything says so in its console.
test.use({ expectsErrors: true });

test('a page that forbids everything, one that redefines everything, one that goes and one that crashes in mid-send', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
  demo,
  target,
}) => {
  await inspector.open('Composer');
  const { page } = browserUnderTest;
  const { panel } = inspector;
  const strict = await startDemo({
    sandboxUrl: sandbox.url,
    contentSecurityPolicy: "default-src 'none'; sandbox",
  });
  const answer = () => panel.getByRole('region', { name: 'Answer' });
  const send = async (way: string, path: string) => {
    await panel.getByRole('radio', { name: way }).click();
    await panel.getByRole('textbox', { name: 'URL', exact: true }).fill(`${sandbox.url}${path}`);
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
  };
  const says = (words: RegExp) => until(async () => words.test(await answer().text()), `an answer: ${words}`);
  try {
    await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
    await panel
      .getByRole('textbox', { name: 'Body', exact: true })
      .fill('{"possessionType":"mobile","phoneNumber":"2001004014"}');

    await test.step('a policy that forbids everything', async () => {
      await page.goto(strict.url);
      await send('from the page', '/v3/mfa');
      await says(/Content Security Policy|runs no scripts/);
      expect(sandbox.received.filter(({ method }) => method === 'POST')).toEqual([]);
    });

    await test.step('a page that redefines what a send is made of', async () => {
      await runDemo();
      // Later, since what drives the page needs the page's own JSON to tell of its result.
      await page.evaluate(() => {
        setTimeout(() => {
          const broken = () => {
            throw new Error('redefined');
          };
          Object.assign(JSON, { parse: broken, stringify: broken });
          Object.assign(Promise.prototype, { catch: broken, finally: broken });
          Object.assign(Array.prototype, { push: broken, map: broken, some: broken, forEach: broken });
          Object.defineProperty(Object.prototype, 'toJSON', { value: broken });
          Object.defineProperty(Array.prototype, Symbol.iterator, { value: broken });
        });
      });
      await send('from the page', '/v3/mfa');
      await says(/200/);
    });

    await test.step('a page whose fetch answers nonsense', async () => {
      await page.reload();
      await page.evaluate(() => {
        Object.assign(window, { fetch: async () => ({ status: '<b>', headers: 1, body: null }) });
      });
      await send('from the page', '/v3/mfa');
      await says(/failed/);
    });

    await test.step('a page that goes in mid-send', async () => {
      await runDemo();
      await page.reload();
      await send('from the page', '/slow/v3/mfa');
      await sandbox.arrival(({ method, path }) => method === 'POST' && path.startsWith('/slow'));
      await page.reload();
      await says(/The page navigated away or crashed before the answer came/);
      sandbox.release();
    });

    await test.step('a page that crashes in mid-send, and is loaded again', async () => {
      await send('from the page', '/slow/crash/v3/mfa');
      await sandbox.arrival(({ method, path }) => method === 'POST' && path.startsWith('/slow/crash'));
      await browserUnderTest.crashPage();
      // Firefox shows a page of its own in the place of the one that crashed, Chromium none.
      if (target === 'chromium') await says(/The page does not respond: it has crashed/);
      await browserUnderTest.reviveTab(demo.url);
      await says(/The page navigated away or crashed before the answer came/);
      sandbox.release();
      await runDemo('unknown-phone');
      await inspector.openView('Calls');
      await until(async () => (await inspector.rows()).at(-1)?.status === '400', 'a call of the new page');
      await inspector.openView('Composer');
    });

    await test.step('DevTools closed in mid-send, and opened again', async () => {
      await send('from the page', '/slow/v3/mfa');
      await browserUnderTest.closeDevTools();
      sandbox.release();
      await inspector.open('Calls');
      await runDemo('unknown-phone');
      await until(async () => (await inspector.rows()).at(-1)?.status === '400', 'the next call');
    });
  } finally {
    await strict.close();
  }
});

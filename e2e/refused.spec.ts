import { ESBUILD_CALLS } from './browser/remote-call.ts';
import { expect, test, until } from './inspector.ts';

/** Runs in the panel before its own script: the browser refuses its document, as Firefox may do for good. */
function refuseDocument(): void {
  const { runtime, devtools } = Reflect.get(globalThis, 'chrome');
  let lastError: { message: string } | undefined;
  Object.defineProperty(runtime, 'lastError', { get: () => lastError });
  const refuse = (_expression: string, answer: () => void) => {
    lastError = { message: 'An unexpected error occurred' };
    answer();
    lastError = undefined;
  };
  Object.defineProperty(devtools.inspectedWindow, 'eval', { value: refuse });
}

test.use({ start: { firstScript: `${ESBUILD_CALLS} (${refuseDocument})()` } });

test('a panel that the browser connects to no page sends from the page all the same', async ({
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Composer');
  await runDemo('unknown-phone');
  const { panel } = inspector;
  await panel.getByRole('combobox', { name: 'Operation' }).choose('mfa');
  await panel.getByRole('radio', { name: 'from the page' }).click();
  await panel.getByRole('textbox', { name: 'URL', exact: true }).fill(`${sandbox.url}/v3/mfa?from=composer`);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = panel.getByRole('region', { name: 'Answer' });
  await until(async () => /200/.test(await answer.text()), 'an answer');
  const sent = sandbox.received.filter(
    ({ method, path }) => method === 'POST' && path.endsWith('from=composer'),
  );
  expect(sent).toHaveLength(1);
});

import { expect, test, until } from './inspector.ts';

test('a browser that is given to the next test keeps nothing of the one before', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await runDemo('two-errors');
  await inspector.open('Calls');
  await inspector.setTheme('dark');
  const preserve = () => inspector.panel.getByRole('checkbox', { name: 'Preserve log' });
  const isPreserved = async () =>
    (await inspector.panel.getByRole('checkbox', { name: 'Preserve log', checked: true }).count()) === 1;
  await preserve().click();
  await until(isPreserved, 'the setting');
  await browserUnderTest.page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: this is what a page does
    document.cookie = 'kept=yes; max-age=1000';
  });
  expect(await browserUnderTest.renew()).toBe(true);

  await runDemo('two-errors');
  expect(await browserUnderTest.page.evaluate(() => document.cookie)).toBe('');
  await inspector.open('Calls');
  expect(await inspector.panel.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
  expect(await isPreserved()).toBe(false);
});

import { expect, test } from './inspector.ts';

for (const [language, lang, heading] of [
  ['de', 'de', 'Noch kein V3-Aufruf'],
  ['de-AT', 'de', 'Noch kein V3-Aufruf'],
  ['fr', 'en', 'No V3 call yet'],
] as const)
  test.describe(`in a browser whose own language is ${language}`, () => {
    test.use({ start: { language } });

    test(`the panel speaks ${lang} by itself`, async ({ inspector }) => {
      await inspector.browser.openPanel();
      const { panel } = inspector;
      await panel.getByRole('heading', { name: heading }).waitFor();
      expect(await panel.evaluate(() => document.documentElement.lang)).toBe(lang);
    });
  });

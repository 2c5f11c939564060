import { keyOf } from '../src/model/words/key-of.ts';
import { cutTexts } from './cut-texts.ts';
import { expect, test, until } from './inspector.ts';
import { longTexts } from './long-texts.ts';

const messages = longTexts();
/** A text as it stands in the interface here. */
const said = (english: string): string => messages[keyOf(english)] ?? english;

test.describe('in German, each text at least 40% longer than the English one', () => {
  test.use({ start: { grantHosts: true, messages } });

  test('every view can be read, wide and narrow', async ({ browserUnderTest, runDemo, picture }) => {
    const faults: Record<string, string[]> = {};
    await browserUnderTest.openPanel();
    const { panel } = browserUnderTest;
    const look = async (name: string) => {
      for (const width of [320, 700]) {
        await browserUnderTest.resizePanel({ width, height: 640 });
        await picture(`words-${name}-${width}`);
        const cut = await cutTexts(panel);
        if (cut.length > 0) faults[`${name}, ${width} px`] = cut;
      }
    };
    const view = (name: string) => panel.locator(`#view-tab-${name}`).click();
    const press = (english: string) =>
      panel
        .getByRole('button', { name: said(english), exact: true })
        .nth(0)
        .click();

    expect(await panel.evaluate(() => document.documentElement.lang)).toBe('de');
    await view('calls');
    await look('empty');
    await runDemo('flow-desktop', 'two-errors', 'flow-none', 'snake-case', 'unknown-correlation-id');
    await until(async () => (await panel.locator('.grid-row[data-call]').count()) > 8, 'the calls');
    expect(await panel.locator('.col-verdict').nth(1).text()).toContain(said('valid'));
    await look('calls');
    await press('How to filter');
    await look('filter-help');
    await panel.press('Escape');

    await panel.locator('.grid-row[data-call]').nth(0).click();
    await panel.locator('.details .cm-content').waitFor();
    await look('details');
    await press('Edit and resend');
    await panel.locator('.composer .cm-content').waitFor();
    for (const part of ['headers', 'token', 'variables', 'options'])
      await panel.locator(`#composer-${part}-summary`).click();
    await panel.locator('.composer-send').nth(0).click();
    await panel.locator('.composer-answer-headers').waitFor();
    await look('composer');

    await view('flows');
    await panel.locator('.flow-option').nth(0).click();
    await panel.locator('.picture svg').waitFor();
    await look('flow');
    await press('Compare');
    await panel.locator('.comparison').waitFor();
    await look('comparison');
    await press('Replay');
    await panel.locator('.replay-steps').waitFor();
    await look('replay');

    await view('reference');
    await panel.locator('.reference-toggle').nth(0).click();
    await panel.locator('.reference-body').waitFor();
    await look('reference');
    expect(faults).toEqual({});
  });
});

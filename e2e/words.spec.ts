import { keyOf } from '../src/model/words/key-of.ts';
import type { Surface } from './browser/surface.ts';
import { cutTexts } from './cut-texts.ts';
import { expect, test, until } from './inspector.ts';
import { longTexts } from './long-texts.ts';

const messages = longTexts();
/** A text as it stands in the interface here. */
const said = (english: string): string => messages[keyOf(english)] ?? english;

/** Whether the tag of each flow stands in its entry, with nothing over it, after the longest state that there is. */
const tagsInSight = (panel: Surface) =>
  panel.evaluate((state) => {
    for (const chip of document.querySelectorAll('.flow-option .chip:first-child')) chip.textContent = state;
    return [...document.querySelectorAll('.flow-option .tag')].map((tag) => {
      const { left, top, width, height } = tag.getBoundingClientRect();
      return [left + 1, left + width - 1].every((x) =>
        tag.contains(document.elementFromPoint(x, top + height / 2)),
      );
    });
  }, said('possession required'));

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
    await press('Load demo flow');
    await panel.locator('.flow-option .tag').nth(0).waitFor();
    await look('demo');
    for (const width of [320, 700]) {
      await browserUnderTest.resizePanel({ width, height: 640 });
      // Where it is narrow, the chosen flow takes the place of the list.
      if (width === 320) await panel.locator('.flow-back').click();
      await panel.locator('.flow-option').nth(0).waitFor();
      expect(await tagsInSight(panel), `the demo’s tags, ${width} px`).toEqual([true, true]);
      await picture(`words-flow-tags-${width}`);
    }
    await press('Remove the demo');
    await view('calls');
    await panel.getByLabel(said('HAR files')).upload('notes.har', '{"calls":[]}');
    const reason = said('it is JSON, but no HAR: there is no “log”');
    await panel
      .getByText(said('This is no HAR that can be read: {reason}.').replace('{reason}', reason))
      .waitFor();
    await look('import');
    await press('Close Import');
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
    await panel.locator('.grid-row[data-call]').having(said('invalid')).nth(0).click();
    await panel.locator('.problem-reference').nth(0).click();
    await panel.locator('tr.here').waitFor();
    await look('reference-of-a-problem');
    await press('Back to the problem');
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

import type { Inspector } from './inspector.ts';
import { expect, test, until } from './inspector.ts';

const list = ({ panel }: Inspector) => panel.getByRole('listbox', { name: 'Flows' }).getByRole('option');
const arrows = ({ panel }: Inspector) =>
  panel.getByRole('group', { name: 'Sequence diagram' }).getByRole('button');

/** The accessible names of the arrows in their order; times, which no two runs share, are left out. */
async function story(inspector: Inspector): Promise<string[]> {
  const names = await arrows(inspector).evaluateAll(
    (elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''),
    null,
  );
  return names.map((name) => name.replace(/\d+(?:\.\d+)? m?s\b/g, '…'));
}

/** Chooses a flow by its place in the list, once it stands as expected, and returns its story. */
async function storyOf(inspector: Inspector, index: number, state: RegExp): Promise<string[]> {
  await until(async () => state.test((await inspector.flows())[index] ?? ''), `a flow that is ${state}`);
  await list(inspector).nth(index).click();
  await until(async () => (await story(inspector)).length > 0, 'the picture of the flow');
  return story(inspector);
}

const opened = (type: string) => `mfa for ${type} at …: 200, pending, after ….`;
const polled = 'mfa-status 3 times, every …, from …: 200, pending.';
const status = (success: string) => `mfa-status at …: 200, ${success}, after ….`;
const fast = ' Hint: Status was asked 3 times less than a second after the last; 2 seconds is plenty.';

test('the picture tells the story of a flow', async ({ inspector, runDemo, picture }) => {
  const stories: Record<string, { state: RegExp; told: string[] }> = {
    'flow-desktop': { state: /succeeded/, told: [opened('desktop'), polled, status('true') + fast] },
    'flow-mobile': { state: /succeeded/, told: [opened('mobile'), polled, status('true') + fast] },
    'flow-none': {
      state: /succeeded/,
      told: [
        opened('none'),
        polled,
        status('possession_required') + fast,
        'mfa-bind at …: 200, true, after ….',
      ],
    },
    'flow-fails': {
      state: /failed/,
      told: [
        opened('mobile'),
        polled,
        `${status('false')}${fast} Hint: success is the string "false": an “if (success)” would take it as true.`,
      ],
    },
  };
  await inspector.open('Flows');
  for (const [index, [name, { state, told }]] of Object.entries(stories).entries())
    await test.step(name, async () => {
      await runDemo(name);
      expect(await storyOf(inspector, index, state)).toEqual(told);
      await picture(name);
    });
});

test('two flows at once are told apart, and calls of neither stand in between', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  await runDemo('flows-interleaved');
  await until(
    async () => (await inspector.flows()).filter((flow) => /succeeded.*5 calls/.test(flow)).length === 2,
    'two flows that succeeded',
  );
  const told = [await storyOf(inspector, 0, /succeeded/), await storyOf(inspector, 1, /succeeded/)];
  expect(told.map(([first]) => first).sort()).toEqual([opened('desktop'), opened('mobile')]);
});

test('a flow whose id the API no longer knows has expired, though the panel’s own clock has time left', async ({
  browserUnderTest,
  inspector,
  runDemo,
  sandbox,
}) => {
  await inspector.open('Flows');
  await runDemo();
  const post = (path: string, body: object) =>
    browserUnderTest.page.evaluate(
      async (url: string, text: string) => {
        const reply = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: text,
        });
        return (await reply.json()) as { correlationId?: string };
      },
      `${sandbox.url}${path}`,
      JSON.stringify(body),
    );
  const { correlationId } = await post('/v3/mfa', { possessionType: 'mobile', phoneNumber: '2001004014' });
  await post('/v3/mfa-status', { correlationId });
  await storyOf(inspector, 0, /waiting mfa .*2 calls/);
  sandbox.advance(16 * 60_000);
  await post('/v3/mfa-status', { correlationId });
  const told = await storyOf(inspector, 0, /expired mfa .*3 calls/);
  expect(told[2]).toMatch(/^mfa-status at …: 4\d\d, code 8008, after …\. Warning: .*8008/);
  expect(await inspector.panel.locator('.flow-foot').text()).toMatch(
    /expired: the API no longer takes this correlationId \(code 8008\)/,
  );
});

test('what the client SDK does stands in the picture of its flow, and a toggle takes it out', async ({
  inspector,
  runDemo,
  picture,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-with-sdk');
  const told = await storyOf(inspector, 0, /succeeded mfa .*5 calls/);
  const asked = ['start', 'finish'].map((step) => `SDK mobile/otp/${step} at …: 200, after ….`);
  expect(told.slice(0, 4)).toEqual([opened('mobile'), status('pending'), ...asked]);
  await picture('flow-with-sdk');
  await arrows(inspector).nth(3).click();
  const text = await inspector.details.text();
  expect(text).toMatch(/mobile\/otp\/finish/);
  expect(text).toMatch(/device API, which is not V3/);
  const isInView = () =>
    inspector.panel.locator('.picture, .band.selected').evaluateAll((elements) => {
      const [frame, arrow] = elements.map((element) => element.getBoundingClientRect());
      return (
        frame !== undefined && arrow !== undefined && arrow.top >= frame.top && arrow.bottom <= frame.bottom
      );
    }, null);
  await until(isInView, 'the chosen arrow beside its details');
  await until(async () => /"otp"/.test(await inspector.details.text()), 'the body that the SDK sent');
  await inspector.panel.press('Escape');
  await inspector.details.waitFor({ state: 'hidden' });
  const toggle = inspector.panel.getByRole('button', { name: '2 SDK calls' });
  await toggle.click();
  await until(async () => !(await story(inspector)).some((name) => /SDK/.test(name)), 'no SDK call');
  expect(await toggle.attribute('aria-pressed')).toBe('false');
  await inspector.openView('Calls');
  await inspector.rowsWhen(5);
});

test('a correlationId that is used again belongs to the flow that it was returned to', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  await runDemo('reused-correlation-id');
  const told = await storyOf(inspector, 0, /succeeded.*3 calls/);
  expect(told.slice(0, 2)).toEqual([opened('mobile'), status('true')]);
  expect(told[2]).toMatch(/^mfa-status at …: 4\d\d, code 8008, .*The flow had already ended with “true”/);
  expect(await storyOf(inspector, 1, /waiting.*1 call/)).toEqual([opened('mobile')]);
});

test('the arrows are walked by keys: a run unfolds, a call opens its details, Escape closes them', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-desktop');
  await storyOf(inspector, 0, /succeeded/);
  await arrows(inspector).nth(0).focus();
  await inspector.panel.press('ArrowDown');
  await inspector.panel.press('Enter');
  await until(async () => (await story(inspector)).length === 6, 'the polls one by one');
  await inspector.panel.press('ArrowDown');
  await inspector.panel.press('Enter');
  await inspector.details.waitFor();
  expect(await inspector.details.text()).toMatch(/mfa-status/);
  expect(await arrows(inspector).nth(2).isFocused()).toBe(true);
  await inspector.panel.press('Escape');
  await inspector.details.waitFor({ state: 'hidden' });
  await inspector.panel.press('ArrowUp');
  await inspector.panel.press('Enter');
  await until(async () => (await story(inspector)).length === 3, 'the polls folded again');
});

test('the next call is composed with what the flow knows, and joins the flow when it is sent', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  await runDemo('bind-too-early');
  await storyOf(inspector, 0, /waiting.*2 calls/);
  const id = await inspector.panel.locator('.flow-id code').text();
  await inspector.panel.getByRole('button', { name: /^Compose next call/ }).click();
  await inspector.panel.getByRole('menuitem', { name: /^mfa-status/ }).click();
  await until(
    async () =>
      (await inspector.panel.getByRole('textbox', { name: 'Body', exact: true }).text()).includes(id),
    'the correlationId in the body',
  );
  await inspector.panel.getByRole('button', { name: /^Send/ }).click();
  await inspector.panel.getByRole('region', { name: 'Answer' }).getByText(/200/).nth(0).waitFor();
  await inspector.openView('Flows');
  await until(
    async () => /^mfa-status, replayed, at …: 200, pending/.test((await story(inspector))[2] ?? ''),
    'the call that was sent',
  );
});

test('two flows are compared, and the first difference stands on top', async ({
  inspector,
  runDemo,
  picture,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-mobile', 'flow-fails');
  await storyOf(inspector, 1, /failed/);
  await inspector.panel.getByRole('button', { name: 'Compare', exact: true }).click();
  const comparison = inspector.panel.getByRole('region', { name: 'Comparison of two flows' });
  await comparison.waitFor();
  const text = (await comparison.text()).replace(/\s+/g, ' ');
  expect(text).toContain('First difference: phoneNumber in the request of mfa.');
  expect(text).toContain('"2001004015"');
  expect(text).toContain('"2001004014"');
  expect(text).toMatch(/200 · false .*200 · true/);
  await picture('comparison');
});

test('a flow is shared as Markdown and as a picture, without what is personal', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-desktop');
  await storyOf(inspector, 0, /succeeded/);
  const share = async (entry: string) => {
    await inspector.panel.getByRole('button', { name: /^Share/ }).click();
    await inspector.panel.getByRole('menuitem', { name: entry }).click();
  };
  await share('Copy as Markdown');
  const markdown = await until(async () => {
    const text = await browserUnderTest.clipboardText();
    return text.startsWith('### mfa flow: succeeded') && text;
  }, 'the flow on the clipboard');
  expect(markdown).toContain('mfa-status × 3');
  await share('Save picture as SVG');
  await share('Save picture as PNG');
  const files = await until(async () => {
    const found = await browserUnderTest.downloads();
    return found.length === 2 && found.every(({ text }) => text.length > 0) && found;
  }, 'two files');
  const svg = files.find(({ name }) => name.endsWith('.svg'))?.text ?? '';
  expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg).toContain('mfa-status × 3');
  expect(svg).not.toMatch(/var\(--|<script|https?:\/\/(?!www\.w3\.org)/);
  expect(files.find(({ name }) => name.endsWith('.png'))?.text).toContain('PNG');
  for (const text of [markdown, svg]) expect(text).not.toMatch(/2001004011|eyJ/);
});

test('the list is narrowed by state, an id is copied by a click, and a pinned flow outlives a navigation', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-mobile', 'flow-fails');
  await until(async () => (await inspector.flows()).length === 2, 'two flows');
  await inspector.panel.getByLabel('State').choose('failed');
  await until(async () => (await inspector.flows()).length === 1, 'one flow');
  const code = list(inspector).nth(0).locator('code');
  const short = await code.text();
  await code.click();
  await until(
    async () => (await browserUnderTest.clipboardText()).startsWith(short),
    'the id on the clipboard',
  );
  expect(await browserUnderTest.clipboardText()).toMatch(/^[0-9a-f-]{36}$/);
  await inspector.panel.press('p');
  await until(
    async () => (await list(inspector).nth(0).getByRole('img', { name: 'pinned' }).count()) === 1,
    'a pin',
  );
  const pin = inspector.panel.getByRole('button', { name: 'Pin' });
  expect(await pin.attribute('aria-pressed')).toBe('true');
  await browserUnderTest.page.reload();
  const tab = inspector.panel.getByRole('tab', { name: /^Flows/ });
  await until(async () => /^Flows 1$/.test((await tab.text()).replace(/\s+/g, ' ')), 'the other flow to go');
  await until(async () => (await inspector.flows()).some((flow) => flow.includes(short)), 'the pinned flow');
  await inspector.panel.getByLabel('State').choose('succeeded');
  await until(async () => (await inspector.flows()).length === 0, 'no flow that is let through');
  await inspector.panel.getByLabel('State').choose('');
  await until(async () => (await inspector.flows()).length === 1, 'the flow again');
});

test('in a narrow, low panel the list is walked by keys, Enter opens a flow, and the way back leads to its place', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  const { panel } = inspector;
  await runDemo('flow-mobile', 'flow-fails', 'flow-mobile', 'flow-fails');
  await until(async () => (await inspector.flows()).length === 4, 'four flows');
  await browserUnderTest.resizePanel({ width: 500, height: 200 });
  const flows = panel.getByRole('listbox', { name: 'Flows' });
  const activeInView = (place: number) =>
    panel.evaluate((wanted) => {
      const box = document.querySelector('.flow-list');
      const option = document.getElementById(box?.getAttribute('aria-activedescendant') ?? '');
      if (!box || option?.getAttribute('aria-posinset') !== `${wanted}`) return false;
      const [frame, row] = [box.getBoundingClientRect(), option.getBoundingClientRect()];
      return frame.height > 0 && row.top >= frame.top - 1 && row.bottom <= frame.bottom + 1;
    }, place);
  await flows.focus();
  await panel.press('Home');
  await until(() => activeInView(1), 'the keys at the first flow');
  for (let place = 2; place <= 4; place++) await panel.press('PageDown');
  await until(() => activeInView(4), 'the keys at the last flow');
  await panel.press('PageUp');
  await panel.press('End');
  expect(await flows.isFocused()).toBe(true);
  expect(await flows.getByRole('option', { selected: true }).count()).toBe(0);
  await panel.press('Enter');
  const back = panel.getByRole('button', { name: 'Back to the flows' });
  await until(
    async () => (await back.count()) === 1 && (await back.isFocused()),
    'the focus at the way back',
  );
  expect((await story(inspector)).length).toBeGreaterThan(0);
  await panel.press('Enter');
  await until(() => activeInView(4), 'the list where it was left');
  expect(await flows.isFocused()).toBe(true);
  await panel.press('Enter');
  await until(async () => (await back.count()) === 1 && (await back.isFocused()), 'the flow again');
  await browserUnderTest.resizePanel({ width: 900, height: 200 });
  await until(() => activeInView(4), 'the chosen flow in the list beside it');

  const listWidth = () =>
    panel.evaluate(() => document.querySelector('.split-first')?.getBoundingClientRect().width ?? 0);
  const before = await listWidth();
  await panel.getByRole('separator', { name: 'Width of the list of flows' }).focus();
  await panel.press('ArrowRight');
  await until(async () => (await listWidth()) > before, 'a wider list of flows');
});

test('a call’s body can be read in a low panel, and in one that is narrow, too', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  const { panel } = inspector;
  await runDemo('flow-fails');
  await storyOf(inspector, 0, /failed/);
  await arrows(inspector).nth(0).click();
  await inspector.details.waitFor();
  /** The height of what is in sight of the body once it has the focus. */
  const seen = () =>
    panel.evaluate(() => {
      const pane = document.querySelector<HTMLElement>('#pane');
      if (!pane) return 0;
      pane.focus();
      pane.scrollIntoView();
      const { left, top, bottom } = pane.getBoundingClientRect();
      let height = 0;
      for (let y = Math.ceil(top); y < bottom; y++)
        if (pane.contains(document.elementFromPoint(left + 20, y))) height++;
      return height;
    });
  for (const width of [1280, 900, 320]) {
    await browserUnderTest.resizePanel({ width, height: 300 });
    await until(async () => (await seen()) >= 80, `the body at ${width} px`);
  }
  await inspector.openView('Calls');
  await inspector.chooseCall(0);
  await until(async () => (await seen()) >= 60, 'the body below the calls');
});

test('menus lie within a narrow panel, and over what scrolls there', async ({
  browserUnderTest,
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  const { panel } = inspector;
  await runDemo('flow-fails');
  await storyOf(inspector, 0, /failed/);
  await arrows(inspector).nth(0).click();
  await inspector.details.waitFor();
  await browserUnderTest.resizePanel({ width: 320, height: 400 });
  for (const name of ['Compose next call', 'Share', 'With secrets']) {
    await panel.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await panel.getByRole('menu', { name }).waitFor();
    const inSight = await panel.evaluate(() =>
      [...document.querySelectorAll('[role=menu] > *')].map((item) => {
        const { left, right, top, height } = item.getBoundingClientRect();
        return [left + 8, right - 8].every((x) =>
          item.contains(document.elementFromPoint(x, top + height / 2)),
        );
      }),
    );
    expect(inSight.length, name).toBeGreaterThan(0);
    expect(inSight, name).not.toContain(false);
    await panel.press('Escape');
  }
});

test('calls that belong to no flow stand apart, each with its reason', async ({ inspector, runDemo }) => {
  await inspector.open('Flows');
  await runDemo('unknown-correlation-id', 'missing-correlation-id', 'cors-blocked');
  await until(
    async () => /no flow 3 calls/.test((await inspector.flows()).at(-1) ?? ''),
    'three calls without a flow',
  );
  await list(inspector)
    .having(/no flow/)
    .click();
  const text = await inspector.panel.getByRole('region', { name: 'Calls without a flow' }).text();
  expect(text).toMatch(/First call not captured/);
  expect(text).toMatch(/The request carries no correlationId/);
  expect(text).toMatch(/No answer came/);
});

test('a first call that the API refuses is a flow of its own, refused', async ({ inspector, runDemo }) => {
  await inspector.open('Flows');
  await runDemo('two-errors');
  const told = await storyOf(inspector, 0, /refused mfa .*2 errors/);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^mfa for none at …: 400, code 8001, after …\. Error: .* Error: /);
});

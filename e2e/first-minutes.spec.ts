import { expect, type Inspector, test, until } from './inspector.ts';

// A reader who has read nothing: each step does only what the screen says at that moment, and the screen must say it.

/** The text that leads on, as it can be read; fails where nobody could see it. */
async function reads(inspector: Inspector, text: string | RegExp): Promise<void> {
  await inspector.panel.getByText(text).waitFor();
}

/** Presses a button, which must have said beforehand what it is for: by its name, or by what its tooltip adds. */
async function press({ panel }: Inspector, name: string | RegExp, tooltip?: RegExp): Promise<void> {
  const button = panel.getByRole('button', { name, exact: true }).nth(0);
  await button.waitFor();
  if (tooltip) expect(await button.attribute('title')).toMatch(tooltip);
  await button.click();
}

test('in the first minutes, the screen alone leads from an empty log to the mistake of the demo, why it is one, and its repair', async ({
  inspector,
  browserUnderTest,
  demo,
  sandbox,
  picture,
}) => {
  await browserUnderTest.page.goto(demo.url);
  await inspector.open();
  const { panel } = inspector;

  // The empty log says why it is empty, where a route would help, and what a newcomer may do.
  await reads(inspector, /none of them to V3|Nothing was requested/);
  await reads(inspector, 'New here?');
  await reads(inspector, /a flow that succeeds, and one with a mistake to be found\. Nothing is sent\./);
  await picture('first-1-empty');
  const requests = sandbox.received.length;
  await press(inspector, 'Load demo flow');

  // Two flows; the one with an error is chosen, and its red arrow says what is wrong.
  await reads(inspector, /Demo calls are shown\. They were never sent\./);
  const flows = await until(async () => {
    const found = await inspector.flows();
    return found.length === 2 && found;
  }, 'both flows');
  expect(flows[0]).toMatch(/^succeeded unify .*demo/);
  expect(flows[1]).toMatch(/^possession required unify .*1 error/);
  const arrows = panel.getByRole('group', { name: 'Sequence diagram' }).getByRole('button');
  await until(async () => (await arrows.count()) === 3, 'the arrows');
  await reads(inspector, 'Choose an arrow to see what was sent and answered.');
  await picture('first-2-flow');
  await panel.getByRole('button', { name: /^unify-bind .*“phoneNumber” is required and missing/ }).click();

  // The call: the mistake underlined at its place, what it should be named, and a way to the reference.
  await inspector.details.locator('.cm-lintRange-warning').nth(0).waitFor();
  expect(await inspector.details.text()).toMatch(/invalid\s+unify-bind\s+400/);
  expect(await inspector.problems()).toEqual([
    expect.stringContaining('“phoneNumber” is required and missing.'),
    expect.stringContaining('“phone_number” is not a field of this operation. Did you mean “phoneNumber”?'),
  ]);
  const verdict = inspector.details.getByText('invalid', { exact: true });
  expect(await verdict.attribute('title')).toBe('has an error');
  await picture('first-3-call');
  await press(inspector, 'Reference: phoneNumber', /What the reference says about it/);

  // Why: whose field it is and what the field means stand in view beside each other.
  const row = panel.locator('tr.here');
  await row.waitFor();
  expect(await row.text()).toMatch(
    /^phoneNumber\s+string required\s+The number that the customer proved to hold/,
  );
  const entry = panel.getByRole('region', { name: 'unify-bind' });
  const inView = await panel.evaluate(() =>
    ['tr.here', '.reference-entry.open .reference-toggle', '.reference-bar button'].map((css) => {
      const element = document.querySelector(css);
      const { left = 0, top = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
      return element?.contains(document.elementFromPoint(left + 4, top + height / 2)) ?? false;
    }),
  );
  expect(inView, 'the field, its operation and the way back are in view').toEqual([true, true, true]);
  expect(await entry.text()).toContain('Binds the number that you checked yourself to the flow');
  await picture('first-4-reference');
  await press(inspector, 'Back to the problem');

  // Back at the call, where it can be changed.
  await inspector.details.waitFor();
  await until(
    () => panel.evaluate(() => document.activeElement?.matches('.problem-reference') === true),
    'the focus where it was',
  );
  await press(inspector, 'Edit and resend');
  const said = panel.getByRole('status', { name: 'Verdict' });
  await until(async () => (await said.text()) === 'invalid', 'the verdict on the draft');
  await reads(inspector, 'from a call of the demo, whose token opens nothing');
  await panel.getByRole('button', { name: 'Send with 1 error' }).waitFor();
  await picture('first-5-composer');
  await press(inspector, 'Fix 1 problem', /Rename to “phoneNumber”/);

  // Repaired: nothing is underlined, and the panel says so.
  await until(async () => (await said.text()) === 'valid', 'the repaired draft');
  await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
  expect(await panel.locator('.composer .cm-lintRange-error, .composer .cm-lintRange-warning').count()).toBe(
    0,
  );
  expect(await panel.getByRole('textbox', { name: 'phoneNumber' }).value()).toBe('2001004014');
  await picture('first-6-repaired');

  // And the demo goes as it came: nothing was sent by it.
  expect(sandbox.received.length).toBe(requests);
  await press(inspector, 'Remove the demo');
  await inspector.openView('Flows');
  await reads(inspector, 'No V3 call yet');
});

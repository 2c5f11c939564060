import { expect, test, until } from './inspector.ts';

test('mfa, three polls and their result are one flow that succeeded, while a second flow runs in between', async ({
  inspector,
  runDemo,
  picture,
}) => {
  await inspector.open('Flows');
  await runDemo('flows-interleaved');
  const flows = await until(async () => {
    const found = await inspector.flows();
    return found.length === 2 && found.every((flow) => /succeeded/.test(flow)) && found;
  }, 'two flows that succeeded');
  expect(flows.every((flow) => /5 calls/.test(flow))).toBe(true);

  await inspector.panel.getByRole('option').nth(0).click();
  const calls = inspector.panel.getByRole('region', { name: 'Calls of the flow' }).getByRole('listitem');
  await until(async () => (await calls.count()) === 5, 'the calls of the flow');
  const story = (await calls.texts()).map((text) => text.replace(/\s+/g, ' '));
  expect(story[0]).toMatch(/mfa .*pending/);
  expect(story.slice(1, 4).every((text) => /mfa-status .*pending/.test(text))).toBe(true);
  expect(story[4]).toMatch(/mfa-status .*true/);
  await picture('flows');
});

test('a flow with the customer’s own possession check succeeds by its bind', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Flows');
  await runDemo('flow-none');
  await until(async () => /succeeded/.test((await inspector.flows())[0] ?? ''), 'a flow that succeeded');
});

test('calls that belong to no flow stand apart, each with its reason', async ({ inspector, runDemo }) => {
  await inspector.open('Flows');
  await runDemo('unknown-correlation-id', 'missing-correlation-id', 'cors-blocked');
  await until(
    async () => /no flow 3 calls/.test((await inspector.flows()).at(-1) ?? ''),
    'three calls without a flow',
  );
  await inspector.panel.getByRole('option', { name: /no flow/ }).click();
  const text = await inspector.panel.getByRole('region', { name: 'Calls without a flow' }).text();
  expect(text).toMatch(/First call not captured/);
  expect(text).toMatch(/The request carries no correlationId/);
  expect(text).toMatch(/No answer came/);
});

test('a first call that the API refuses is a flow of its own, refused', async ({ inspector, runDemo }) => {
  await inspector.open('Flows');
  await runDemo('two-errors');
  await until(
    async () => /refused mfa .*2 errors/.test((await inspector.flows())[0] ?? ''),
    'a refused flow',
  );
});

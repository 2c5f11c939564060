import { type AccessibleNode, writeAccessibleTree } from './browser/accessible-tree.ts';
import { expect, type Inspector, test, until } from './inspector.ts';

/** The parts of the panel with a role and a name, as a screen reader gets them; what changes from run to run is named. */
async function reading(inspector: Inspector, role: string, name: string): Promise<string> {
  const find = (nodes: readonly AccessibleNode[]): AccessibleNode[] =>
    nodes.flatMap((node) => (node.role === role && node.name === name ? [node] : find(node.children)));
  return writeAccessibleTree(find(await inspector.browser.accessibleTree()))
    .replace(/\b\d\d:\d\d:\d\d(\.\d+)?/g, '‹time›')
    .replace(/127\.0\.0\.1:\d+/g, '‹host›')
    .replace(/\b[\d.]+ (ms|s)\b/g, '‹duration›')
    .replace(/\b\d+(\.\d+)? (B|kB)\b/g, '‹size›')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '‹id›')
    .replace(/\b(?=[a-f]*\d)[0-9a-f]{8}\b/g, '‹id›');
}

test('what a screen reader reads of calls, problems, flows and the diagram is as it was reviewed', async ({
  inspector,
  runDemo,
}) => {
  await inspector.open('Calls');
  await runDemo('flow-none', 'two-errors', 'unknown-correlation-id');
  const rows = await inspector.rowsWhen(8);
  await inspector.chooseCall(rows.findIndex(({ verdict }) => verdict === 'invalid'));
  await inspector.details.locator('.cm-lintRange-error').nth(0).waitFor();
  expect(await reading(inspector, 'grid', 'Calls')).toMatchSnapshot('calls.txt');
  expect(await reading(inspector, 'region', 'Call details')).toMatchSnapshot('call.txt');

  await inspector.openView('Flows');
  await until(async () => (await inspector.flows()).length === 3, 'two flows and the calls without one');
  await inspector.chooseFlow(0);
  const arrows = inspector.panel.getByRole('group', { name: 'Sequence diagram' }).getByRole('button');
  await until(async () => (await arrows.count()) > 2, 'the arrows');
  await arrows.nth(0).click();
  await inspector.details.waitFor();
  expect(await reading(inspector, 'listbox', 'Flows')).toMatchSnapshot('flows.txt');
  expect(await reading(inspector, 'region', 'Calls of the flow')).toMatchSnapshot('flow.txt');
});

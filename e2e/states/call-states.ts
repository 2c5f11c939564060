import { until } from '../browser/until.ts';
import type { Inspector } from '../inspector-page.ts';
import { haveCalls, type State } from './state.ts';

const grid = ({ panel }: Inspector) => panel.getByRole('grid', { name: 'Calls' });
const filter = ({ panel }: Inspector) => panel.getByRole('combobox', { name: 'Filter the calls' });
const pane = ({ details }: Inspector, name: string) => details.getByRole('tab', { name });

/** Types a filter, and waits until so many calls are left. */
async function filterTo(inspector: Inspector, text: string, count: number): Promise<void> {
  await filter(inspector).fill(text);
  await inspector.rowsWhen(count);
}

/** Calls: the grid with its menus, the filter, the details of a call. */
export const callStates: readonly State[] = [
  {
    name: 'calls',
    async reach(stage) {
      const { inspector } = stage;
      await haveCalls(stage);
      await inspector.openView('Calls');
      await grid(inspector).waitFor();
    },
  },
  {
    name: 'calls, several chosen',
    async reach({ inspector }) {
      await grid(inspector).press('Home');
      for (let row = 0; row < 3; row++) await inspector.panel.press('Shift+ArrowDown');
      await inspector.panel.press('Shift+F10');
      await inspector.panel.getByRole('menu', { name: 'Actions on the chosen calls' }).waitFor();
    },
  },
  {
    name: 'calls, columns',
    async reach({ inspector: { panel } }) {
      await panel.press('Escape');
      await panel.getByRole('columnheader', { name: /^Operation/ }).press('Shift+F10');
      await panel.getByRole('menu', { name: 'Columns' }).waitFor();
    },
  },
  {
    name: 'filter, completions',
    async reach({ inspector }) {
      await inspector.panel.press('Escape');
      await filter(inspector).type('is:');
      await inspector.panel.getByRole('option', { name: /^invalid/ }).waitFor();
      await inspector.panel.press('ArrowDown');
    },
  },
  {
    name: 'filter with a mistake',
    async reach({ inspector }) {
      await filter(inspector).fill('is:invalid colour:red -status:2xx');
      await inspector.panel.getByText(/“colour” is no key/).waitFor();
    },
  },
  {
    name: 'filter without a match',
    async reach({ inspector }) {
      await filter(inspector).fill('nowhere-to-be-found');
      await inspector.panel.getByText(/matches the filter/).waitFor();
    },
  },
  {
    name: 'filter, help',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('button', { name: 'How to filter' }).click();
      await panel.getByRole('dialog', { name: 'How to filter' }).waitFor();
    },
  },
  {
    name: 'deleted calls',
    async reach({ inspector }) {
      const { panel } = inspector;
      await panel.press('Escape');
      await filter(inspector).fill('');
      await grid(inspector).press('End');
      await panel.press('Delete');
      await panel.getByText('1 call deleted.').waitFor();
    },
  },
  {
    name: 'call with problems',
    async reach({ inspector }) {
      await inspector.panel.getByRole('button', { name: 'Undo' }).click();
      await filterTo(inspector, 'is:invalid', 1);
      await inspector.chooseCall(0);
      await filter(inspector).fill('');
      await inspector.details.locator('.cm-lintRange-error').nth(0).waitFor();
    },
  },
  {
    name: 'call, response',
    async reach({ inspector }) {
      await pane(inspector, 'Response').click();
      await inspector.details.locator('.cm-content').waitFor();
    },
  },
  { name: 'call, headers', reach: ({ inspector }) => pane(inspector, 'Headers').click() },
  { name: 'call, timing', reach: ({ inspector }) => pane(inspector, 'Timing').click() },
  {
    name: 'call that failed',
    async reach({ inspector, runDemo }) {
      await runDemo('refused-connection');
      await filterTo(inspector, 'is:failed', 1);
      await inspector.chooseCall(0);
      await until(async () => /failed/.test(await inspector.details.text()), 'the failed call');
      await filter(inspector).fill('');
    },
  },
];

import { until } from '../browser/until.ts';
import type { Inspector } from '../inspector-page.ts';
import { haveCalls, type State } from './state.ts';

const button = ({ panel }: Inspector, name: string) => panel.getByRole('button', { name, exact: true });
const arrows = ({ panel }: Inspector) =>
  panel.getByRole('group', { name: 'Sequence diagram' }).getByRole('button');
const replay = ({ panel }: Inspector) => panel.getByRole('region', { name: 'Replay of the flow' });

/** Chooses the first flow whose entry matches, and waits for its picture. */
async function chooseFlow(inspector: Inspector, entry: RegExp): Promise<void> {
  await inspector.panel
    .getByRole('listbox', { name: 'Flows' })
    .getByRole('option')
    .having(entry)
    .nth(0)
    .click();
  await arrows(inspector).nth(0).waitFor();
}

/** Flows: the list, the picture, a comparison, a replay. */
export const flowStates: readonly State[] = [
  {
    name: 'flows',
    async reach(stage) {
      const { inspector } = stage;
      await inspector.openView('Flows');
      await haveCalls(stage);
      await until(async () => (await inspector.flows()).length >= 5, 'four flows and the calls without one');
    },
  },
  {
    name: 'flow',
    reach: ({ inspector }) => chooseFlow(inspector, /succeeded/),
  },
  {
    name: 'flow, next call',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('button', { name: /^Compose next call/ }).click();
      await panel.getByRole('menu', { name: 'Compose next call' }).waitFor();
    },
  },
  {
    name: 'flow, share',
    async reach({ inspector: { panel } }) {
      await panel.press('Escape');
      await panel.getByRole('button', { name: /^Share/ }).click();
      await panel.getByRole('menu', { name: 'Share' }).waitFor();
    },
  },
  {
    name: 'flow with a problem, and a call',
    async reach({ inspector }) {
      await inspector.panel.press('Escape');
      await chooseFlow(inspector, /refused/);
      await arrows(inspector).nth(0).click();
      await inspector.details.locator('.cm-content').waitFor();
    },
  },
  {
    name: 'comparison',
    async reach({ inspector }) {
      await inspector.details.getByRole('button', { name: 'Close details' }).click();
      await chooseFlow(inspector, /failed/);
      await button(inspector, 'Compare').click();
      await inspector.panel.getByRole('region', { name: 'Comparison of two flows' }).waitFor();
    },
  },
  {
    name: 'replay',
    async reach({ inspector }) {
      await inspector.panel
        .getByRole('listbox', { name: 'Flows' })
        .getByRole('option')
        .having(/succeeded/)
        .nth(-1)
        .click();
      await button(inspector, 'Replay').click();
      await replay(inspector).getByRole('combobox', { name: 'Pauses' }).choose('0');
    },
  },
  {
    name: 'replay, a call to edit',
    async reach({ inspector }) {
      await replay(inspector)
        .getByRole('checkbox', { name: /^Edit call 3, / })
        .click();
      await replay(inspector).getByRole('button', { name: 'Replay', exact: true }).click();
      await replay(inspector).getByRole('textbox', { name: 'Body of the call' }).waitFor();
    },
  },
  {
    name: 'replay, both flows',
    async reach({ inspector }) {
      await replay(inspector).getByRole('button', { name: 'Let it go' }).click();
      await inspector.panel.getByRole('region', { name: 'Comparison of two flows' }).waitFor();
    },
  },
  {
    name: 'calls without a flow',
    async reach({ inspector }) {
      await inspector.panel
        .getByRole('listbox', { name: 'Flows' })
        .getByRole('option')
        .having(/no flow/)
        .click();
      await inspector.panel.getByRole('region', { name: 'Calls without a flow' }).waitFor();
    },
  },
];

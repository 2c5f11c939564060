import { aroundStates } from './states/around-states.ts';
import { callStates } from './states/call-states.ts';
import { composerStates, emptyComposer } from './states/composer-states.ts';
import { flowStates } from './states/flow-states.ts';
import type { Stage, State } from './states/state.ts';

const start: readonly State[] = [
  {
    name: 'empty log',
    reach: ({ inspector }) => inspector.openView('Flows'),
  },
  {
    name: 'empty log, not recording',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('button', { name: 'Record', exact: true }).click();
      await panel.getByText(/Recording is off/).waitFor();
    },
  },
  {
    ...emptyComposer,
    async reach(stage) {
      await stage.inspector.panel.getByRole('button', { name: 'Record', exact: true }).click();
      await emptyComposer.reach(stage);
    },
  },
];

const reference: readonly State[] = [
  {
    name: 'reference',
    async reach({ inspector }) {
      await inspector.openView('Reference');
      await inspector.panel.getByRole('searchbox').waitFor();
    },
  },
  {
    name: 'reference, an operation',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('button', { name: 'mfa', exact: true }).click();
      await panel.getByRole('table', { name: 'Request' }).waitFor();
    },
  },
  {
    name: 'reference without a match',
    async reach({ inspector: { panel } }) {
      await panel.getByRole('searchbox').fill('nowhere-to-be-found');
      await panel.getByText(/nowhere-to-be-found/).waitFor();
    },
  },
];

/**
 * Every view and state of the panel, as walks in which each state is reached from the one before it. A walk begins
 * with an empty log or where another one ended.
 */
export const walks = {
  'the start and the flows': [...start, ...flowStates],
  'the calls': callStates,
  'the composer and the reference': [...composerStates, ...reference],
  'what stands around the views': aroundStates,
} as const;

/** All walks, one after the other. */
export const everyState: readonly State[] = Object.values(walks).flat();

/** Brings the panel into each state of a walk, one after the other, and lets it be looked at there. */
export async function visitEveryState(
  stage: Stage,
  look: (state: string) => Promise<void>,
  states: readonly State[] = everyState,
): Promise<void> {
  for (const state of states) {
    await state.reach(stage).catch((cause: unknown) => {
      throw new Error(`Could not reach the state “${state.name}”`, { cause });
    });
    await look(state.name);
  }
}

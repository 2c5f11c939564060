import type { Action, ActionGroup } from './api.ts';
import { bodyMistakes } from './body-mistakes.ts';
import { flowMistakes } from './flow-mistakes.ts';
import { goodCalls } from './good-calls.ts';
import { networkTrouble } from './network-trouble.ts';
import { waysOfSending } from './ways-of-sending.ts';

/** All that the page can do, in its order. */
export const actionGroups: readonly ActionGroup[] = [
  goodCalls,
  bodyMistakes,
  flowMistakes,
  networkTrouble,
  waysOfSending,
];

/** Every action by its name. */
export const actions: ReadonlyMap<string, Action> = new Map(
  actionGroups.flatMap((group) => group.actions.map((action) => [action.name, action] as const)),
);

import type { ValueOffer } from '../compose/offer-values.ts';
import { t } from '../words/words.ts';
import { stateNames } from './describe-flow.ts';
import type { Flow } from './flow.ts';

/** So many of the newest flows are offered. */
const MOST = 20;

/** The ids of captured flows as values to write, the newest first: those that still live before those that ended. */
export function knownFlowIds(flows: readonly Flow[], now: number): ValueOffer[] {
  const newest = flows
    .filter(({ correlationId }) => correlationId !== null)
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, MOST)
    .map((flow) => ({ flow, state: flow.stateAt(now) }));
  const lives = ({ state }: (typeof newest)[number]) =>
    state === 'waiting' || state === 'possession-required';
  return [...newest.filter(lives), ...newest.filter((one) => !lives(one))].map(({ flow, state }) => ({
    label: flow.correlationId ?? '',
    detail: `${flow.kind?.id ?? t('flow')}, ${stateNames[state]()}, ${ageOf(now - flow.startedAt)}`,
    json: JSON.stringify(flow.correlationId),
  }));
}

function ageOf(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t('{seconds} s ago', { seconds });
  if (seconds < 3600) return t('{minutes} min ago', { minutes: Math.floor(seconds / 60) });
  return t('{hours} h ago', { hours: Math.floor(seconds / 3600) });
}

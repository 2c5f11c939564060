import { expect, test } from 'vitest';
import { call, minutes, NOON, seconds } from '../fixtures.test-support.ts';
import { FlowIndex } from './flow-index.ts';
import { knownFlowIds } from './known-ids.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function flows() {
  const index = new FlowIndex();
  const opens = (n: number, at: number, operation: string) =>
    index.add(call({ operation, at, answer: { correlationId: idOf(n), success: 'pending' } }));
  opens(1, 0, 'mfa');
  opens(2, minutes(1), 'unify');
  opens(3, minutes(2), 'mfa');
  index.add(
    call({
      operation: 'mfa-status',
      at: minutes(2) + seconds(5),
      body: { correlationId: idOf(3) },
      answer: { success: 'true' },
    }),
  );
  return index.opened();
}

test('ids of flows that still live come first, each by age, with kind and state', () => {
  expect(knownFlowIds(flows(), NOON + minutes(3)).map(({ label, detail }) => [label, detail])).toEqual([
    [idOf(2), 'unify, waiting, 2 min ago'],
    [idOf(1), 'mfa, waiting, 3 min ago'],
    [idOf(3), 'mfa, succeeded, 1 min ago'],
  ]);
});

test('an old flow has expired', () => {
  expect(knownFlowIds(flows(), NOON + minutes(121)).at(-1)?.detail).toBe('mfa, expired, 2 h ago');
});

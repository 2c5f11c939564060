import { describe, expect, it } from 'vitest';
import { minutes, NOON, seconds } from '../../model/fixtures.test-support.ts';
import { aFlow, indexOf, type Story } from '../../model/flows/a-flow.test-support.ts';
import { counterpartOf } from './counterpart.ts';
import { filterFlows } from './flow-filter.ts';

const good = (letter: string, at: number) => aFlow(letter, { at }).mfa('mobile').status('true');
const bad = (letter: string, at: number) => aFlow(letter, { at }).mfa('mobile').status('false');
const flowsOf = (...stories: Story[]) => indexOf(...stories).opened();
const soon = NOON + minutes(2);

describe('the flow to compare with', () => {
  const flows = flowsOf(good('a', 0), good('b', seconds(20)), bad('c', seconds(40)), bad('d', seconds(60)));

  it('is the nearest that succeeded beside one that failed, and the other way round', () => {
    const letters = flows.map((flow) => counterpartOf(flow, flows, soon)?.id.slice(0, 1));
    expect(letters).toEqual(['c', 'c', 'b', 'b']);
  });

  it('is never the flow itself, and nothing where there is no other', () => {
    const [alone] = flows;
    expect(alone && counterpartOf(alone, [alone], soon)).toBeUndefined();
    const twoBad = flowsOf(bad('a', 0), bad('b', seconds(20)));
    expect(twoBad.map((flow) => counterpartOf(flow, twoBad, soon)?.id.slice(0, 1))).toEqual(['b', 'a']);
  });
});

describe('the filter of the flows', () => {
  const flows = flowsOf(good('a', 0), bad('b', seconds(20)), aFlow('c', { at: seconds(40) }).mfa('mobile'));
  const letters = (
    state: 'waiting' | 'expired' | 'failed' | undefined,
    kind: string | undefined,
    now = soon,
  ) =>
    filterFlows(flows, { state, kind }, now)
      .map(({ id }) => id.slice(0, 1))
      .join('');

  it('goes by the state at the time, and by the kind', () => {
    expect(letters(undefined, undefined)).toBe('abc');
    expect(letters('failed', undefined)).toBe('b');
    expect(letters('waiting', 'mfa')).toBe('c');
    expect(letters('waiting', undefined, NOON + minutes(20))).toBe('');
    expect(letters('expired', undefined, NOON + minutes(20))).toBe('c');
    expect(letters(undefined, 'unify')).toBe('');
  });
});

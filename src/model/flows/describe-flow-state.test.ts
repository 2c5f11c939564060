import { describe, expect, it } from 'vitest';
import { call, minutes, NOON, refusal, seconds } from '../fixtures.test-support.ts';
import { aFlow, flowOf, indexOf, type Story } from './a-flow.test-support.ts';
import { describeFlowState, formatCountdown } from './describe-flow-state.ts';

const said = (story: Story, at: number) => describeFlowState(flowOf(story), NOON + at);

describe('the reason of a state', () => {
  it('counts while the flow waits', () => {
    const story = aFlow().mfa('mobile').polls(1);
    expect(said(story, seconds(14.1))).toBe('last poll 12 s ago; expires in 14:46');
    expect(said(story, minutes(11) + seconds(50))).toBe('last poll 11 min 48 s ago; expires in 3:10');
  });

  it('names the answer that ended the flow', () => {
    expect(said(aFlow().mfa('mobile').status('false'), seconds(60))).toBe(
      'mfa-status answered “false” at 2.1 s',
    );
    expect(said(aFlow().mfa('none').status('possession_required').bind('true'), seconds(60))).toBe(
      'mfa-bind answered “true” at 4.1 s',
    );
  });

  it('says what is awaited, and that it is too late', () => {
    expect(said(aFlow().mfa('none').status('possession_required'), seconds(10))).toBe(
      'check the number yourself, then call mfa-bind with it; expires in 14:50',
    );
    expect(said(aFlow().mfa('mobile'), minutes(16))).toBe(
      'no final answer within the 15 minutes that a correlationId lives',
    );
  });

  it('tells that the API no longer knows the id, whatever the clock says', () => {
    const story = aFlow()
      .mfa('mobile')
      .status('', { status: 400, answer: { code: 8008 } });
    expect(said(story, seconds(5))).toBe(
      'the API no longer takes this correlationId (code 8008): it expired or was used up',
    );
  });

  it('names the refusal of a first call', () => {
    const [flow] = indexOf(call({ operation: 'mfa', ...refusal(8001) })).opened();
    expect(flow && describeFlowState(flow, NOON)).toBe('the API answered 400 (code 8001) to the first call');
  });
});

it('a countdown never goes below nothing', () => {
  expect([190_000, 59_001, 0, -5].map(formatCountdown)).toEqual(['3:10', '1:00', '0:00', '0:00']);
});

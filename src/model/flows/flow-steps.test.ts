import { describe, expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { seconds } from '../fixtures.test-support.ts';
import { aFlow, flowOf, type Story } from './a-flow.test-support.ts';
import { subjectOf } from './describe-step.ts';
import { type Judge, type Step, toSteps } from './flow-steps.ts';

const none: Judge = { problemsOf: () => [], verdictOf: ({ verdict }) => verdict };
const tell = (step: Step) => {
  if (step.kind === 'sdk') return subjectOf(step);
  return step.kind === 'run'
    ? `${step.calls[0].operation.id} × ${step.calls.length} every ${step.every} ms${step.open ? ', open' : ''}`
    : `${step.call.operation.id} ${step.call.facts.success}${step.runId ? ` of ${step.runId}` : ''}`;
};

const stepsOf = (story: Story, unfolded: string[] = []) =>
  toSteps(flowOf(story), none, { unfolded: new Set(unfolded) }).map(tell);

describe('the steps of a flow', () => {
  it('fold polls with the same answer and tell their rhythm', () => {
    expect(stepsOf(aFlow().mfa('mobile').polls(14).status('true'))).toEqual([
      'mfa pending',
      'mfa-status × 14 every 2000 ms',
      'mfa-status true',
    ]);
  });

  it('leave a single poll, and every answer that changes the flow, by itself', () => {
    expect(stepsOf(aFlow().mfa('none').polls(1).status('possession_required').polls(1).bind('true'))).toEqual(
      [
        'mfa pending',
        'mfa-status pending',
        'mfa-status possession_required',
        'mfa-status pending',
        'mfa-bind true',
      ],
    );
  });

  it('unfold a run into its calls, after the run itself', () => {
    expect(stepsOf(aFlow().mfa('mobile').polls(2), ['run-a2'])).toEqual([
      'mfa pending',
      'mfa-status × 2 every 2000 ms, open',
      'mfa-status pending of run-a2',
      'mfa-status pending of run-a2',
    ]);
  });

  it('fold no poll that failed, was refused or has a problem that its neighbours lack', () => {
    const story = aFlow()
      .mfa('mobile')
      .polls(2)
      .status('', { status: 403, answer: { code: 8003 } })
      .status('', { answer: null })
      .polls(2);
    expect(stepsOf(story)).toEqual([
      'mfa pending',
      'mfa-status × 2 every 2000 ms',
      'mfa-status undefined',
      'mfa-status undefined',
      'mfa-status × 2 every 2000 ms',
    ]);
    const polls = aFlow('b')
      .mfa('mobile')
      .polls(4, { after: seconds(0.1) });
    const flow = flowOf(polls);
    const judge = { ...none, problemsOf: (call: Call) => flow.problems.get(call.exchange.id) ?? [] };
    const kinds = toSteps(flow, judge).map(tell);
    expect(kinds).toEqual(['mfa pending', 'mfa-status × 3 every 100 ms', 'mfa-status pending']);
  });
});

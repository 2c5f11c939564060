import { describe, expect, it } from 'vitest';
import { minutes, NOON, problemsOf, refusal } from '../fixtures.test-support.ts';
import { aFlow, flowOf, type Story } from './a-flow.test-support.ts';
import type { FlowState } from './flow.ts';

// One fixture for every state in each age of the API; integrations of every age are live.

type States = Partial<Record<FlowState, Story>>;

const ages: Record<string, { kind: string; states: States; never: FlowState[] }> = {
  'MFA before mfa-bind (until 2025-03-05): a repeated status carries the number': {
    kind: 'mfa',
    states: {
      waiting: aFlow().mfa('none').polls(2),
      'possession-required': aFlow().mfa('none').polls(1).status('possession_required'),
      succeeded: aFlow().mfa('none').status('possession_required').status('true', { phone: '2001004011' }),
      failed: aFlow().mfa('none').status('possession_required').status('false', { phone: '2001004015' }),
      refused: aFlow().mfa('none', refusal(8001)),
      expired: aFlow()
        .mfa('none')
        .status('possession_required')
        .status('', { phone: '2001004011', ...refusal(8008) }),
    },
    never: [],
  },
  'MFA with mfa-bind': {
    kind: 'mfa',
    states: {
      waiting: aFlow().mfa('desktop').polls(3),
      'possession-required': aFlow().mfa('none').status('possession_required'),
      succeeded: aFlow().mfa('none').status('possession_required').bind('true'),
      failed: aFlow().mfa('mobile').polls(2).status('false'),
      refused: aFlow().mfa('mobile', refusal(8007)),
      expired: aFlow().mfa('none').status('possession_required').bind('', refusal(8008)),
    },
    never: [],
  },
  'Unify (since 2025-04-04)': {
    kind: 'unify',
    states: {
      waiting: aFlow().unify('mobile').unifyStatus('pending'),
      'possession-required': aFlow().unify('none').unifyStatus('possession_required'),
      succeeded: aFlow().unify('none').unifyStatus('possession_required').unifyBind('true'),
      failed: aFlow().unify('desktop').unifyStatus('false'),
      refused: aFlow().unify('mobile', refusal(8009, 403)),
      expired: aFlow().unify('mobile').unifyStatus('', refusal(8008)),
    },
    never: [],
  },
  'the start flow, in which each answer’s next names what follows': {
    kind: 'start',
    states: {
      waiting: aFlow().start().validate('challenge'),
      succeeded: aFlow().start().validate('challenge').challenge('complete').complete(true),
      failed: aFlow().start().validate('complete').complete(false),
      refused: aFlow().start(refusal(8001)),
      expired: aFlow().start().validate('complete', refusal(8008)),
    },
    never: ['possession-required'],
  },
  'verify with verify-status (until 2025-10-22)': {
    kind: 'verify',
    states: {
      waiting: aFlow().verifyV1('pending').verifyStatus('pending'),
      succeeded: aFlow().verifyV1('pending').verifyStatus('true'),
      failed: aFlow().verifyV1('pending').verifyStatus('false'),
      refused: aFlow().verifyV1('pending', refusal(8001)),
      expired: aFlow().verifyV1('pending').verifyStatus('', refusal(8008)),
    },
    never: ['possession-required'],
  },
  'verify, which answers at once': {
    kind: 'verify',
    states: {
      succeeded: aFlow().verify('true'),
      failed: aFlow().verify('false'),
      refused: aFlow().verify('true', refusal(8001)),
    },
    never: ['waiting', 'possession-required', 'expired'],
  },
};

const all: Record<FlowState, true> = {
  waiting: true,
  'possession-required': true,
  succeeded: true,
  failed: true,
  refused: true,
  expired: true,
};

describe.each(Object.entries(ages))('%s', (_, { kind, states, never }) => {
  it('has a fixture for every state that it knows', () => {
    expect([...Object.keys(states), ...never].sort()).toEqual(Object.keys(all).sort());
  });

  it.each(Object.entries(states))('%s', (state, story) => {
    const flow = flowOf(story);
    expect(flow.kind?.id).toBe(kind);
    expect(flow.stateAt(NOON + minutes(1))).toBe(state);
    // As it should be: a "false" as text is worth a hint, and nothing else is said.
    expect(problemsOf(flow).filter((problem) => !problem.includes('flow.truthy-success'))).toEqual([]);
  });
});

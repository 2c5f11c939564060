import { describe, expect, it } from 'vitest';
import { inWords, minutes, NOON, problemsOf, refusal, seconds } from '../fixtures.test-support.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { aFlow, flowOf, indexOf, type Story } from './a-flow.test-support.ts';
import type { FlowState } from './flow.ts';

const SOON = NOON + minutes(1);
const problems = (story: Story) => problemsOf(flowOf(story));
/** The kind, the state and all problems of a flow. */
const told = (story: Story): string[] => {
  const flow = flowOf(story);
  return [`${flow.kind?.id} ${flow.stateAt(SOON)}`, ...problemsOf(flow)];
};

describe('a Unify flow', () => {
  it.each<[string, Story, FlowState]>([
    ['on a phone', aFlow().unify('mobile').unifyStatus('pending').unifyStatus('true'), 'succeeded'],
    ['on a desktop that fails', aFlow().unify('desktop').unifyStatus('pending'), 'waiting'],
    [
      'with the customer’s own check, and no number at first',
      aFlow().unify('none', { phone: null }).unifyStatus('possession_required').unifyBind('true'),
      'succeeded',
    ],
    [
      'with the customer’s own check, and the number at once',
      aFlow().unify('none').unifyStatus('possession_required').unifyBind('true'),
      'succeeded',
    ],
    [
      'whose status carries a number, as it once could',
      aFlow().unify('mobile').unifyStatus('true', { phone: '2001004014' }),
      'succeeded',
    ],
    [
      'that asks for possession',
      aFlow().unify('none').unifyStatus('possession_required'),
      'possession-required',
    ],
  ])('%s has no problem', (_, story, state) => expect(told(story)).toEqual([`unify ${state}`]));

  it('has rules about possession and the end, as MFA has', () => {
    expect(problems(aFlow().unify('none').unifyBind('true'))).toEqual([
      'unify-bind 1: warning flow.bind-early (body)',
    ]);
    expect(problems(aFlow().unify('mobile').unifyStatus('false').unifyStatus('false'))).toEqual([
      'unify-status 1: hint flow.truthy-success /success',
      'unify-status 2: warning flow.after-end (body)',
      'unify-status 2: hint flow.truthy-success /success',
    ]);
    expect(
      problems(
        aFlow()
          .unify('mobile')
          .unifyStatus('pending', { at: minutes(16) }),
      ),
    ).toEqual(['unify-status 1: warning flow.expired (body)']);
  });

  it('is none of MFA’s', () => {
    expect(problems(aFlow().unify('mobile').status('pending'))).toEqual([
      'mfa-status 1: error flow.correlation-id-reused /correlationId',
    ]);
  });
});

describe('a start flow', () => {
  it.each<[string, Story, FlowState]>([
    ['Pre-Fill', aFlow().start().validate('challenge').challenge('complete').complete(true), 'succeeded'],
    ['Identity', aFlow().start().validate('complete').complete(true), 'succeeded'],
    ['that is only begun', aFlow().start(), 'waiting'],
    ['in the middle', aFlow().start().validate('challenge'), 'waiting'],
    ['whose end says false', aFlow().start().validate('complete').complete(false), 'failed'],
    ['that the validation ends', aFlow().start().validate('done', { success: false }), 'failed'],
    [
      'whose failed challenge may be followed by complete',
      aFlow().start().validate('challenge').challenge('complete', { success: false }),
      'waiting',
    ],
    [
      'whose step is taken again after it was refused',
      aFlow().start().validate('complete', refusal(8003, 403)).validate('complete').complete(true),
      'succeeded',
    ],
    ['whose first call is refused', aFlow().start(refusal(8001)), 'refused'],
    [
      'that ends without a next',
      aFlow()
        .start()
        .validate('complete')
        .complete(true, { answer: { success: true } }),
      'succeeded',
    ],
  ])('%s has no problem', (_, story, state) => expect(told(story)).toEqual([`start ${state}`]));

  it.each<[string, Story, string[]]>([
    ['a step left out', aFlow().start().complete(true), ['complete 1: error flow.out-of-order (body)']],
    [
      'a step taken again',
      aFlow().start().validate('complete').validate('complete'),
      ['validate 2: error flow.out-of-order (body)'],
    ],
    [
      'a step that another flow would need',
      aFlow().start().validate('complete').challenge('complete').complete(true),
      ['challenge 1: error flow.out-of-order (body)'],
    ],
    [
      'a step after the end',
      aFlow().start().validate('complete').complete(true).complete(true),
      ['complete 2: error flow.out-of-order (body)'],
    ],
    [
      'a step before the answer that allows it was there, while the older answer names another',
      aFlow()
        .start()
        .validate('complete', { took: seconds(5) })
        .complete(true),
      ['complete 1: error flow.out-of-order (body)'],
    ],
  ])('%s is out of order', (_, story, expected) => expect(problems(story)).toEqual(expected));

  it.each<[string, Story]>([
    [
      'no answer was there yet',
      aFlow()
        .start({ took: seconds(9) })
        .validate('complete'),
    ],
    [
      'the last answer was cut',
      aFlow().start().validate('complete', { truncated: 'response' }).validate('complete'),
    ],
    [
      'the last answer has no next',
      aFlow()
        .start()
        .validate('', { answer: { success: true } })
        .complete(true),
    ],
  ])('nothing is said where %s', (_, story) => expect(problems(story)).toEqual([]));

  it('nothing is said where the first call was not captured', () => {
    const { calls } = aFlow().start().validate('complete').validate('complete');
    const flow = indexOf(...calls.slice(1)).flowOf('a3');
    expect(flow && problemsOf(flow)).toEqual([
      'validate 1: warning flow.correlation-id-unknown /correlationId',
      'validate 2: warning flow.correlation-id-unknown /correlationId',
    ]);
  });

  it('says what may follow, and stands at the body', () => {
    const flow = flowOf(aFlow().start().complete(true));
    expect(flow.problems.get('a2')?.map(inWords)).toEqual(['error flow.out-of-order (body) 1:1']);
    expect(flow.problems.get('a2')?.map(describeProblem)).toEqual([
      'The last answer of the flow named what may follow: validate, and not this operation.',
    ]);
  });

  it('repeats no name of a next that is not documented', () => {
    const odd = { next: { 'v3-2001001695': '', done: '' }, correlationId: aFlow().correlationId };
    const words = flowOf(aFlow().start({ answer: odd }).validate('complete'))
      .problems.get('a2')
      ?.map(describeProblem);
    expect(words).toEqual([
      'The last answer of the flow named what may follow: done, and not this operation.',
    ]);
  });
});

describe('a verify flow', () => {
  it('of today answers at once', () => {
    expect(told(aFlow().verify('true'))).toEqual(['verify succeeded']);
    expect(told(aFlow().verify('false'))).toEqual(['verify failed']);
    expect(flowOf(aFlow().verify('true')).calls).toHaveLength(1);
  });

  it('of before 2025-10-22 is polled', () => {
    expect(told(aFlow().verifyV1('pending').verifyStatus('pending'))).toEqual(['verify waiting']);
    expect(told(aFlow().verifyV1('pending').verifyStatus('true'))).toEqual(['verify succeeded']);
    expect(told(aFlow().verifyV1('pending').verifyStatus('false').verifyStatus('false'))).toEqual([
      'verify failed',
      'verify-status 1: hint flow.truthy-success /success',
      'verify-status 2: warning flow.after-end (body)',
      'verify-status 2: hint flow.truthy-success /success',
    ]);
  });

  it('has nothing to poll after an answer that is terminal', () => {
    expect(problems(aFlow().verify('true').verifyStatus('true'))).toEqual([
      'verify-status 1: warning flow.after-end (body)',
    ]);
  });
});

it('an id of one kind is foreign to every other', () => {
  expect(problems(aFlow().start().unifyStatus('pending').verifyStatus('pending'))).toEqual([
    'unify-status 1: error flow.correlation-id-reused /correlationId',
    'verify-status 1: error flow.correlation-id-reused /correlationId',
  ]);
});

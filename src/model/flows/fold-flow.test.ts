import { describe, expect, it } from 'vitest';
import { inWords, minutes, problemsOf, refusal, seconds } from '../fixtures.test-support.ts';
import { describeProblem } from '../problems/describe-problem.ts';
import { aFlow, flowOf, indexOf, type Story } from './a-flow.test-support.ts';

const problems = (story: Story) => problemsOf(flowOf(story));

describe('a flow as it should be has no problem', () => {
  it.each([
    ['on a phone', aFlow().mfa('mobile').polls(5).status('true')],
    ['on a desktop', aFlow().mfa('desktop').polls(5).status('true')],
    ['with the customer’s own check, bound', aFlow().mfa('none').status('possession_required').bind('true')],
    [
      'with the customer’s own check, before there was a bind',
      aFlow().mfa('none').status('possession_required').status('true', { phone: '2001004011' }),
    ],
    ['that is only begun', aFlow().mfa('mobile')],
    ['whose status never answered', aFlow().mfa('mobile').status('', { answer: null }).status('true')],
    ['that the API refused at once', aFlow().mfa('mobile', refusal(8001))],
  ])('%s', (_, story) => expect(problems(story)).toEqual([]));
});

describe('phoneNumber in a later call', () => {
  it.each(['mobile', 'desktop'])('is not allowed where the flow began with %s', (type) => {
    const status = aFlow().mfa(type).status('pending', { phone: '2001004011' });
    expect(problems(status)).toEqual(['mfa-status 1: error flow.phone-not-allowed /phoneNumber']);
    expect(problems(aFlow().mfa(type).status('pending'))).toEqual([]);
  });

  it('is not allowed in a bind either', () => {
    const story = aFlow().mfa('mobile').status('possession_required').bind('true');
    expect(problems(story)).toEqual(['mfa-bind 1: error flow.phone-not-allowed /phoneNumber']);
  });

  it('is allowed, and not yet required, in the first status of a flow that began with none', () => {
    expect(problems(aFlow().mfa('none').status('pending', { phone: '2001004011' }))).toEqual([]);
    expect(problems(aFlow().mfa('none').status('pending').status('possession_required'))).toEqual([]);
  });

  it('is required in the bind', () => {
    const story = aFlow().mfa('none').status('possession_required').bind('true', { phone: null });
    expect(problems(story)).toEqual(['mfa-bind 1: error flow.phone-required /phoneNumber']);
  });

  it('is required in the status that is repeated after possession was asked for', () => {
    const story = aFlow().mfa('none').status('possession_required').status('true');
    expect(problems(story)).toEqual(['mfa-status 2: error flow.phone-required /phoneNumber']);
  });

  it('is not required in a status that was sent before possession was asked for', () => {
    const slow = { took: seconds(3) };
    const story = aFlow().mfa('none').status('possession_required', slow).status('possession_required');
    expect(problems(story)).toEqual([]);
  });

  it('is not required in a status after a bind that carried it, and still is after one that did not', () => {
    const begun = () => aFlow().mfa('none').status('possession_required');
    expect(problems(begun().bind('pending').status('pending').status('true'))).toEqual([]);
    expect(problems(begun().bind('pending', { phone: null }).status('pending'))).toEqual([
      'mfa-bind 1: error flow.phone-required /phoneNumber',
      'mfa-status 2: error flow.phone-required /phoneNumber',
    ]);
  });

  it('of the wrong type has its own error, and breaks no rule of the flow', () => {
    const wrong = { body: { correlationId: aFlow().correlationId, phoneNumber: 2001004011 } };
    expect(problems(aFlow().mfa('none').status('possession_required').bind('true', wrong))).toEqual([]);
    expect(problems(aFlow().mfa('mobile').status('pending', wrong))).toEqual([]);
  });

  it('is not judged where the body was cut', () => {
    const cut = { truncated: 'request' as const };
    const index = indexOf(aFlow().mfa('none').status('possession_required').bind('true', cut));
    expect(index.reasonOf('a3')).toBe('unreadable');
  });

  it('is not judged where the first call’s possessionType is unknown', () => {
    const unknown = aFlow().mfa('mobile', { body: { possessionType: 7 } });
    expect(problems(unknown.status('pending', { phone: '2001004011' }))).toEqual([]);
  });

  it('is pointed at where it stands, and where it is missing at the body', () => {
    const flow = flowOf(aFlow().mfa('mobile').status('pending', { phone: '2001004011' }));
    expect(flow.problems.get('a2')?.map(inWords)).toEqual(['error flow.phone-not-allowed /phoneNumber 3:18']);
    const bound = flowOf(aFlow().mfa('none').status('possession_required').bind('true', { phone: null }));
    expect(bound.problems.get('a3')?.map(inWords)).toEqual(['error flow.phone-required /phoneNumber 1:1']);
  });

  it.each([
    [
      'mobile',
      '“phoneNumber” is only allowed when the flow began with possessionType “none”; this one began with “mobile”.',
    ],
    ['Ann Lee', '“phoneNumber” is only allowed when the flow began with possessionType “none”.'],
  ])('is told without repeating whatever was sent as possessionType: %s', (type, sentence) => {
    const flow = flowOf(aFlow().mfa(type).status('pending', { phone: '2001004011' }));
    expect(flow.problems.get('a2')?.map(describeProblem)).toEqual([sentence]);
  });
});

describe('a bind', () => {
  const early = 'mfa-bind 1: warning flow.bind-early (body)';
  it.each([
    ['without any status is early', aFlow().mfa('none').bind('true'), [early]],
    ['after a pending status is early', aFlow().mfa('none').status('pending').bind('true'), [early]],
    [
      'sent before the status was answered is early',
      aFlow()
        .mfa('none')
        .status('possession_required', { took: seconds(3) })
        .bind('true'),
      [early],
    ],
    [
      'sent at the moment of the answer is not',
      aFlow()
        .mfa('none')
        .status('possession_required', { took: seconds(2) })
        .bind('true'),
      [],
    ],
    [
      'after a status that was refused is early',
      aFlow().mfa('none').status('possession_required', { status: 400 }).bind('true'),
      [early],
    ],
  ])('%s', (_, story, expected) => expect(problems(story)).toEqual(expected));
});

describe('a call after the end', () => {
  it.each([
    ['status', aFlow().mfa('mobile').status('true').status('true'), 'mfa-status 2'],
    [
      'status after a failure',
      aFlow()
        .mfa('none')
        .status('possession_required')
        .bind('pending')
        .status('success', { phone: '1' })
        .status('pending', { phone: '1' }),
      'mfa-status 3',
    ],
    ['bind', aFlow().mfa('none').status('possession_required').bind('true').bind('true'), 'mfa-bind 2'],
  ])('%s', (_, story, where) => expect(problems(story)).toEqual([`${where}: warning flow.after-end (body)`]));

  it('is none where it was sent before the terminal answer arrived', () => {
    const story = aFlow()
      .mfa('mobile')
      .status('true', { took: seconds(3) })
      .status('true');
    expect(problems(story)).toEqual([]);
  });

  it('counts from the moment of the answer', () => {
    const exactly = aFlow()
      .mfa('mobile')
      .status('true', { took: seconds(2) })
      .status('true');
    expect(problems(exactly)).toEqual(['mfa-status 2: warning flow.after-end (body)']);
    const before = aFlow()
      .mfa('mobile')
      .status('true', { took: seconds(2) + 1 })
      .status('true');
    expect(problems(before)).toEqual([]);
  });

  it('is told with the answer that was there by then, not with a later one', () => {
    const story = aFlow()
      .mfa('mobile')
      .status('false', { took: seconds(60) })
      .status('true')
      .status('pending');
    const words = flowOf(story).problems.get('a4')?.map(describeProblem);
    expect(words).toEqual(['The flow had already ended with “true”.']);
  });
});

describe('15 minutes after the first call', () => {
  it.each([
    [0, []],
    [1, ['mfa-status 1: warning flow.expired (body)']],
    [-1, []],
  ])('and %i ms', (ms, expected) => {
    expect(
      problems(
        aFlow()
          .mfa('mobile')
          .status('pending', { at: minutes(15) + ms }),
      ),
    ).toEqual(expected);
  });

  it('a bind is late as well', () => {
    const story = aFlow()
      .mfa('none')
      .status('possession_required')
      .bind('true', { at: minutes(16) });
    expect(problems(story)).toEqual(['mfa-bind 1: warning flow.expired (body)']);
  });
});

describe('polling', () => {
  const fast = { after: 999 };
  it('less than a second apart three times is worth one hint, at the third', () => {
    expect(problems(aFlow().mfa('mobile').polls(1).polls(2, fast))).toEqual([]);
    expect(problems(aFlow().mfa('mobile').polls(1).polls(3, fast))).toEqual([
      'mfa-status 4: hint flow.polling-fast (body)',
    ]);
    expect(problems(aFlow().mfa('mobile').polls(1).polls(30, fast))).toHaveLength(1);
  });

  it('a second apart is slow enough', () => {
    expect(problems(aFlow().mfa('mobile').polls(30, { after: 1000 }))).toEqual([]);
  });

  it('has its hint at a fast poll, however many slow ones lie between', () => {
    const story = aFlow().mfa('mobile').polls(1).polls(2, fast).polls(5).polls(1, fast).polls(5);
    expect(problems(story)).toEqual(['mfa-status 9: hint flow.polling-fast (body)']);
  });
});

describe('an answer with the string "false"', () => {
  const truthy = 'hint flow.truthy-success /success';
  it('is worth a hint at its place in the answer', () => {
    const flow = flowOf(aFlow().mfa('mobile').status('false'));
    const [problem, ...more] = flow.problems.get('a2') ?? [];
    expect(problem && [problem.in, inWords(problem)]).toEqual(['response', `${truthy} 3:14`]);
    expect(more).toEqual([]);
  });

  it('is one in a bind as well', () => {
    const story = aFlow().mfa('none').status('possession_required').bind('false');
    expect(problems(story)).toEqual([`mfa-bind 1: ${truthy}`]);
  });

  it.each([['true'], [false], ['pending'], ['False']])('%j is none', (success) => {
    expect(problems(aFlow().mfa('mobile').status(success))).toEqual([]);
  });
});

describe('a correlationId', () => {
  it('that two first calls returned is used again by the second, and by it alone', () => {
    const story = aFlow().mfa('mobile').status('pending').mfa('mobile').status('pending');
    expect(problems(story)).toEqual(['mfa 2: error flow.correlation-id-reused (body)']);
    const [, , second] = story.calls;
    expect(second && flowOf(story).problems.get(second.exchange.id)?.map(describeProblem)).toEqual([
      'Another first call returned this correlationId already.',
    ]);
  });

  it('that no captured answer returned is unknown, and no rule of the first call is held against it', () => {
    const orphans = aFlow()
      .mfa('none')
      .bind('pending', { phone: null })
      .status('pending', { at: minutes(20) });
    const index = indexOf(...orphans.calls.slice(1));
    const flow = index.flowOf('a2');
    expect(flow && problemsOf(flow)).toEqual([
      'mfa-bind 1: warning flow.correlation-id-unknown /correlationId',
      'mfa-status 1: warning flow.correlation-id-unknown /correlationId',
    ]);
  });

  it('is known as soon as its first call arrives, however late', () => {
    const { calls } = aFlow().mfa('mobile').status('pending').status('true');
    const index = indexOf(...calls.slice(1));
    const flow = index.flowOf('a3');
    expect(flow && problemsOf(flow)).toHaveLength(2);
    index.add(calls[0] ?? expect.fail());
    expect(flow && problemsOf(flow)).toEqual([]);
  });

  it('is unknown in a status that was sent before its mfa only as long as that was not captured', () => {
    const story = aFlow()
      .mfa('mobile', { at: seconds(10) })
      .status('pending', { at: seconds(4) });
    expect(problems(story)).toEqual([]);
    expect(flowOf(story).calls.map(({ exchange: { id } }) => id)).toEqual(['a2', 'a1']);
  });
});

import { describe, expect, it } from 'vitest';
import { EU, minutes, NOON, problemsOf, refusal, seconds } from '../fixtures.test-support.ts';
import { aFlow, flowOf, indexOf } from './a-flow.test-support.ts';
import type { FlowState } from './flow.ts';

const SOON = NOON + minutes(1);

describe('the state of a flow', () => {
  it.each<[string, FlowState, ReturnType<typeof aFlow>]>([
    ['is waiting after its first call', 'waiting', aFlow().mfa('mobile')],
    ['is waiting while status is pending', 'waiting', aFlow().mfa('mobile').polls(3)],
    [
      'is waiting while no status was answered',
      'waiting',
      aFlow().mfa('mobile').status('', { answer: null }),
    ],
    [
      'is waiting after a status that was refused',
      'waiting',
      aFlow().mfa('mobile').status('', refusal(8003, 403)),
    ],
    [
      'is waiting after a success that came with a refusal',
      'waiting',
      aFlow().mfa('mobile').status('true', { status: 500 }),
    ],
    ['succeeded with "true"', 'succeeded', aFlow().mfa('mobile').polls(2).status('true')],
    ['succeeded with the boolean of a mistaken back end', 'succeeded', aFlow().mfa('mobile').status(true)],
    ['succeeded with the "success" of old samples', 'succeeded', aFlow().mfa('mobile').status('success')],
    ['failed with "false"', 'failed', aFlow().mfa('desktop').polls(2).status('false')],
    [
      'asks for possession when status does',
      'possession-required',
      aFlow().mfa('none').status('possession_required'),
    ],
    [
      'asks for possession until the bind is answered',
      'possession-required',
      aFlow().mfa('none').status('possession_required').bind('', { answer: null }),
    ],
    [
      'asks for possession while a later status is pending',
      'possession-required',
      aFlow().mfa('none').status('possession_required').status('pending', { phone: '2001004011' }),
    ],
    [
      'succeeded with the bind (since 2025-03-05)',
      'succeeded',
      aFlow().mfa('none').status('possession_required').bind('true'),
    ],
    [
      'succeeded with a repeated status (before 2025-03-05)',
      'succeeded',
      aFlow().mfa('none').status('possession_required').status('true', { phone: '2001004011' }),
    ],
    ['failed with the bind', 'failed', aFlow().mfa('none').status('possession_required').bind('false')],
    ['is what the last terminal answer says', 'failed', aFlow().mfa('mobile').status('true').status('false')],
    [
      'is what the answer says that came last, not the call',
      'failed',
      aFlow()
        .mfa('mobile')
        .status('false', { took: seconds(9) })
        .status('true'),
    ],
  ])('%s: %s', (_, state, story) => expect(flowOf(story).stateAt(SOON)).toBe(state));

  it('is not ended by a "true" of the first call: only status and bind end a flow', () => {
    const answer = { correlationId: aFlow().correlationId, success: 'true' };
    expect(flowOf(aFlow().mfa('mobile', { answer })).stateAt(SOON)).toBe('waiting');
  });

  it('is expired 15 minutes after the first call, and not a millisecond before', () => {
    const flow = flowOf(aFlow().mfa('mobile').polls(2));
    expect(flow.expiresAt).toBe(NOON + minutes(15));
    expect(flow.stateAt(NOON + minutes(15))).toBe('waiting');
    expect(flow.stateAt(NOON + minutes(15) + 1)).toBe('expired');
  });

  it('expires while possession is asked for, too', () => {
    const flow = flowOf(aFlow().mfa('none').status('possession_required'));
    expect([flow.stateAt(NOON + minutes(15)), flow.stateAt(NOON + minutes(15) + 1)]).toEqual([
      'possession-required',
      'expired',
    ]);
  });

  it('is expired as soon as the API says that it knows no such id, whatever the clock here says', () => {
    expect(flowOf(aFlow().mfa('mobile').polls(2).status('', refusal(8008))).stateAt(SOON)).toBe('expired');
    const asked = aFlow().mfa('none').status('possession_required').bind('', refusal(8008));
    expect(flowOf(asked).stateAt(SOON)).toBe('expired');
    const unify = aFlow().unify('mobile').unifyStatus('', refusal(8008));
    expect(flowOf(unify).stateAt(SOON)).toBe('expired');
    const start = aFlow().start().validate('complete', refusal(8008));
    expect(flowOf(start).stateAt(SOON)).toBe('expired');
  });

  it.each([
    ['a later answer shows that the id is alive', aFlow().mfa('mobile').status('', refusal(8008)).polls(1)],
    ['another kind of flow was asked', aFlow().mfa('mobile').unifyStatus('', refusal(8008))],
    [
      'another host was asked',
      aFlow()
        .mfa('mobile')
        .status('', { ...refusal(8008), host: EU }),
    ],
    ['the refusal has another reason', aFlow().mfa('mobile').status('', refusal(8003, 403))],
  ])('is still waiting where %s', (_, story) => {
    expect(flowOf(story).stateAt(SOON)).toBe('waiting');
  });

  it('that has ended keeps its end when its id is used once more', () => {
    const story = aFlow().mfa('mobile').status('true').status('', refusal(8008));
    expect(flowOf(story).stateAt(SOON)).toBe('succeeded');
  });

  it('that has ended never expires', () => {
    expect(flowOf(aFlow().mfa('mobile').status('true')).stateAt(NOON + minutes(999))).toBe('succeeded');
    expect(flowOf(aFlow().mfa('mobile').status('false')).stateAt(NOON + minutes(999))).toBe('failed');
  });

  it('is refused where the API refused the first call, and has no correlationId', () => {
    const [flow, ...more] = indexOf(aFlow().mfa('mobile', refusal(8001))).opened();
    expect(more).toEqual([]);
    expect(flow).toMatchObject({ correlationId: null, kind: { id: 'mfa' } });
    expect(flow?.stateAt(NOON + minutes(60))).toBe('refused');
  });
});

describe('a flow', () => {
  it('lasts from its start to the end of its last answer', () => {
    const flow = flowOf(
      aFlow('a', { at: seconds(5) })
        .mfa('mobile')
        .status('pending', { took: seconds(9) })
        .status('true'),
    );
    expect(flow.startedAt).toBe(NOON + seconds(5));
    expect(flow.duration).toBe(seconds(2 + 9));
  });

  it('of one call lasts as long as the call', () => {
    expect(flowOf(aFlow().mfa('mobile', { took: 250 })).duration).toBe(250);
  });

  it('keeps its calls by start, however they arrive', () => {
    const { calls } = aFlow().mfa('mobile').polls(2).status('true');
    const [flow] = indexOf(...calls.toReversed()).opened();
    expect(flow?.calls.map(({ exchange }) => exchange.id)).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('keeps what began in the same ms by the end, since only an answer that was there can be held against a call', () => {
    const story = aFlow()
      .mfa('mobile')
      .status('pending', { at: seconds(9) });
    const flow = flowOf(story.status('true', { at: seconds(9), took: 0 }));
    expect(flow.calls.map(({ exchange: { id } }) => id)).toEqual(['a1', 'a3', 'a2']);
    expect(problemsOf(flow)).toEqual(['mfa-status 2: warning flow.after-end (body)']);
  });

  it('tells its state and problems anew after each call that is added', () => {
    const { calls } = aFlow().mfa('none').status('possession_required').bind('true').status('true');
    const index = indexOf();
    const told = calls.map((call) => {
      const flow = index.add(call);
      return flow && [flow.stateAt(SOON), ...problemsOf(flow)];
    });
    expect(told).toEqual([
      ['waiting'],
      ['possession-required'],
      ['succeeded'],
      ['succeeded', 'mfa-status 2: warning flow.after-end (body)'],
    ]);
  });
});

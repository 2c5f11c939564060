import { describe, expect, it } from 'vitest';
import { call, minutes, NOON, refusal, type Scene, seconds, summarize } from '../fixtures.test-support.ts';
import { aFlow, idOf, indexOf } from './a-flow.test-support.ts';
import { FlowIndex, type NoFlowReason } from './flow-index.ts';

const idsOf = (index: FlowIndex) =>
  index.opened().map(({ calls }) => calls.map(({ exchange: { id } }) => id));

describe('the calls of one correlationId make one flow', () => {
  it('and two flows that run at the same time are kept apart', () => {
    const one = aFlow('a').mfa('mobile').polls(2).status('true');
    const other = aFlow('b', { at: seconds(1) })
      .mfa('none')
      .status('possession_required')
      .bind('true');
    const [a1, a2, a3, a4] = one.calls;
    const [b1, b2, b3] = other.calls;
    const interleaved = [a1, b1, a2, b2, a3, b3, a4].flatMap((call) => call ?? []);
    const index = indexOf(...interleaved);
    expect(idsOf(index)).toEqual([
      ['a1', 'a2', 'a3', 'a4'],
      ['b1', 'b2', 'b3'],
    ]);
    expect(index.opened().map((flow) => flow.stateAt(NOON))).toEqual(['succeeded', 'succeeded']);
    expect(index.withoutFlow()).toEqual([]);
  });

  it('also where a call was sent from another host', () => {
    expect(idsOf(indexOf(aFlow().mfa('mobile').status('true', { host: 'shop.example.com' })))).toEqual([
      ['a1', 'a2'],
    ]);
  });

  it('listed by start, whichever was captured first', () => {
    const later = aFlow('a', { at: seconds(9) }).mfa('mobile');
    const earlier = aFlow('b').mfa('mobile');
    expect(idsOf(indexOf(later, earlier))).toEqual([['b1'], ['a1']]);
  });

  it('and each call knows its flow', () => {
    const index = indexOf(aFlow('a').mfa('mobile').status('true'), aFlow('b').mfa('mobile'));
    expect(['a1', 'a2', 'b1', 'c1'].map((id) => index.flowOf(id)?.id)).toEqual([
      idOf('a'),
      idOf('a'),
      idOf('b'),
      undefined,
    ]);
  });

  it('adding a call returns the one flow that it touched', () => {
    const index = indexOf(aFlow('a').mfa('mobile'));
    const [b1] = aFlow('b').mfa('mobile').calls;
    expect(b1 && index.add(b1)?.correlationId).toBe(idOf('b'));
    expect(index.add(call({ operation: 'identity-enroll' }))).toBeUndefined();
  });
});

describe('a call without a flow has a reason', () => {
  const reasonOf = (scene: Scene) => indexOf(call({ ...scene, id: 'x' })).reasonOf('x');
  const ID = idOf('a');
  it.each<[NoFlowReason, string, Scene]>([
    ['no-flow-operation', 'identity', { operation: 'identity-enroll' }],
    ['no-flow-operation', 'the token', { operation: 'token' }],
    ['no-answer', 'a first call whose answer never came', { answer: null }],
    ['no-answer', 'a first call whose answer the browser hides', { status: 0, answer: '' }],
    ['no-id-returned', 'a first call that was answered without an id', { answer: { success: 'pending' } }],
    ['no-id-returned', 'a first call that was answered with an empty id', { answer: { correlationId: '' } }],
    ['no-id-returned', 'a first call that was answered with HTML', { answer: '<p>' }],
    ['no-id-returned', 'a first call whose answer was cut', { truncated: 'response' }],
    ['no-id-returned', 'a first call that was sent elsewhere', { status: 302, answer: '' }],
    ['no-id', 'a status without an id', { operation: 'mfa-status', body: {} }],
    ['no-id', 'a status with an empty id', { operation: 'mfa-status', body: { correlationId: '' } }],
    ['no-id', 'a bind whose id is no text', { operation: 'mfa-bind', body: { correlationId: 7 } }],
    ['unreadable', 'a status that is no JSON', { operation: 'mfa-status', body: '{' }],
    ['unreadable', 'a status without a body', { operation: 'mfa-status', body: null }],
    ['unreadable', 'a status that was cut', { operation: 'mfa-status', body: '{"c', truncated: 'request' }],
    [
      'unknown-id',
      'a status whose first call was not captured',
      { operation: 'mfa-status', body: { correlationId: ID } },
    ],
  ])('%s: %s', (reason, _, scene) => {
    expect(reasonOf(scene)).toBe(reason);
    const index = indexOf(call({ ...scene, id: 'x' }));
    expect(index.opened()).toEqual([]);
    expect(index.withoutFlow().map(({ call: { exchange }, reason }) => [exchange.id, reason])).toEqual([
      ['x', reason],
    ]);
  });

  it('and none where it stands in a flow, or was never seen', () => {
    const index = indexOf(aFlow().mfa('mobile').status('true'));
    expect([index.reasonOf('a1'), index.reasonOf('a2'), index.reasonOf('never')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('which is gone as soon as the first call arrives', () => {
    const { calls } = aFlow().mfa('mobile').status('pending').status('true');
    const [first, ...orphans] = calls;
    const index = indexOf(...orphans);
    expect(index.withoutFlow().map(({ reason }) => reason)).toEqual(['unknown-id', 'unknown-id']);
    if (first) index.add(first);
    expect(index.withoutFlow()).toEqual([]);
    expect(idsOf(index)).toEqual([['a1', 'a2', 'a3']]);
  });

  it('and is listed by start with the others', () => {
    const index = indexOf(
      call({ operation: 'token', id: 't', at: seconds(3) }),
      call({ operation: 'mfa-status', body: { correlationId: idOf('z') }, id: 'orphan', at: seconds(1) }),
      call({ operation: 'mfa', answer: null, id: 'lost', at: seconds(2) }),
    );
    expect(index.withoutFlow().map(({ call: { exchange } }) => exchange.id)).toEqual(['orphan', 'lost', 't']);
  });
});

describe('a first call that the API refused', () => {
  it('is a flow of its own, without an id', () => {
    const index = indexOf(
      aFlow('a').mfa('mobile', refusal(8001)),
      aFlow('b').mfa('mobile', refusal(8002, 401)),
    );
    expect(index.opened().map((flow) => summarize(flow, NOON))).toEqual([
      expect.objectContaining({
        id: 'unnamed-a1',
        correlationId: null,
        state: 'refused',
        calls: ['a1'],
        problems: {},
      }),
      expect.objectContaining({
        id: 'unnamed-b1',
        correlationId: null,
        state: 'refused',
        calls: ['b1'],
        problems: {},
      }),
    ]);
    expect(index.reasonOf('a1')).toBeUndefined();
  });

  it('is not the flow whose correlationId a mock server has named like the id of the refused call', () => {
    const named = { answer: { correlationId: 'a1', success: 'pending' } };
    const index = indexOf(aFlow('a').mfa('mobile', refusal(8001)), aFlow('b').mfa('mobile', named));
    const ids = index.opened().map(({ correlationId }) => correlationId);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(null);
  });
});

describe('a call that is taken out', () => {
  it('leaves its flow as if it had never been there', () => {
    const { calls } = aFlow().mfa('mobile').status('true').status('true');
    const [first, , last] = calls;
    const index = indexOf(...calls);
    if (last) expect(index.remove(last)?.calls).toHaveLength(2);
    expect(index.opened().map((flow) => flow.problems.size)).toEqual([0]);
    if (first) index.remove(first);
    expect(index.opened()).toEqual([]);
    expect(index.reasonOf('a2')).toBe('unknown-id');
  });

  it('takes its flow with it where it was alone', () => {
    const [alone] = aFlow().mfa('mobile').calls;
    const index = new FlowIndex();
    const flow = alone && index.add(alone);
    if (alone) index.remove(alone);
    expect([index.opened(), index.withoutFlow(), index.flowOf('a1')]).toEqual([[], [], undefined]);
    expect(alone && index.add(alone)).not.toBe(flow);
  });

  it('may have stood in no flow, or not be known at all', () => {
    const lone = call({ operation: 'token', at: minutes(1) });
    const index = indexOf(lone);
    expect(index.remove(lone)).toBeUndefined();
    expect(index.remove(lone)).toBeUndefined();
    expect(index.withoutFlow()).toEqual([]);
  });
});

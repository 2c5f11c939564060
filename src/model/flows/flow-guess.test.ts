import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../call.ts';
import {
  BACK_END,
  call,
  minutes,
  NOON,
  problemsOf,
  refusal,
  type Scene,
  seconds,
  summarize,
  US,
} from '../fixtures.test-support.ts';
import { idOf, indexOf } from './a-flow.test-support.ts';
import type { FlowIndex } from './flow-index.ts';

const SOON = NOON + minutes(5);
const ID = idOf('a');
const type = { possessionType: 'none' };

/** A call of a page to a back end that keeps the id in its session. */
const page = (operation: string, id: string, at: number, scene: Scene = {}): Call =>
  call({
    operation,
    id,
    at,
    host: BACK_END,
    ...scene,
    ...(operation === 'mfa' ? { body: type } : { body: {} }),
  });

const mfa = (id: string, at: number, answer: unknown = { success: 'pending', authToken: 'eyJ' }) =>
  page('mfa', id, at, { answer });
const status = (id: string, at: number, success = 'pending') =>
  page('mfa-status', id, at, { answer: { success, phoneNumber: '1' } });

const told = (index: FlowIndex) =>
  index.opened().map((flow) => {
    const calls = flow.calls.map((one) => `${one.exchange.id}${flow.isGuess(one) ? '?' : ''}`);
    return `${flow.stateAt(SOON)}: ${calls.join(' ')}`;
  });

describe('calls without an id are guessed to be of the last flow that their host opened', () => {
  it('which the answer gave an id', () => {
    const index = indexOf(
      mfa('m', 0, { correlationId: ID, success: 'pending' }),
      status('s', seconds(2)),
      status('t', seconds(4), 'true'),
    );
    expect(told(index)).toEqual(['succeeded: m s? t?']);
    const [flow] = index.opened();
    expect([flow?.guessed, flow?.correlationId]).toEqual([true, ID]);
    expect(index.withoutFlow()).toEqual([]);
  });

  it('or which keeps the id back, too', () => {
    const index = indexOf(mfa('m', 0), status('s', seconds(2)), status('t', seconds(4), 'true'));
    expect(told(index)).toEqual(['succeeded: m s? t?']);
    expect(index.opened()[0]?.correlationId).toBeNull();
  });

  it('one after the other', () => {
    const index = indexOf(
      mfa('m', 0),
      status('s', seconds(2), 'true'),
      mfa('n', seconds(10)),
      status('t', seconds(12), 'false'),
    );
    expect(told(index)).toEqual(['succeeded: m s?', 'failed: n t?']);
  });

  it('however late the first call arrives, and however it goes', () => {
    const first = mfa('m', 0);
    const second = mfa('n', seconds(3));
    const index = indexOf(status('s', seconds(2)), status('t', seconds(5)));
    expect(told(index)).toEqual([]);
    index.add(first);
    expect(told(index)).toEqual(['waiting: m s? t?']);
    index.add(second);
    expect(told(index)).toEqual(['waiting: m s?', 'waiting: n t?']);
    index.remove(second);
    expect(told(index)).toEqual(['waiting: m s? t?']);
    index.remove(first);
    expect(index.withoutFlow().map(({ reason }) => reason)).toEqual(['no-id', 'no-id']);
  });
});

describe('there is no guess', () => {
  it.each<[string, Call[]]>([
    ['on Prove’s own hosts', [mfa('m', 0), page('mfa-status', 's', seconds(1), { host: US })]],
    ['for another host', [mfa('m', 0), page('mfa-status', 's', seconds(1), { host: 'other.example.com' })]],
    ['for another kind of flow', [mfa('m', 0), page('unify-status', 's', seconds(1))]],
    ['after 15 minutes', [mfa('m', 0), status('s', minutes(15) + 1)]],
    ['before the first answer is there', [mfa('m', 0), status('s', 50)]],
    ['where the first call was refused', [page('mfa', 'm', 0, refusal(8001)), status('s', seconds(1))]],
    ['where none was opened', [status('s', seconds(1))]],
  ])('%s', (_, calls) => {
    const index = indexOf(...calls);
    expect(index.reasonOf('s')).toBe('no-id');
    expect(index.flowOf('s')).toBeUndefined();
  });

  it('and a first call without an id alone is no flow', () => {
    expect(indexOf(mfa('m', 0)).reasonOf('m')).toBe('no-id-returned');
  });
});

describe('a guess never yields an error', () => {
  it('of its own, while its warnings and hints stand', () => {
    const index = indexOf(
      mfa('m', 0),
      status('s', seconds(2), 'possession_required'),
      page('mfa-bind', 'b', seconds(4), { answer: { success: 'false', phoneNumber: '1' } }),
      status('t', seconds(6)),
    );
    const [flow] = index.opened();
    expect(flow && problemsOf(flow)).toEqual([
      'mfa-bind 1: hint flow.truthy-success /success',
      'mfa-status 2: warning flow.after-end (body)',
    ]);
  });

  it('of a call that is sure, because of one that is not', () => {
    const sure = { correlationId: ID };
    const bySure = call({ operation: 'mfa-status', id: 't', at: seconds(4), host: BACK_END, body: sure });
    const index = indexOf(
      mfa('m', 0, { correlationId: ID, success: 'pending' }),
      status('s', seconds(2), 'possession_required'),
      bySure,
    );
    const [flow] = index.opened();
    expect(told(index)).toEqual(['succeeded: m s? t']);
    expect(flow && problemsOf(flow)).toEqual([]);
  });
});

describe('for any calls with and without ids', () => {
  const turn = fc.record({
    does: fc.constantFrom('mfa', 'mfa-status', 'mfa-bind', 'start', 'validate', 'complete'),
    host: fc.constantFrom(BACK_END, BACK_END, 'other.example.com', US),
    id: fc.constantFrom(undefined, undefined, 'a', 'b'),
    at: fc.oneof(
      fc.nat({ max: 12 }).map((n) => n * 500),
      fc.nat({ max: 40 }).map(minutes),
    ),
    took: fc.constantFrom(0, 500, seconds(90)),
    success: fc.constantFrom('true', 'false', 'pending', 'possession_required', true, false),
    next: fc.constantFrom('validate', 'complete', 'nonsense'),
    refused: fc.constantFrom(false, false, false, true),
  });
  type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
  const play = ({ does, host, id, at, took, success, next, refused }: Turn, i: number): Call => {
    const correlationId = id && { correlationId: idOf(id) };
    const first = does === 'mfa' || does === 'start';
    return call({
      operation: does,
      id: `x${String(i).padStart(2, '0')}`,
      at,
      took,
      // The generic paths of a start flow need a mark on a back end.
      host,
      url: `https://${host}/v3/${does}`,
      body: first ? { ...type, flowType: 'mobile' } : { ...correlationId, flowType: 'x' },
      answer: { ...(first && correlationId), success, next: { [`v3-${next}`]: '' } },
      ...(refused && refusal(8003, 403)),
    });
  };
  const sent = fc.array(turn, { minLength: 1, maxLength: 20 }).map((turns) => turns.map(play));
  const shuffled = <T>(items: readonly T[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
  const arrivals = sent.chain((calls) =>
    fc.record({
      calls: fc.constant(calls),
      one: shuffled(calls),
      other: shuffled(calls),
      gone: fc.subarray(calls),
    }),
  );
  const allOf = (index: FlowIndex) => ({
    flows: index
      .opened()
      .map((flow) => ({ ...summarize(flow, SOON), guesses: flow.calls.map((c) => flow.isGuess(c)) })),
    lone: index.withoutFlow().map(({ call, reason }) => `${call.exchange.id}: ${reason}`),
  });

  it('nothing depends on the order of arrival', () => {
    fc.assert(
      fc.property(arrivals, ({ one, other }) => {
        expect(allOf(indexOf(...one))).toEqual(allOf(indexOf(...other)));
      }),
      { numRuns: 500 },
    );
  });

  it('taking calls out again leaves what the others alone would have made', () => {
    fc.assert(
      fc.property(arrivals, ({ calls, one, gone }) => {
        const index = indexOf(...one);
        for (const call of gone) index.remove(call);
        expect(allOf(index)).toEqual(allOf(indexOf(...calls.filter((call) => !gone.includes(call)))));
      }),
      { numRuns: 500 },
    );
  });

  it('the errors are those that the calls with ids have among themselves', () => {
    fc.assert(
      fc.property(arrivals, ({ calls }) => {
        const errorsOf = (index: FlowIndex) =>
          index
            .opened()
            .flatMap((flow) => [...flow.problems])
            .flatMap(([id, problems]) =>
              problems.filter(({ severity }) => severity === 'error').map(({ code }) => `${id} ${code}`),
            )
            .sort();
        const sure = calls.filter(({ facts }) => (facts.requestId ?? facts.responseId) !== undefined);
        expect(errorsOf(indexOf(...calls))).toEqual(errorsOf(indexOf(...sure)));
      }),
      { numRuns: 500 },
    );
  });
});

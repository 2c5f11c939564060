import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { minutes, NOON, refusal, seconds, summarize } from '../fixtures.test-support.ts';
import { aFlow, type Story } from './a-flow.test-support.ts';
import type { FlowState } from './flow.ts';
import { FlowIndex } from './flow-index.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'e'];
const NOW = NOON + minutes(10);

/** All that an index says, in an order that arrival has no part in. */
const allOf = (index: FlowIndex) => ({
  flows: index.opened().map((flow) => summarize(flow, NOW)),
  lone: index.withoutFlow().map(({ call, reason }) => `${call.exchange.id}: ${reason}`),
});

/** Adds calls in an order, and reads what is known in between wherever `peeks` says so. */
function arrive(calls: readonly Call[], peeks: readonly boolean[] = []): FlowIndex {
  const index = new FlowIndex();
  for (const [i, call] of calls.entries()) {
    index.add(call);
    if (peeks[i % peeks.length]) allOf(index);
  }
  return index;
}

interface Plan {
  kind: 'mfa' | 'unify' | 'start' | 'verify' | 'verify-v1';
  type: 'mobile' | 'desktop' | 'none';
  ending: FlowState;
  age: 'bind' | 'repeated status';
  polls: number;
  begins: number;
  rhythm: number;
}

const plans = fc.array(
  fc.record<Plan>({
    kind: fc.constantFrom('mfa', 'unify', 'start', 'verify', 'verify-v1'),
    type: fc.constantFrom('mobile', 'desktop', 'none'),
    ending: fc.constantFrom('waiting', 'possession-required', 'succeeded', 'failed', 'refused', 'expired'),
    age: fc.constantFrom('bind', 'repeated status'),
    polls: fc.nat({ max: 4 }),
    begins: fc.nat({ max: minutes(2) }),
    rhythm: fc.integer({ min: 1000, max: 5000 }),
  }),
  { minLength: 1, maxLength: LETTERS.length },
);

/** A flow as the documents want it. Only a flow of `none` asks for possession. */
const tellers: Record<Plan['kind'], (plan: Plan, story: Story) => Story> = {
  mfa: ({ type, ending, age, polls, rhythm }, story) => {
    const after = rhythm;
    if (ending === 'refused') return story.mfa(type, refusal(8001));
    story.mfa(type).polls(polls, { after });
    if (type === 'none' && ending !== 'waiting') story.status('possession_required', { after });
    if (ending === 'expired')
      return story.status('', { after, ...disowned, ...(type === 'none' && { phone: '2001004011' }) });
    const last = lastAnswer(ending);
    if (last === undefined) return story;
    if (type !== 'none') return story.status(last, { after });
    return age === 'bind' ? story.bind(last, { after }) : story.status(last, { after, phone: '2001004011' });
  },
  unify: ({ type, ending, polls, rhythm }, story) => {
    const after = rhythm;
    if (ending === 'refused') return story.unify(type, refusal(8001));
    story.unify(type);
    for (let i = 0; i < polls; i++) story.unifyStatus('pending', { after });
    if (type === 'none' && ending !== 'waiting') story.unifyStatus('possession_required', { after });
    if (ending === 'expired') return story.unifyStatus('', { after, ...disowned });
    const last = lastAnswer(ending);
    if (last === undefined) return story;
    return type === 'none' ? story.unifyBind(last, { after }) : story.unifyStatus(last, { after });
  },
  start: ({ ending, age, polls, rhythm }, story) => {
    const after = rhythm;
    if (ending === 'refused') return story.start(refusal(8001));
    story.start();
    // A step that was refused may be taken again.
    for (let i = 0; i < polls; i++) story.validate('complete', { after, ...refusal(8003, 403) });
    if (ending === 'waiting') return story;
    if (ending === 'expired') return story.validate('complete', { after, ...disowned });
    if (age === 'bind') story.validate('challenge', { after }).challenge('complete', { after });
    else story.validate('complete', { after });
    const last = lastAnswer(ending);
    return last === undefined ? story : story.complete(last === 'true', { after });
  },
  verify: ({ ending }, story) =>
    ending === 'refused' ? story.verify('true', refusal(8001)) : story.verify(lastAnswer(ending) ?? 'true'),
  'verify-v1': ({ ending, polls, rhythm }, story) => {
    const after = rhythm;
    if (ending === 'refused') return story.verifyV1('pending', refusal(8001));
    story.verifyV1('pending');
    for (let i = 0; i < polls; i++) story.verifyStatus('pending', { after });
    if (ending === 'expired') return story.verifyStatus('', { after, ...disowned });
    const last = lastAnswer(ending);
    return last === undefined ? story : story.verifyStatus(last, { after });
  },
};

/** The API says that it knows no such id: it is too old, or used up. */
const disowned = refusal(8008);

const lastAnswer = (ending: FlowState): 'true' | 'false' | undefined =>
  ending === 'succeeded' ? 'true' : ending === 'failed' ? 'false' : undefined;

const tell = (plan: Plan, i: number): Story =>
  tellers[plan.kind](plan, aFlow(LETTERS[i], { at: plan.begins }));

function stateOf({ kind, type, ending }: Plan): FlowState {
  if (kind === 'verify' && ending !== 'refused' && ending !== 'failed') return 'succeeded';
  const asks = type === 'none' && (kind === 'mfa' || kind === 'unify');
  return ending === 'possession-required' && !asks ? 'waiting' : ending;
}

/** An answer "false" as text, to a status or a bind. */
const isTruthy = ({ kind, ending }: Plan) => ending === 'failed' && kind !== 'start' && kind !== 'verify';

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

const peeks = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });

describe('for any interleaving and arrival order of the calls of up to five flows', () => {
  const arrivals = plans.chain((all) => {
    const stories = all.map(tell);
    return fc.record({
      plans: fc.constant(all),
      stories: fc.constant(stories),
      order: shuffled(stories.flatMap(({ calls }) => calls)),
      peeks,
    });
  });

  it('the flows found are those that were generated, each with its state and no false problem', () => {
    fc.assert(
      fc.property(arrivals, ({ plans, stories, order, peeks }) => {
        const index = arrive(order, peeks);
        expect(index.withoutFlow()).toEqual([]);
        const found = new Map(index.opened().map((flow) => [flow.calls[0]?.exchange.id[0], flow]));
        expect(found.size).toBe(plans.length);
        for (const [i, plan] of plans.entries()) {
          const story = stories[i];
          const flow = found.get(LETTERS[i]);
          const last = story?.calls.at(-1)?.exchange.id ?? '';
          expect(flow && summarize(flow, NOW)).toMatchObject({
            correlationId: plan.ending === 'refused' ? null : story?.correlationId,
            kind: plan.kind === 'verify-v1' ? 'verify' : plan.kind,
            state: stateOf(plan),
            startedAt: NOON + plan.begins,
            calls: story?.calls.map(({ exchange: { id } }) => id),
          });
          expect([...(flow?.problems ?? [])].map(([id, [first]]) => [id, first?.code])).toEqual(
            isTruthy(plan) ? [[last, 'flow.truthy-success']] : [],
          );
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('for any calls at all, equal times, second first calls and strange answers among them', () => {
  const turn = fc.record({
    letter: fc.constantFrom(...LETTERS),
    does: fc.constantFrom(
      'mfa',
      'status',
      'bind',
      'unify',
      'unifyStatus',
      'unifyBind',
      'start',
      'validate',
      'challenge',
      'complete',
      'verify',
      'verifyV1',
      'verifyStatus',
    ),
    next: fc.constantFrom('validate', 'challenge', 'complete', 'done', 'nonsense'),
    type: fc.constantFrom('mobile', 'desktop', 'none', 'tablet'),
    success: fc.constantFrom('true', 'false', 'pending', 'possession_required', true, false, null),
    phone: fc.constantFrom('2001004011', null, 5),
    // Coarse, so that many calls begin and end at the same time; beyond the 15 minutes, too.
    at: fc.oneof(
      fc.nat({ max: 12 }).map((n) => n * 500),
      fc.nat({ max: 20 }).map(minutes),
    ),
    took: fc.constantFrom(0, 500, 1000, seconds(90)),
    ends: fc.constantFrom({}, {}, {}, {}, { answer: null }, { answer: '<p>' }, refusal(8003), refusal(8008), {
      status: 500,
    }),
  });
  type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
  const play = ({ letter, does, type, success, phone, next, at, took, ends }: Turn, i: number): Call[] => {
    const rest = { at, took, phone, id: `${letter}${String(i).padStart(2, '0')}`, ...ends };
    const story = aFlow(letter);
    switch (does) {
      case 'mfa':
      case 'unify':
        return story[does](type, rest).calls;
      case 'status':
      case 'bind':
      case 'unifyStatus':
      case 'unifyBind':
        return story[does](success, rest).calls;
      case 'start':
        return story.start(rest).calls;
      case 'validate':
      case 'challenge':
        return story[does](next, { ...rest, success: success !== false }).calls;
      case 'complete':
        return story.complete(success !== false, rest).calls;
      case 'verify':
      case 'verifyV1':
      case 'verifyStatus':
        return story[does](String(success), rest).calls;
    }
  };
  const calls = fc.array(turn, { minLength: 1, maxLength: 25 }).map((turns) => turns.flatMap(play));
  const arrivals = calls.chain((sent) =>
    fc.record({ sent: fc.constant(sent), order: shuffled(sent), other: shuffled(sent), peeks }),
  );

  it('flows, states, problems and reasons do not depend on the order of arrival, nor on when they are read', () => {
    fc.assert(
      fc.property(arrivals, ({ order, other, peeks }) => {
        expect(allOf(arrive(order, peeks))).toEqual(allOf(arrive(other)));
      }),
      { numRuns: 400 },
    );
  });

  it('each call stands in one flow or has one reason, never both', () => {
    fc.assert(
      fc.property(arrivals, ({ sent, order }) => {
        const index = arrive(order);
        const inFlows = index.opened().flatMap((flow) => flow.calls);
        const lone = index.withoutFlow().map(({ call }) => call);
        expect([...inFlows, ...lone].map(({ exchange: { id } }) => id).sort()).toEqual(
          sent.map(({ exchange: { id } }) => id).sort(),
        );
        for (const call of inFlows) expect(index.reasonOf(call.exchange.id)).toBeUndefined();
        for (const call of lone) expect(index.reasonOf(call.exchange.id)).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it('taking calls out again leaves what the others alone would have made', () => {
    const withGone = arrivals.chain(({ sent, order, peeks }) =>
      fc.record({
        order: fc.constant(order),
        gone: fc.subarray(sent),
        peeks: fc.constant(peeks),
      }),
    );
    fc.assert(
      fc.property(withGone, ({ order, gone, peeks }) => {
        const index = arrive(order, peeks);
        for (const call of gone) index.remove(call);
        expect(allOf(index)).toEqual(allOf(arrive(order.filter((call) => !gone.includes(call)))));
      }),
      { numRuns: 200 },
    );
  });
});

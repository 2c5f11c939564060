import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFlow, type Story } from './a-flow.test-support.ts';
import type { Call } from './call.ts';
import { minutes, NOON, refusal, seconds, summarize } from './fixtures.test-support.ts';
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
  type: 'mobile' | 'desktop' | 'none';
  ending: FlowState;
  age: 'bind' | 'repeated status';
  polls: number;
  begins: number;
  rhythm: number;
}

const plans = fc.array(
  fc.record<Plan>({
    type: fc.constantFrom('mobile', 'desktop', 'none'),
    ending: fc.constantFrom('waiting', 'possession-required', 'succeeded', 'failed', 'refused'),
    age: fc.constantFrom('bind', 'repeated status'),
    polls: fc.nat({ max: 4 }),
    begins: fc.nat({ max: minutes(2) }),
    rhythm: fc.integer({ min: 1000, max: 5000 }),
  }),
  { minLength: 1, maxLength: LETTERS.length },
);

/** A flow as the documents want it. Only a flow of `none` asks for possession. */
function tell({ type, ending, age, polls, begins, rhythm }: Plan, i: number): Story {
  const story = aFlow(LETTERS[i], { at: begins });
  const after = rhythm;
  if (ending === 'refused') return story.mfa(type, refusal(8001));
  story.mfa(type).polls(polls, { after });
  if (type === 'none' && ending !== 'waiting') story.status('possession_required', { after });
  if (ending !== 'succeeded' && ending !== 'failed') return story;
  const last = ending === 'succeeded' ? 'true' : 'false';
  if (type !== 'none') return story.status(last, { after });
  return age === 'bind' ? story.bind(last, { after }) : story.status(last, { after, phone: '2001004011' });
}

const stateOf = ({ type, ending }: Plan): FlowState =>
  ending === 'possession-required' && type !== 'none' ? 'waiting' : ending;

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
            kind: 'mfa',
            state: stateOf(plan),
            startedAt: NOON + plan.begins,
            calls: story?.calls.map(({ exchange: { id } }) => id),
          });
          expect([...(flow?.problems ?? [])].map(([id, [first]]) => [id, first?.code])).toEqual(
            plan.ending === 'failed' ? [[last, 'flow.truthy-success']] : [],
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('for any calls at all, equal times, second first calls and strange answers among them', () => {
  const turn = fc.record({
    letter: fc.constantFrom(...LETTERS),
    does: fc.constantFrom('mfa', 'status', 'bind'),
    type: fc.constantFrom('mobile', 'desktop', 'none', 'tablet'),
    success: fc.constantFrom('true', 'false', 'pending', 'possession_required', true, false, null),
    phone: fc.constantFrom('2001004011', null, 5),
    // Coarse, so that many calls begin and end at the same time; beyond the 15 minutes, too.
    at: fc.oneof(
      fc.nat({ max: 12 }).map((n) => n * 500),
      fc.nat({ max: 20 }).map(minutes),
    ),
    took: fc.constantFrom(0, 500, 1000, seconds(90)),
    ends: fc.constantFrom({}, {}, {}, {}, { answer: null }, { answer: '<p>' }, refusal(8003), {
      status: 500,
    }),
  });
  type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
  const play = ({ letter, does, type, success, phone, at, took, ends }: Turn, i: number): Call[] => {
    const rest = { at, took, phone, id: `${letter}${String(i).padStart(2, '0')}`, ...ends };
    const story = aFlow(letter);
    if (does === 'mfa') return story.mfa(type, rest).calls;
    return does === 'bind' ? story.bind(success, rest).calls : story.status(success, rest).calls;
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

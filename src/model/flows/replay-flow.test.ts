import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { call, refusal, seconds } from '../fixtures.test-support.ts';
import { aFlow, flowOf, type Story } from './a-flow.test-support.ts';
import { learnCarried, NOTHING_CARRIED } from './carry.ts';
import { draftOfStep, nextStep, pauseBefore, planReplay, refusalOf, repeatAfter } from './replay-flow.ts';

const planOf = (story: Story) => planReplay(flowOf(story));
const stepOf = (story: Story, index: number) => {
  const step = planOf(story)[index];
  if (!step) throw new Error('the story has no such step');
  return step;
};
const status = (success: string) => call({ operation: 'mfa-status', answer: { success } });

describe('the plan', () => {
  test('has every call in its order, with the pauses of the capture', () => {
    const story = aFlow()
      .mfa('none')
      .polls(2)
      .status('possession_required')
      .bind('true', { after: seconds(9) });
    const plan = planOf(story);
    expect(plan.map(({ operation }) => operation.id)).toEqual([
      'mfa',
      'mfa-status',
      'mfa-status',
      'mfa-status',
      'mfa-bind',
    ]);
    // A call of the story takes 100 ms.
    expect(plan.map(({ pause }) => pause)).toEqual([0, 1900, 1900, 1900, 8900]);
    const options = { stopAtRefusal: true };
    expect(plan.map((step) => pauseBefore(step, { ...options, longestPause: 5000 }))).toEqual([
      0, 1900, 1900, 1900, 5000,
    ]);
    expect(plan.map((step) => pauseBefore(step, { ...options, longestPause: 0 }))).toEqual([0, 0, 0, 0, 0]);
  });

  test('says where the browser handed over a part of a body only', () => {
    const story = aFlow().mfa('mobile', { truncated: 'request' }).status('true');
    expect(planOf(story).map(({ incomplete }) => incomplete !== undefined)).toEqual([true, false]);
  });
});

test('every later call of any flow brings the new id, and the old one nowhere', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('mobile', 'desktop', 'none'),
      fc.nat({ max: 5 }),
      fc.constantFrom('mfa', 'unify', 'start'),
      (type, polls, kind) => {
        const tell = (letter: string): Story => {
          const story = aFlow(letter);
          if (kind === 'start')
            return story.start().validate('challenge').challenge('complete').complete(true);
          if (kind === 'unify') return story.unify(type).unifyStatus('pending').unifyStatus('true');
          return story.mfa(type).polls(polls).status('true');
        };
        const [before, now] = [tell('a'), tell('b')];
        const answers = planOf(now).map(({ captured }) => captured.exchange.response?.body?.text);
        let carried = NOTHING_CARRIED;
        for (const [index, step] of planOf(before).entries()) {
          const { body } = draftOfStep(step, carried);
          expect(body).not.toContain(index === 0 ? now.correlationId : before.correlationId);
          const { request, response } = step.captured.exchange;
          expect(body).toBe(request.body?.text.replaceAll(before.correlationId, now.correlationId));
          carried = learnCarried(carried, response?.body?.text, answers[index]);
        }
        expect(carried.get(before.correlationId)).toBe(now.correlationId);
      },
    ),
  );
});

describe('a refusal', () => {
  const story = aFlow().mfa('mobile').status('true');

  test('stops the replay, as does an answer that never came', () => {
    const refused = call({ operation: 'mfa-status', ...refusal(8008) });
    expect(refusalOf(stepOf(story, 1), refused)).toBe(
      'Stopped: the API refused mfa-status (400, code 8008).',
    );
    expect(refusalOf(stepOf(story, 1), call({ operation: 'mfa-status', answer: null }))).toMatch(/no answer/);
    expect(refusalOf(stepOf(story, 1), undefined)).toMatch(/could not be read/);
    expect(refusalOf(stepOf(story, 1), status('false'))).toBeUndefined();
  });

  test('that the captured flow had in the same place does not', () => {
    const early = aFlow().mfa('none').bind('true', refusal(8003, 403)).status('pending');
    const refused = call({ operation: 'mfa-bind', ...refusal(8003, 403) });
    expect(refusalOf(stepOf(early, 1), refused)).toBeUndefined();
    expect(refusalOf(stepOf(early, 1), call({ operation: 'mfa-bind', ...refusal(8001) }))).toMatch(/refused/);
  });
});

describe('polls', () => {
  const story = aFlow().mfa('none').polls(3).status('possession_required').bind('true').status('true');
  const plan = planOf(story);

  test('go on where the capture had its answer and the replay is pending', () => {
    const last = stepOf(story, 4);
    expect(repeatAfter(last, status('pending'))).toBe(2000);
    expect(repeatAfter(last, status('possession_required'))).toBeUndefined();
    expect(repeatAfter(stepOf(story, 2), status('pending'))).toBeUndefined();
    expect(repeatAfter(stepOf(story, 0), call({ answer: { success: 'pending' } }))).toBeUndefined();
  });

  test('are left out where the replay has its answer sooner', () => {
    expect(nextStep(plan, 1, status('possession_required'))).toBe(5);
    expect(nextStep(plan, 1, status('pending'))).toBe(2);
    expect(nextStep(plan, 4, status('possession_required'))).toBe(5);
    expect(nextStep(plan, 6, status('true'))).toBe(7);
    expect(nextStep(plan, 0, call({ answer: { success: 'pending' } }))).toBe(1);
    expect(nextStep(planOf(aFlow().mfa('mobile').polls(3)), 1, status('true'))).toBe(4);
  });
});

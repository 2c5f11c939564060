import { describe, expect, it } from 'vitest';
import { call, minutes, NOON, seconds } from '../fixtures.test-support.ts';
import { aFlow, flowOf, indexOf, type Story } from './a-flow.test-support.ts';
import { nextCalls } from './next-call.ts';

const soon = NOON + seconds(30);
const offered = (story: Story, now = soon) =>
  nextCalls(flowOf(story), now).map(({ kind, operation }) => `${kind} ${operation.id}`);

describe('what may follow in a flow', () => {
  it('is a status after the first call', () => {
    expect(offered(aFlow().mfa('mobile'))).toEqual(['next mfa-status', 'again mfa']);
  });

  it('is the bind first, once possession is required', () => {
    expect(offered(aFlow().mfa('none').status('possession_required'))).toEqual([
      'next mfa-bind',
      'next mfa-status',
      'again mfa',
    ]);
  });

  it('is nothing but another flow after an end, and after fifteen minutes', () => {
    expect(offered(aFlow().mfa('mobile').status('true'))).toEqual(['again mfa']);
    expect(offered(aFlow().mfa('mobile'), NOON + minutes(16))).toEqual(['again mfa']);
  });
});

describe('the draft of the next call', () => {
  it('goes where the flow runs, with its correlationId and its headers', () => {
    const story = aFlow().mfa('mobile', { host: 'shop.example.com' });
    const [next] = nextCalls(flowOf(story), soon);
    expect(next?.draft).toMatchObject({
      operationId: 'mfa-status',
      method: 'POST',
      url: 'https://shop.example.com/v3/mfa-status',
      headers: [
        { name: 'Authorization', value: 'Bearer t' },
        { name: 'Content-Type', value: 'application/json' },
      ],
    });
    expect(JSON.parse(next?.draft.body ?? '')).toMatchObject({ correlationId: story.correlationId });
  });

  it('carries ids on, and leaves out what this operation does not take', () => {
    const clientRequestId = '71010d88-d0e7-4a24-9297-d1be6fefde81';
    const body = { possessionType: 'mobile', phoneNumber: '2001004011', clientRequestId };
    const story = aFlow().mfa('mobile', { body });
    const [next] = nextCalls(flowOf(story), soon);
    expect(JSON.parse(next?.draft.body ?? '')).toEqual({
      correlationId: story.correlationId,
      clientRequestId,
    });
  });

  it('breaks no rule of the flow', () => {
    for (const story of [
      aFlow().mfa('mobile'),
      aFlow().mfa('desktop').polls(2),
      aFlow().mfa('none').status('possession_required'),
    ]) {
      const [next] = nextCalls(flowOf(story), soon);
      const sent = call({
        operation: next?.operation.id ?? '',
        body: next?.draft.body,
        answer: { success: 'pending', phoneNumber: '2001004011' },
        at: seconds(30),
        id: 'sent',
      });
      expect(sent.problems).toEqual([]);
      const [flow] = indexOf(story, sent).opened();
      expect(flow?.problems.get('sent') ?? []).toEqual([]);
    }
  });
});

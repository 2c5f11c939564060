import { describe, expect, test } from 'vitest';
import type { Exchange, Failure } from '../exchange.ts';
import { exchange } from '../fixtures.test-support.ts';
import { completeReplay } from './complete-replay.ts';

const replay = (change: Partial<Exchange> = {}): Exchange => ({
  ...exchange({ id: 'r1' }),
  origin: 'replay',
  ...change,
});
const failed = (kind: Failure['kind'], detail: string): Exchange => {
  const { response: _, ...rest } = replay();
  return { ...rest, failure: { kind, detail } };
};

describe('a send and what the network log says of it', () => {
  test('are one exchange with the log’s times and headers and the sender’s bytes', () => {
    const sent = replay({ startedAt: 1000, duration: 9 });
    const headers = [{ name: 'content-length', value: '2' }];
    const seen = replay({
      startedAt: 1001,
      duration: 7,
      timings: { wait: 5 },
      request: { ...sent.request, headers, body: { text: '{', bytes: 2, truncated: true } },
    });
    expect(completeReplay(sent, seen)).toEqual({
      ...sent,
      startedAt: 1001,
      duration: 7,
      timings: { wait: 5 },
      request: { ...sent.request, headers },
    });
  });

  test.each([
    [failed('cors', 'Failed to fetch'), failed('refused', 'net::ERR_CONNECTION_REFUSED'), 'refused'],
    [failed('cors', 'NetworkError'), failed('unknown', ''), 'cors'],
    [failed('timeout', ''), failed('aborted', 'net::ERR_ABORTED'), 'timeout'],
  ])('fail for the reason that is known best', (sent, seen, kind) => {
    expect(completeReplay(sent, seen).failure?.kind).toBe(kind);
  });

  test('did not fail when the sender could read the answer', () => {
    const seen = { ...replay(), failure: { kind: 'cors', detail: '' } as const };
    expect(completeReplay(replay(), seen)).not.toHaveProperty('failure');
  });

  test('are a redirect where the sender was shown only that there was one', () => {
    const { response: _, ...hidden } = replay({ failure: { kind: 'redirect', detail: '' } });
    const seen = replay({
      response: { status: 307, statusText: '', headers: [{ name: 'Location', value: '/v3/mfa' }] },
    });
    expect(completeReplay(hidden, seen)).toMatchObject({ response: { status: 307 } });
    expect(completeReplay(hidden, seen)).not.toHaveProperty('failure');
  });

  test('are the answer at the end of the redirects, not the redirect', () => {
    const seen = replay({ response: { status: 307, statusText: '', headers: [] } });
    expect(completeReplay(replay(), seen).response?.status).toBe(200);
  });

  test('have the body of whoever has it whole', () => {
    const { request, response } = replay();
    if (!response) throw new Error('the fixture has an answer');
    const cut = replay({ request, response: { ...response, body: { text: '', bytes: 9, truncated: true } } });
    expect(completeReplay(cut, replay()).response?.body).toEqual(response.body);
    expect(completeReplay(replay(), cut).response?.body).toEqual(response.body);
  });
});

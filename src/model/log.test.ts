import { describe, expect, it } from 'vitest';
import { exchange, minutes, sdkExchange, seconds } from './fixtures.test-support.ts';
import { Log } from './log.ts';
import { defaultBounds } from './log-bounds.ts';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';

const first = (id: string, at: number) =>
  exchange({ id: `mfa ${id}`, at, answer: { correlationId: id, success: 'pending' } });
const status = (id: string, at: number, success = 'pending') =>
  exchange({
    id: `status ${id} ${at}`,
    operation: 'mfa-status',
    at,
    body: { correlationId: id },
    answer: { phoneNumber: '', success },
  });

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('the log', () => {
  it('keeps calls by their start, however they arrive', () => {
    const log = new Log();
    for (const at of [3, 1, 2]) log.add(exchange({ id: `at ${at}`, at: seconds(at) }));
    expect(log.calls.map((call) => call.exchange.id)).toEqual(['at 1', 'at 2', 'at 3']);
  });

  it('keeps nothing of what is not V3', () => {
    const log = new Log();
    expect(log.add(exchange({ url: 'https://example.com/style.css', method: 'GET' }))).toBeUndefined();
    expect(log.calls).toEqual([]);
  });

  it('shows an exchange that is seen again with more of its content once, with that content', () => {
    const log = new Log();
    log.add(exchange({ id: 'r1', answer: null }));
    log.add(exchange({ id: 'r1', answer: { correlationId: A, success: 'pending' } }));
    expect(log.calls).toHaveLength(1);
    expect(log.flows.opened().map((flow) => flow.correlationId)).toEqual([A]);
    expect(log.flows.withoutFlow()).toEqual([]);
  });

  it('counts problems of calls and of flows, also when a later call changes a flow', () => {
    const log = new Log();
    log.add(status(A, seconds(2)));
    expect(log.counts()).toEqual({ error: 0, warning: 1, hint: 0 });
    // The first call arrives late: the id is known after all.
    log.add(first(A, 0));
    expect(log.counts().warning).toBe(0);
    log.add(exchange({ id: 'bad', body: { possessionType: 'tablet' }, at: seconds(5), answer: null }));
    expect(log.counts().error).toBe(1);
    log.remove('bad');
    expect(log.counts().error).toBe(0);
  });

  it('counts the same whether it is asked after each call or after a thousand', () => {
    const asked = new Log();
    const left = new Log();
    // First calls come after what they explain, and some flows begin again.
    const all = Array.from({ length: 1200 }, (_, n) => [
      status(uuid(n % 1000), seconds(n)),
      first(uuid(n), n),
    ]).flat();
    const gone = all.flatMap(({ id }, n) => (n % 3 === 0 ? [id] : []));
    for (const log of [asked, left]) for (const one of all) if (log.add(one) && log === asked) log.counts();
    for (const id of gone) asked.remove(id);
    left.removeAll(gone);
    expect(asked.counts().warning).toBeGreaterThan(0);
    expect(left.counts()).toEqual(asked.counts());
    for (const call of left.calls) expect(left.verdictOf(call)).toBe(asked.verdictOf(call));
  });

  it('calls a valid body invalid where only its flow shows the error', () => {
    const log = new Log();
    log.add(first(A, 0));
    const call = log.add(
      exchange({
        operation: 'mfa-status',
        at: seconds(2),
        body: { correlationId: A, phoneNumber: '2001004011' },
      }),
    );
    expect(call?.verdict).toBe('valid');
    expect(call && log.verdictOf(call)).toBe('invalid');
    expect(call && log.problemsOf(call).map(({ code }) => code)).toContain('flow.phone-not-allowed');
    log.remove(`mfa ${A}`);
    expect(call && log.verdictOf(call)).toBe('valid');
    log.add(first(A, 0));
    expect(call && log.verdictOf(call)).toBe('invalid');
  });

  it('lets many calls go at once, with their problems and their places in flows', () => {
    const log = new Log();
    const correlationId = 'a1b2c3d4-5555-4b08-83ba-75d08780aebd';
    log.add(exchange({ id: 'first', body: { possessionType: 'desktop' }, answer: { correlationId } }));
    log.add(exchange({ id: 'poll', operation: 'mfa-status', at: seconds(2), body: { correlationId } }));
    log.add(exchange({ id: 'other', operation: 'token', at: seconds(3) }));
    expect(log.counts().error).toBe(1);
    log.removeAll(['first', 'other', 'never there']);
    expect(log.calls.map((call) => call.exchange.id)).toEqual(['poll']);
    expect(log.flows.reasonOf('poll')).toBe('unknown-id');
    expect(log.counts().error).toBe(0);
    expect(log.evicted).toBe(0);
  });

  describe('at its bounds', () => {
    it('lets whole flows go, the oldest first, and says how many calls went', () => {
      const log = new Log({ ...defaultBounds, calls: 10 });
      log.add(first(A, 0));
      log.add(first(B, 1));
      for (let at = 1; at <= 5; at++) log.add(status(A, seconds(at)));
      for (let at = 1; at <= 4; at++) log.add(status(B, seconds(at) + 1));
      expect(log.calls.every((call) => call.facts.requestId !== A && call.facts.responseId !== A)).toBe(true);
      expect(log.flows.opened().map((flow) => flow.correlationId)).toEqual([B]);
      expect(log.evicted).toBe(6);
    });

    it('counts the size of bodies, and lets go until there is room', () => {
      const log = new Log({ ...defaultBounds, bytes: 10_000 });
      for (let n = 0; n < 20; n++)
        log.add(
          exchange({ id: `n${n}`, at: minutes(n), body: { smsMessage: 'x'.repeat(1000) }, answer: null }),
        );
      expect(log.calls.length).toBeLessThan(10);
      expect(log.calls.at(-1)?.exchange.id).toBe('n19');
      expect(log.evicted + log.calls.length).toBe(20);
    });

    it('keeps pinned flows, and lets the oldest of the others go', () => {
      const log = new Log({ ...defaultBounds, calls: 10 });
      log.add(first(A, 0));
      log.pin(A);
      for (let n = 1; n <= 30; n++) log.add(first(uuid(n), minutes(n)));
      log.add(status(A, minutes(31)));
      expect(log.flows.find(A)?.calls).toHaveLength(2);
      expect(log.calls.length).toBeLessThanOrEqual(10);
      expect(log.calls.at(-2)?.facts.responseId).toBe(uuid(30));
      expect(log.evicted + log.calls.length).toBe(32);
      expect(log.isCrowded).toBe(false);
    });

    it('keeps what the client SDK did for a pinned flow', () => {
      const log = new Log({ ...defaultBounds, calls: 5 });
      log.add(exchange({ id: 'opens', answer: { correlationId: A, authToken: 'T', success: 'pending' } }));
      log.add(sdkExchange({ id: 'sdk', token: 'T', at: 1 }));
      log.pin(A);
      for (let n = 1; n <= 20; n++) log.add(first(uuid(n), minutes(n)));
      expect(log.findSdkCall('sdk')).toBeDefined();
      expect(log.pinnedExchanges().map(({ id }) => id)).toEqual(['opens', 'sdk']);
    });

    it('says so where pinned flows alone are too much, and still takes in what is new', () => {
      const log = new Log({ ...defaultBounds, calls: 20 });
      for (let n = 1; n <= 15; n++) log.add(first(uuid(n), minutes(n)));
      for (let n = 1; n <= 15; n++) log.pin(uuid(n));
      expect(log.isCrowded).toBe(false);
      for (let at = 1; at <= 10; at++) log.add(status(uuid(1), minutes(1) + seconds(at)));
      expect(log.isCrowded).toBe(true);
      expect(log.calls).toHaveLength(25);
      for (let n = 16; n <= 40; n++) log.add(first(uuid(n), minutes(n)));
      expect(log.calls.length).toBeLessThanOrEqual(27);
      expect(log.calls.at(-1)?.facts.responseId).toBe(uuid(40));
      expect([...log.pinnedIds].every((id) => log.flows.find(id))).toBe(true);
    });

    it('lets a flow go with the others once it is unpinned', () => {
      const log = new Log({ ...defaultBounds, calls: 10 });
      for (let n = 1; n <= 10; n++) log.add(first(uuid(n), minutes(n)));
      for (let n = 1; n <= 10; n++) log.pin(uuid(n));
      log.add(first(A, minutes(11)));
      expect(log.calls).toHaveLength(11);
      for (let n = 1; n <= 10; n++) log.pin(uuid(n), false);
      expect(log.isCrowded).toBe(false);
      expect(log.calls.map((call) => call.facts.responseId)).toEqual([
        ...Array.from({ length: 9 }, (_, n) => uuid(n + 2)),
        A,
      ]);
    });

    it('forgets the problems of what went', () => {
      const log = new Log({ ...defaultBounds, calls: 2 });
      for (let n = 0; n < 6; n++)
        log.add(exchange({ id: `n${n}`, at: seconds(n), body: { possessionType: 'tablet' }, answer: null }));
      expect(log.counts().error).toBe(log.calls.length);
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { exchange, minutes, NOON, sdkExchange, seconds } from '../fixtures.test-support.ts';
import { Log } from '../log.ts';
import { defaultBounds, type LogBounds } from '../log-bounds.ts';
import { aFlow, type Story, tokenOf } from './a-flow.test-support.ts';
import { compareFlows, firstDifference } from './compare-flows.ts';
import { nameOf, subjectOf, titleOf } from './describe-step.ts';
import type { Flow } from './flow.ts';
import { flowAsMarkdown } from './flow-as-markdown.ts';
import { toSteps } from './flow-steps.ts';
import { layOutDiagram } from './lay-out-diagram.ts';

/** What the client SDK does for the flow with this letter, at a time. */
const sdk = (letter: string, at: number, more: Parameters<typeof sdkExchange>[0] = {}) =>
  sdkExchange({ token: tokenOf(letter), at, id: `sdk ${letter} ${at}`, ...more });

const good = (letter = 'a', at = 0) => aFlow(letter, { at }).mfa('mobile').polls(3).status('true');

function logOf(items: readonly (Story | Exchange)[], bounds: LogBounds = defaultBounds): Log {
  const log = new Log(bounds);
  for (const item of items)
    for (const one of 'calls' in item ? item.calls.map((call) => call.exchange) : [item]) log.add(one);
  return log;
}

function only(log: Log): Flow {
  const [flow] = log.flows.opened();
  if (!flow) throw new Error('There is no flow.');
  return flow;
}

const idsOf = (log: Log, flow: Flow) => log.sdkCallsOf(flow).map((call) => call.exchange.id);

describe('what the client SDK does', () => {
  it('belongs to the flow whose token it carries', () => {
    const log = logOf([good('a'), good('b', 500), sdk('b', 900), sdk('a', 800), sdk('c', 850)]);
    expect(log.flows.opened().map((flow) => idsOf(log, flow))).toEqual([['sdk a 800'], ['sdk b 900']]);
  });

  it('is no call: it has no verdict, stands in no list and counts no problem', () => {
    const log = logOf([good(), sdk('a', 800, { answer: '<html>' }), sdk('z', 900)]);
    expect(log.calls).toHaveLength(5);
    expect(log.flows.withoutFlow()).toEqual([]);
    expect(log.counts()).toEqual({ error: 0, warning: 0, hint: 0 });
  });

  it('is shown once where it is seen again with more of its content, and gone when it is removed', () => {
    const log = logOf([good(), sdk('a', 800, { id: 's', answer: null }), sdk('a', 800, { id: 's' })]);
    expect(log.sdkCallsOf(only(log)).map((call) => call.exchange.response?.status)).toEqual([200]);
    log.remove('s');
    expect(log.findSdkCall('s')).toBeUndefined();
    expect(idsOf(log, only(log))).toEqual([]);
  });

  it('belongs to flows of every kind that returns a token', () => {
    const stories = [aFlow().unify('mobile').unifyStatus('true'), aFlow().start().validate('complete')];
    for (const story of stories) {
      const log = logOf([sdk('a', 800), story]);
      expect(idsOf(log, only(log))).toEqual(['sdk a 800']);
    }
  });
});

describe('in the story of a flow', () => {
  const log = logOf([
    good(),
    sdk('a', 800, { name: 'mobile/otp/start' }),
    sdk('a', seconds(5), {
      name: 'mobile/otp/finish',
      answer: { error: { code: 10001, message: 'no' } },
    }),
    sdk('a', seconds(20), { name: 'device/passive/verify', answer: null }),
  ]);
  const flow = only(log);
  const told = () => toSteps(flow, log, { sdkCalls: log.sdkCallsOf(flow) });

  it('stands at its time, also between equal polls', () => {
    expect(told().map(titleOf)).toEqual([
      'mfa · mobile',
      'SDK mobile/otp/start',
      'mfa-status × 2, every 2.0 s',
      'SDK mobile/otp/finish',
      'mfa-status',
      'mfa-status',
      'SDK device/passive/verify',
    ]);
    expect(toSteps(flow, log).map(titleOf)).toEqual([
      'mfa · mobile',
      'mfa-status × 3, every 2.0 s',
      'mfa-status',
    ]);
  });

  it('has a name for those who hear it', () => {
    const names = told().flatMap((step) => (step.kind === 'sdk' ? nameOf(step, flow.startedAt) : []));
    expect(names).toEqual([
      'SDK mobile/otp/start at 0.8 s: 200, after 100 ms.',
      'SDK mobile/otp/finish at 5.0 s: 200, error 10001, after 100 ms.',
      'SDK device/passive/verify at 20.0 s: failed, no answer, after 100 ms.',
    ]);
  });

  it('is a row of the Markdown, without its token', () => {
    const text = flowAsMarkdown(flow, log, NOON + minutes(1), log.sdkCallsOf(flow));
    expect(text).toContain('| 2 | 0.8 s | SDK mobile/otp/start | 200 | 100 ms | not judged |');
    expect(text).toContain('| 4 | 5.0 s | SDK mobile/otp/finish | 200 · error 10001 | 100 ms | not judged |');
    expect(text).not.toContain('eyJ');
  });

  it('goes to a lifeline of its own, between the others', () => {
    const options = {
      startedAt: flow.startedAt,
      labels: { page: 'page', device: 'device API', api: 'V3 API' },
      measure: (text: string) => text.length * 7,
      notesOf: () => [],
    };
    for (const width of [240, 340, 640, 1280]) {
      const { page, device, api, bands } = layOutDiagram(told(), { ...options, width });
      const middle = device?.x ?? 0;
      expect(page.x < middle && middle < api.x).toBe(true);
      for (const { step, call, answer, title } of bands) {
        if (answer) expect(call.x2).toBe(step.kind === 'sdk' ? middle : api.x);
        const half = options.measure(title.text) / 2;
        expect(title.x - half >= page.x && title.x + half <= api.x).toBe(true);
      }
      const edges = [page, device, api].map((line) => {
        const size = options.measure(line?.label ?? '');
        const from = (line?.labelX ?? 0) - { start: 0, middle: size / 2, end: size }[line?.anchor ?? 'start'];
        return [from, from + size];
      });
      expect(edges.flat()).toEqual(edges.flat().sort((a, b) => a - b));
      expect(layOutDiagram(toSteps(flow, log), { ...options, width }).device).toBeUndefined();
    }
  });

  it('is compared by what came of it, not by its bodies, which are new each time', () => {
    const both = logOf([
      good('a'),
      good('b', minutes(1)),
      sdk('a', 800),
      sdk('b', minutes(1) + 800, { body: { otp: '1234' }, answer: { error: { code: 10001 } } }),
    ]);
    const [left, right] = both.flows.opened();
    if (!left || !right) throw new Error('Two flows are needed.');
    const first = firstDifference(compareFlows(left, right, both, (one) => both.sdkCallsOf(one)));
    expect(first?.pair.left && subjectOf(first.pair.left)).toBe('SDK mobile/otp/start');
    expect(first?.difference).toMatchObject({ in: 'outcome', left: '200', right: '200 · error 10001' });
  });
});

describe('at the bounds of the log', () => {
  it('it counts, and goes with its flow', () => {
    const log = logOf(
      [good('a'), sdk('a', 800), sdk('a', 900), good('b', minutes(1)), sdk('b', minutes(1) + 800)],
      { ...defaultBounds, calls: 14 },
    );
    expect(log.evicted).toBe(0);
    log.add(exchange({ id: 'one more', at: minutes(2), answer: null }));
    log.add(exchange({ id: 'two more', at: minutes(2), answer: null }));
    expect(log.evicted).toBe(7);
    expect(log.findSdkCall('sdk a 800')).toBeUndefined();
    expect(log.findSdkCall(`sdk b ${minutes(1) + 800}`)).toBeDefined();
  });

  it('its bodies count, and it goes by itself where its flow is unknown', () => {
    const log = new Log({ ...defaultBounds, bytes: 10_000 });
    for (let n = 0; n < 30; n++) log.add(sdk('z', seconds(n), { body: { text: 'x'.repeat(1000) } }));
    expect(log.evicted).toBeGreaterThan(20);
    expect(log.findSdkCall('sdk z 0')).toBeUndefined();
    expect(log.findSdkCall(`sdk z ${seconds(29)}`)).toBeDefined();
  });
});

describe('for any flows and calls of the client SDK', () => {
  const letters = ['a', 'b', 'c'];
  const items = fc.record({
    sdk: fc.array(
      fc.record({ letter: fc.constantFrom(...letters, 'z'), at: fc.nat({ max: 5 }).map((n) => n * 1000) }),
      { maxLength: 12 },
    ),
    order: fc.infiniteStream(fc.nat()),
  });

  it('what belongs to which flow, and where it stands, does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(items, ({ sdk: planned, order }) => {
        const asked = planned.map(({ letter, at }, i) =>
          sdk(letter, at, { id: `s${String(i).padStart(2, '0')}` }),
        );
        const all = [
          ...letters.flatMap((letter, i) => good(letter, i * 700).calls.map((call) => call.exchange)),
          ...asked,
        ];
        const mixed = all
          .map((one) => ({ one, rank: order.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        const tell = (log: Log) =>
          log.flows
            .opened()
            .map((flow) =>
              toSteps(flow, log, { sdkCalls: log.sdkCallsOf(flow) }).map(
                (step) => `${step.id} ${titleOf(step)}`,
              ),
            );
        const told = tell(logOf(all));
        expect(tell(logOf(mixed))).toEqual(told);
        for (const [i, letter] of letters.entries())
          expect(told[i]?.filter((title) => title.includes('SDK'))).toHaveLength(
            planned.filter((one) => one.letter === letter).length,
          );
      }),
    );
  });
});

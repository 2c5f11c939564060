import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchange, NOON, seconds } from '../fixtures.test-support.ts';
import { Log } from '../log.ts';
import { CallList } from './call-list.ts';
import { byStart, callColumns } from './call-order.ts';
import { compileFilter } from './match-filter.ts';
import { parseFilter } from './parse-filter.ts';

const filterOf = (text: string) => compileFilter(parseFilter(text).terms);
const always = () => false;
const ids = (list: CallList) => list.rows.map(({ id }) => id);

function watched(log = new Log()) {
  const list = new CallList(log);
  log.watch(list);
  return { log, list };
}

const FLOWS = ['713189b8-5555-4b08-83ba-75d08780aebd', '813189b8-5555-4b08-83ba-75d08780aebd'];

/** Small logs in which ids, starts and flows meet often. */
const anyExchange = fc
  .record({
    id: fc.nat(11),
    at: fc.nat(6),
    operation: fc.constantFrom('mfa', 'mfa-status', 'mfa-bind', 'token'),
    flow: fc.constantFrom(...FLOWS),
    success: fc.constantFrom('pending', 'possession_required', 'true'),
    desktop: fc.boolean(),
  })
  .map(({ id, at, operation, flow, success, desktop }) =>
    exchange({
      id: `c${id}`,
      at: at * 1000,
      operation,
      body:
        operation === 'mfa' ? { possessionType: desktop ? 'desktop' : 'mobile' } : { correlationId: flow },
      answer: { correlationId: flow, success },
    }),
  );

const anyAction = fc.oneof(
  { weight: 6, arbitrary: anyExchange.map((added) => ({ do: 'add' as const, added })) },
  { weight: 2, arbitrary: fc.nat(11).map((id) => ({ do: 'remove' as const, id: `c${id}` })) },
  { weight: 1, arbitrary: fc.array(fc.nat(11)).map((gone) => ({ do: 'remove all' as const, gone })) },
  { weight: 1, arbitrary: fc.nat(6).map((at) => ({ do: 'mark' as const, at })) },
  { weight: 2, arbitrary: fc.nat(4).map((steps) => ({ do: 'work' as const, steps })) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('arrange' as const),
      text: fc.constantFrom('', 'is:invalid', '-is:valid', 'is:orphan', 'flow:7', 'pending', 'status:2xx'),
      column: fc.constantFrom(...callColumns),
      descending: fc.boolean(),
    }),
  },
);

describe('the list of calls', () => {
  it('is, however it came about, what a list made afresh would be', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
        const { log, list } = watched();
        let arranged: { filter: ReturnType<typeof filterOf>; order: typeof byStart } = {
          filter: filterOf(''),
          order: byStart,
        };
        let marks = 0;
        for (const action of actions) {
          if (action.do === 'add') log.add(action.added);
          else if (action.do === 'remove') log.remove(action.id);
          else if (action.do === 'remove all') log.removeAll(action.gone.map((id) => `c${id}`));
          else if (action.do === 'mark')
            log.mark({ id: `m${marks++}`, url: 'u', at: NOON + action.at * 1000 });
          else if (action.do === 'work') {
            let left = action.steps;
            list.work(() => left-- <= 0);
          } else {
            const { text, column, descending } = action;
            arranged = { filter: filterOf(text), order: { column, descending } };
            list.arrange(arranged.filter, arranged.order);
          }
        }
        list.work(always);
        const fresh = new CallList(log);
        fresh.arrange(arranged.filter, arranged.order);
        fresh.work(always);
        expect(ids(list)).toEqual(ids(fresh));
        expect(list.calls).toBe(fresh.calls);
        expect(list.span).toEqual(fresh.span);
        for (const [index, id] of ids(list).entries()) expect(list.indexOf(id)).toBe(index);
        const passing = log.calls.filter((call) => arranged.filter.matches(call, log));
        expect(list.calls).toBe(passing.length);
      }),
      { numRuns: 500 },
    );
  });

  it('puts navigations between calls, and leaves them out of a selection and of other orders', () => {
    const { log, list } = watched();
    log.add(exchange({ id: 'old', at: 0 }));
    log.add(exchange({ id: 'new', at: seconds(2) }));
    log.mark({ id: 'm', url: 'https://example.com/next', at: NOON + seconds(1) });
    expect(ids(list)).toEqual(['old', 'm', 'new']);
    list.arrange(filterOf(''), { column: 'start', descending: true });
    list.work(always);
    expect(ids(list)).toEqual(['new', 'm', 'old']);
    list.arrange(filterOf(''), { column: 'duration', descending: false });
    list.work(always);
    expect(ids(list)).toEqual(['old', 'new']);
    list.arrange(filterOf('status:2xx'), byStart);
    list.work(always);
    expect(ids(list)).toEqual(['old', 'new']);
  });

  it('lets a call in once its flow shows what is asked for', () => {
    const { log, list } = watched();
    list.arrange(filterOf('is:invalid'), byStart);
    list.work(always);
    const [correlationId] = FLOWS;
    log.add(
      exchange({
        id: 'bind',
        operation: 'mfa-bind',
        at: seconds(4),
        body: { correlationId, phoneNumber: '2001004014' },
        answer: { success: 'pending' },
      }),
    );
    expect(ids(list)).toEqual([]);
    log.add(
      exchange({
        id: 'first',
        body: { possessionType: 'mobile' },
        answer: { correlationId, success: 'pending' },
      }),
    );
    expect(ids(list)).toEqual(['bind']);
    log.remove('first');
    expect(ids(list)).toEqual([]);
  });
});

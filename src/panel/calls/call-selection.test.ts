import { describe, expect, it } from 'vitest';
import { CallList } from '../../model/filter/call-list.ts';
import { exchange, NOON, seconds } from '../../model/fixtures.test-support.ts';
import { Log } from '../../model/log.ts';
import { CallSelection } from './call-selection.ts';

/** The calls a to e with a navigation between b and c. */
function open() {
  const log = new Log();
  const list = new CallList(log);
  log.watch(list);
  for (const [index, id] of ['a', 'b', 'c', 'd', 'e'].entries())
    log.add(exchange({ id, at: seconds(index * 10) }));
  log.mark({ id: 'm', url: 'https://example.com/next', at: NOON + seconds(15) });
  const selection = new CallSelection(list);
  const chosen = () => selection.calls().map((call) => call.exchange.id);
  return { log, selection, chosen, cursor: () => selection.cursor.value };
}

describe('the choice of calls', () => {
  it('is one call, until others are added or taken out one by one', () => {
    const { selection, chosen } = open();
    selection.choose('d');
    selection.toggle('a');
    selection.toggle('b');
    expect(chosen()).toEqual(['a', 'b', 'd']);
    selection.toggle('a');
    expect(chosen()).toEqual(['b', 'd']);
  });

  it('stretches from where it began, in both directions, and leaves navigations out', () => {
    const { selection, chosen, cursor } = open();
    selection.choose('b');
    selection.extendTo('d');
    expect(chosen()).toEqual(['b', 'c', 'd']);
    selection.extendTo('a');
    expect(chosen()).toEqual(['a', 'b']);
    expect(cursor()).toBe('a');
  });

  it('moves over a navigation, and stops at the ends', () => {
    const { selection, cursor } = open();
    selection.choose('b');
    selection.moveTo(2, 1, false);
    expect(cursor()).toBe('c');
    selection.moveTo(2, -1, false);
    expect(cursor()).toBe('b');
    selection.moveTo(99, 1, false);
    expect(cursor()).toBe('e');
    selection.moveTo(-5, -1, true);
    expect(cursor()).toBe('a');
  });

  it('takes all calls, and loses those that go', () => {
    const { log, selection, chosen } = open();
    selection.chooseAll();
    log.removeAll(['a', 'c']);
    expect(chosen()).toEqual(['b', 'd', 'e']);
    selection.clear();
    expect(chosen()).toEqual([]);
  });
});

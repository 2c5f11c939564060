import { computed } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { CallList } from '../model/filter/call-list.ts';
import { exchange, NOON, seconds } from '../model/fixtures.test-support.ts';
import { Store } from './store.ts';

/** A store whose frames are drawn by hand. */
function openStore(preserveLog = false) {
  const frames: (() => void)[] = [];
  const store = new Store((work) => frames.push(work));
  store.changeSettings({ preserveLog });
  const draw = () => {
    for (const work of frames.splice(0)) work();
  };
  return { store, frames, draw, rows: watchRows(store) };
}

/** Calls and navigations as a view reads them once it is told of a change. */
function watchRows(store: Store) {
  const list = new CallList(store.log);
  store.watch(list);
  const rows = computed(() => {
    store.version;
    return [...list.rows];
  });
  return () => rows.value.map((row) => ('mark' in row ? row.mark.url : row.id));
}

describe('the store', () => {
  it('tells views of any number of calls once a frame', () => {
    const { store, frames, draw, rows } = openStore();
    expect(rows()).toHaveLength(0);
    for (let n = 0; n < 50; n++) store.record(exchange({ id: `n${n}`, at: n }));
    expect(frames).toHaveLength(1);
    expect(rows()).toHaveLength(0);
    draw();
    expect(rows()).toHaveLength(50);
  });

  it('empties the log at a navigation, and keeps what the new page has sent already', () => {
    const { store, draw, rows } = openStore();
    store.record(exchange({ id: 'old', at: 0 }));
    store.record(exchange({ id: 'new', at: seconds(2) }));
    store.selectCall('old');
    store.navigated('https://example.com/next', NOON + seconds(1));
    draw();
    expect(rows()).toEqual(['new']);
    expect(store.selectedCall.value).toBeUndefined();
  });

  it('leaves a mark between the calls where the log is preserved', () => {
    const { store, draw, rows } = openStore(true);
    store.record(exchange({ id: 'old', at: 0 }));
    store.record(exchange({ id: 'new', at: seconds(2) }));
    store.navigated('https://example.com/next', NOON + seconds(1));
    draw();
    expect(rows()).toEqual(['old', 'https://example.com/next', 'new']);
  });

  it('forgets calls, marks and choice when it is cleared', () => {
    const { store, draw, rows } = openStore(true);
    store.record(exchange({ id: 'old' }));
    store.navigated('https://example.com/next', NOON);
    store.selectCall('old');
    store.clear();
    draw();
    expect(rows()).toEqual([]);
    expect(store.selectedCallId.value).toBeUndefined();
  });
});

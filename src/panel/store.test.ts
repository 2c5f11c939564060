import { describe, expect, it } from 'vitest';
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
  return { store, frames, draw };
}

const ids = (store: Store) => store.rows.value.map(({ id }) => id);

describe('the store', () => {
  it('tells views of any number of calls once a frame', () => {
    const { store, frames, draw } = openStore();
    expect(ids(store)).toHaveLength(0);
    for (let n = 0; n < 50; n++) store.record(exchange({ id: `n${n}`, at: n }));
    expect(frames).toHaveLength(1);
    expect(ids(store)).toHaveLength(0);
    draw();
    expect(ids(store)).toHaveLength(50);
  });

  it('empties the log at a navigation, and keeps what the new page has sent already', () => {
    const { store, draw } = openStore();
    store.record(exchange({ id: 'old', at: 0 }));
    store.record(exchange({ id: 'new', at: seconds(2) }));
    store.selectCall('old');
    store.navigated('https://example.com/next', NOON + seconds(1));
    draw();
    expect(ids(store)).toEqual(['new']);
    expect(store.selectedCall.value).toBeUndefined();
  });

  it('leaves a mark between the calls where the log is preserved', () => {
    const { store, draw } = openStore(true);
    store.record(exchange({ id: 'old', at: 0 }));
    store.record(exchange({ id: 'new', at: seconds(2) }));
    store.navigated('https://example.com/next', NOON + seconds(1));
    draw();
    expect(store.rows.value.map((row) => ('mark' in row ? row.mark.url : row.id))).toEqual([
      'old',
      'https://example.com/next',
      'new',
    ]);
  });

  it('forgets calls, marks and choice when it is cleared', () => {
    const { store, draw } = openStore(true);
    store.record(exchange({ id: 'old' }));
    store.navigated('https://example.com/next', NOON);
    store.selectCall('old');
    store.clear();
    draw();
    expect(ids(store)).toEqual([]);
    expect(store.selectedCallId.value).toBeUndefined();
  });
});

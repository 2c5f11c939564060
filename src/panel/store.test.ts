import { computed, effect } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { CallList } from '../model/filter/call-list.ts';
import { exchange, NOON, seconds } from '../model/fixtures.test-support.ts';
import { NO_FLOW, Store } from './store.ts';

/** A store whose frames are drawn by hand. */
function openStore(preserveLog = false) {
  const frames = new Set<() => void>();
  const store = new Store((work) => frames.add(work));
  store.changeSettings({ preserveLog });
  const draw = () => {
    for (const work of frames) work();
    frames.clear();
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

/** How often something that is read has become known: at first, and with each change. */
function effectCount(read: () => unknown) {
  let count = 0;
  effect(() => {
    read();
    count++;
  });
  return () => count;
}

describe('the store', () => {
  it('tells views of any number of calls once', () => {
    const { store, frames, draw, rows } = openStore();
    expect(rows()).toHaveLength(0);
    for (let n = 0; n < 50; n++) store.record(exchange({ id: `n${n}`, at: n }));
    expect(frames.size).toBe(1);
    expect(rows()).toHaveLength(0);
    draw();
    expect(rows()).toHaveLength(50);
  });

  it('tells views at once where they are drawn for another reason, and then no more', () => {
    const { store, draw, rows } = openStore();
    const told = effectCount(() => store.version);
    expect(rows()).toEqual([]);
    store.record(exchange({ id: 'a' }));
    expect(rows()).toEqual([]);
    store.tellViews();
    expect(rows()).toEqual(['a']);
    draw();
    store.tellViews();
    expect(told()).toBe(2);
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

  it('keeps what was imported at a navigation: it is of no page', () => {
    const { store, draw, rows } = openStore();
    store.record(exchange({ id: 'old', at: 0 }));
    store.record({ ...exchange({ id: 'sent', at: 0 }), origin: 'replay' });
    store.record({ ...exchange({ id: 'file', at: 1 }), origin: 'imported' });
    store.navigated('https://example.com/next', NOON + seconds(1));
    draw();
    expect(rows()).toEqual(['file']);
  });

  it('keeps pinned flows at a navigation, and forgets them when it is cleared', () => {
    const { store, draw, rows } = openStore();
    const correlationId = '713189b8-5555-4b08-83ba-75d08780aebd';
    store.record(exchange({ id: 'other', at: 0, answer: null }));
    store.record(exchange({ id: 'opens', at: 1, answer: { correlationId, success: 'pending' } }));
    store.pinFlow(correlationId, true);
    store.navigated('https://example.com/next', NOON + seconds(1));
    draw();
    expect(rows()).toEqual(['opens']);
    expect(store.log.isPinned(correlationId)).toBe(true);
    store.clear();
    draw();
    expect(rows()).toEqual([]);
    expect(store.log.isPinned(correlationId)).toBe(false);
  });

  it('leaves chosen at a navigation what stays', () => {
    const { store } = openStore();
    const correlationId = '713189b8-5555-4b08-83ba-75d08780aebd';
    store.record({ ...exchange({ id: 'file', at: 0, answer: { correlationId } }), origin: 'imported' });
    store.selectFlow(correlationId);
    store.selectCall('file');
    store.navigated('https://example.com/next', NOON + seconds(1));
    expect(store.selectedFlow.value?.id).toBe(correlationId);
    expect(store.selectedCall.value?.exchange.id).toBe('file');
    store.remove(['file']);
    expect(store.selectedFlowId.value).toBeUndefined();
    expect(store.selectedCallId.value).toBeUndefined();
  });

  it('leaves the calls without a flow chosen as long as there are some', () => {
    const { store } = openStore();
    store.record(exchange({ id: 'old', at: 0, answer: null }));
    store.record(exchange({ id: 'new', at: seconds(2), answer: null }));
    store.selectFlow(NO_FLOW);
    store.navigated('https://example.com/next', NOON + seconds(1));
    expect(store.selectedFlowId.value).toBe(NO_FLOW);
    store.remove(['new']);
    expect(store.selectedFlowId.value).toBeUndefined();
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

describe('routes and bounds of the user', () => {
  const url = 'https://app.example.com/api/go';
  const route = { path: '/api/go', operationId: 'mfa' };
  const body = { possessionType: 'mobile' };

  it('make calls of what looked like V3 before, and the other way round', () => {
    const { store, draw, rows } = openStore();
    store.record(exchange({ id: 'own', url, body }));
    store.record(exchange({ id: 'foreign', url, body: { q: 1 }, answer: {} }));
    draw();
    expect(rows()).toEqual([]);
    expect([...store.unmatched.exchanges].map(({ id }) => id)).toEqual(['own']);

    store.changeSettings({ routes: [route] });
    draw();
    expect(rows()).toEqual(['own']);
    expect(store.log.find('own')?.operation.id).toBe('mfa');
    expect([...store.unmatched.exchanges]).toEqual([]);

    store.changeSettings({ routes: [{ ...route, operationId: 'unify' }] });
    expect(store.log.find('own')?.operation.id).toBe('unify');

    store.changeSettings({ routes: [{ ...route, off: true }] });
    draw();
    expect(rows()).toEqual([]);
    store.changeSettings({ routes: [route] });
    draw();
    expect(rows()).toEqual(['own']);
  });

  it('leave calls of V3 itself as they are', () => {
    const { store } = openStore();
    store.record(exchange({ id: 'v3' }));
    const before = store.log.find('v3');
    store.changeSettings({ routes: [route] });
    expect(store.log.find('v3')).toBe(before);
  });

  it('go on after a new document, which leaves nothing of the old one', () => {
    const { store } = openStore();
    store.record(exchange({ id: 'old', url, body }));
    store.navigated('https://example.com/next', NOON + seconds(1));
    expect([...store.unmatched.exchanges]).toEqual([]);
    store.changeSettings({ routes: [route] });
    store.record(exchange({ id: 'new', url, body, at: seconds(2) }));
    expect(store.log.find('old')).toBeUndefined();
    expect(store.log.find('new')?.operation.id).toBe('mfa');
  });

  it('drop the oldest calls at once where there are too many', () => {
    const { store } = openStore();
    for (let n = 0; n < 200; n++) store.record(exchange({ id: `n${n}`, at: n, answer: null }));
    store.changeSettings({ bounds: { calls: 100, megabytes: 100 } });
    expect(store.log.calls.length).toBeLessThanOrEqual(100);
    expect(store.log.find('n0')).toBeUndefined();
    expect(store.log.find('n199')).toBeDefined();
  });
});

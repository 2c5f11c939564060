import { describe, expect, it, vi } from 'vitest';
import { parseFilter } from '../../model/filter/parse-filter.ts';
import { exchange, seconds } from '../../model/fixtures.test-support.ts';
import { Store } from '../store.ts';
import { CallsStore } from './calls-store.ts';

const FLOW = 'a1b2c3d4-5555-4b08-83ba-75d08780aebd';

const EMAIL = 'wilhelmine.quarz@mail.example';

/** Two calls of a flow between two others. */
function open() {
  const store = new Store((work) => work());
  const calls = new CallsStore(store);
  store.record(exchange({ id: 'before', operation: 'token', took: 300 }));
  store.record(
    exchange({ id: 'first', at: seconds(1), answer: { correlationId: FLOW, success: 'pending' } }),
  );
  store.record(
    exchange({
      id: 'poll',
      at: seconds(3),
      operation: 'mfa-status',
      body: { correlationId: FLOW },
      took: 50,
    }),
  );
  store.record(exchange({ id: 'after', at: seconds(5), operation: 'token', took: 200 }));
  const ids = () => calls.list.rows.map(({ id }) => id);
  return { store, calls, ids };
}

describe('the calls on show', () => {
  it('follow the filter, and what comes later too', () => {
    const { store, calls, ids } = open();
    calls.filterText.value = 'operation:token';
    expect(ids()).toEqual(['before', 'after']);
    store.record(exchange({ id: 'late', at: seconds(2), operation: 'token' }));
    expect(ids()).toEqual(['before', 'late', 'after']);
    calls.filterText.value = '';
    expect(ids()).toHaveLength(5);
  });

  it('are sorted by a column, the other way round, and by time again', () => {
    const { calls, ids } = open();
    calls.sortBy('duration');
    expect(ids()).toEqual(['poll', 'first', 'after', 'before']);
    calls.sortBy('duration');
    expect(ids()).toEqual(['before', 'after', 'first', 'poll']);
    calls.sortBy('duration');
    expect(ids()).toEqual(['before', 'first', 'poll', 'after']);
  });

  it('go when they are deleted, their flow is judged anew, and come back when that is undone', () => {
    const { store, calls, ids } = open();
    calls.selection.choose('first');
    calls.deleteSelected();
    expect(ids()).toEqual(['before', 'poll', 'after']);
    expect(calls.selection.cursor.value).toBe('poll');
    expect(store.log.flows.reasonOf('poll')).toBe('unknown-id');
    calls.undoDelete();
    expect(ids()).toEqual(['before', 'first', 'poll', 'after']);
    expect(store.log.flows.reasonOf('poll')).toBeUndefined();
  });

  it('come back deletion by deletion, and never into the log of another page', () => {
    const { store, calls, ids } = open();
    for (const id of ['first', 'after']) {
      calls.selection.choose(id);
      calls.deleteSelected();
    }
    calls.undoDelete();
    expect(ids()).toEqual(['before', 'poll', 'after']);
    calls.undoDelete();
    expect(ids()).toEqual(['before', 'first', 'poll', 'after']);
    calls.selection.choose('first');
    calls.deleteSelected();
    store.clear();
    expect(calls.deleted.value).toEqual([]);
  });

  it('stand there once while they are masked, and all again when they are not', async () => {
    const { store, calls, ids } = open();
    store.changeSettings({ mask: true });
    await vi.waitFor(() => expect(ids()).toHaveLength(4));
    store.record(exchange({ id: 'late', at: seconds(9), body: { emailAddress: EMAIL } }));
    await vi.waitFor(() => expect(ids()).toEqual(['before', 'first', 'poll', 'after', 'late']));
    const texts = calls.list.rows.map((row) => ('call' in row ? row.call.exchange.request.body?.text : ''));
    expect(texts.join()).not.toContain(EMAIL);
    store.changeSettings({ mask: false });
    await vi.waitFor(() => expect(ids()).toEqual(['before', 'first', 'poll', 'after', 'late']));
    store.record(exchange({ id: 'last', at: seconds(10) }));
    expect(ids()).toHaveLength(6);
  });

  it('come back as they were captured where they were deleted while they were masked', async () => {
    const { store, calls, ids } = open();
    store.record(exchange({ id: 'late', at: seconds(9), body: { emailAddress: EMAIL } }));
    store.changeSettings({ mask: true });
    await vi.waitFor(() => expect(ids()).toHaveLength(5));
    calls.selection.choose('late');
    calls.deleteSelected();
    calls.undoDelete();
    expect(store.captured.find('late')?.exchange.request.body?.text).toContain(EMAIL);
  });

  it('lose an order whose column is hidden', () => {
    const { calls, ids } = open();
    calls.sortBy('duration');
    calls.toggleColumn('duration');
    expect(ids()).toEqual(['before', 'first', 'poll', 'after']);
  });

  it('take terms into the filter, and let them go again', () => {
    const { calls } = open();
    calls.filterText.value = 'some  text';
    calls.addTerm({ key: 'host', negated: false, values: ['localhost:80'] });
    expect(calls.filterText.value).toBe('some  text host:localhost:80');
    const term = parseFilter(calls.filterText.value).terms.at(-1);
    if (term) calls.removeTerm(term);
    expect(calls.filterText.value).toBe('some  text');
  });

  it('keep at least one column', () => {
    const { calls } = open();
    for (const column of calls.layout.value.columns) calls.toggleColumn(column);
    expect(calls.layout.value.columns).toHaveLength(1);
    calls.toggleColumn('path');
    expect(calls.layout.value.columns).toContain('path');
    calls.resetColumns();
    expect(calls.layout.value.columns).toContain('verdict');
  });
});

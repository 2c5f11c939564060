import type { Call } from '../call.ts';
import { endOf } from '../exchange.ts';
import { isBefore } from '../flows/call-fold.ts';
import type { Flow } from '../flows/flow.ts';
import type { Log, LogWatcher } from '../log.ts';
import type { NavigationMark } from '../navigation-mark.ts';
import { byStart, type CallOrder, isByTime, isOfFlow, rankOf } from './call-order.ts';
import { type CallFilter, compileFilter } from './match-filter.ts';

interface CallRow {
  id: string;
  call: Call;
  /** What it is sorted by. */
  rank: number | string;
}

interface MarkRow {
  id: string;
  mark: NavigationMark;
  rank: number;
}

/** A line of a list of calls. */
export type Row = CallRow | MarkRow;

/** So many removals one by one cost less than one look at every row. */
const FEW = 16;

/** Every so many calls the clock is looked at. */
const CHECK = 16;

/**
 * The calls of a log that a filter lets through, in an order, and navigations between them while nothing is filtered
 * out. It follows the log call by call; only another filter or order looks at every call again, in `work`.
 */
export class CallList implements LogWatcher {
  #rows: Row[] = [];
  /** Ranks as they were when rows were placed, where they may change; elsewhere a call tells its own. */
  #ranks: Map<string, CallRow['rank']> | undefined;
  /** Calls that the filter has yet to see. */
  #pending: readonly Call[] = [];
  #next = 0;
  /** Of the pending calls those that have gone or been judged since. */
  #settled = new Set<Call>();
  #calls = 0;
  #span: { from: number; to: number } | undefined;

  constructor(
    private log: Log,
    private filter: CallFilter = compileFilter([]),
    private order: CallOrder = byStart,
  ) {
    this.arrange(filter, order);
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** How many calls are in the list. */
  get calls(): number {
    return this.#calls;
  }

  /** Whether there are calls that `work` has yet to look at. */
  get unfinished(): boolean {
    return this.#next < this.#pending.length;
  }

  /** The place of a row, from 0, or -1; found by halving. */
  indexOf(id: string): number {
    const call = this.log.find(id);
    if (call) return this.#indexOfCall(call);
    const mark = this.log.marks.find((candidate) => candidate.id === id);
    return mark ? this.#indexOfRow({ id, mark, rank: mark.at }) : -1;
  }

  #indexOfCall(call: Call): number {
    const { id } = call.exchange;
    const rank = this.#ranks ? this.#ranks.get(id) : rankOf(call, this.log, this.order.column);
    return rank === undefined ? -1 : this.#indexOfRow({ id, call, rank });
  }

  #indexOfRow(row: Row): number {
    const at = this.#placeOf(row);
    return this.#rows[at]?.id === row.id ? at : -1;
  }

  /** From the first start to the last end, in ms since the epoch. */
  get span(): { from: number; to: number } {
    if (this.#span) return this.#span;
    this.#span = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
    for (const row of this.#rows) this.#widen(row);
    return this.#span;
  }

  follow(log: Log): void {
    this.log = log;
    this.arrange(this.filter, this.order);
  }

  /** Takes another filter and order. The list is empty until `work` has filled it. */
  arrange(filter: CallFilter, order: CallOrder): void {
    this.filter = filter;
    this.order = order;
    this.#pending = [...this.log.calls];
    this.#next = 0;
    this.#settled.clear();
    this.#rows = [];
    this.#ranks = isOfFlow(order) ? new Map() : undefined;
    this.#calls = 0;
    this.#span = undefined;
    for (const mark of this.log.marks) this.marked(mark);
  }

  /** Looks at calls until none is left or the time is up; true when none is left. */
  work(isTimeUp: () => boolean): boolean {
    const found: Row[] = [];
    while (this.unfinished && (this.#next % CHECK > 0 || !isTimeUp())) {
      const call = this.#pending[this.#next++];
      if (!call || (this.#settled.size > 0 && this.#settled.has(call)) || !this.#lets(call)) continue;
      const row = this.#rowOf(call);
      this.#note(row);
      found.push(row);
    }
    this.#merge(found);
    if (this.unfinished) return false;
    this.#pending = [];
    this.#next = 0;
    this.#settled.clear();
    return true;
  }

  added(call: Call): void {
    if (this.#lets(call)) this.#insert(this.#rowOf(call));
  }

  removed(calls: readonly Call[]): void {
    if (this.unfinished) for (const call of calls) this.#settled.add(call);
    const before = this.#rows.length;
    if (calls.length > FEW) {
      const gone = new Set(calls);
      this.#rows = this.#rows.filter((row) => !('call' in row && gone.has(row.call)));
    } else
      for (const call of calls) {
        const at = this.#indexOfCall(call);
        if (at >= 0) this.#rows.splice(at, 1);
      }
    if (this.#ranks) for (const { exchange } of calls) this.#ranks.delete(exchange.id);
    this.#calls -= before - this.#rows.length;
    if (this.#rows.length < before) this.#span = undefined;
  }

  marked(mark: NavigationMark): void {
    if (this.filter.open && isByTime(this.order)) this.#insert({ id: mark.id, mark, rank: mark.at });
  }

  rejudged(flows: readonly Flow[], moved: readonly Call[]): void {
    if (!this.filter.ofFlow && !isOfFlow(this.order)) return;
    for (const flow of flows) for (const call of flow.calls) this.#rejudge(call);
    for (const call of moved) this.#rejudge(call);
  }

  #rejudge(call: Call) {
    const { id } = call.exchange;
    if (this.log.find(id) !== call) return;
    if (this.unfinished) this.#settled.add(call);
    const at = this.#indexOfCall(call);
    const wanted = this.#lets(call);
    if (at >= 0 && wanted && this.#rows[at]?.rank === rankOf(call, this.log, this.order.column)) return;
    if (at >= 0) this.removed([call]);
    if (wanted) this.#insert(this.#rowOf(call));
  }

  #lets(call: Call): boolean {
    return this.filter.open || this.filter.matches(call, this.log);
  }

  #rowOf(call: Call): CallRow {
    return { id: call.exchange.id, call, rank: rankOf(call, this.log, this.order.column) };
  }

  #note(row: Row) {
    this.#ranks?.set(row.id, row.rank);
    if ('call' in row) this.#calls++;
    if (this.#span) this.#widen(row);
  }

  #widen(row: Row) {
    if (!('call' in row) || !this.#span) return;
    const { exchange } = row.call;
    this.#span.from = Math.min(this.#span.from, exchange.startedAt);
    this.#span.to = Math.max(this.#span.to, endOf(exchange));
  }

  #insert(row: Row) {
    this.#note(row);
    this.#rows.splice(this.#placeOf(row), 0, row);
  }

  /** Where a row stands, or belongs. */
  #placeOf(row: Row): number {
    let low = 0;
    let high = this.#rows.length;
    const last = this.#rows[high - 1];
    // Most come last.
    if (last && this.#compare(last, row) < 0) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#rows[middle];
      if (other && this.#compare(other, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Brings new rows in; each slice of work costs one walk over the rows at most. */
  #merge(found: Row[]) {
    const compare = (a: Row, b: Row) => this.#compare(a, b);
    // Mostly they come in their order, and to see that costs a tenth of sorting them.
    if (!isSorted(found, compare)) found.sort(compare);
    const old = this.#rows;
    const [first] = found;
    const last = old.at(-1);
    if (!first) return;
    if (!last || compare(last, first) < 0) {
      for (const row of found) old.push(row);
      return;
    }
    const merged: Row[] = [];
    let at = 0;
    for (const row of found) {
      for (let other = old[at]; other && compare(other, row) < 0; other = old[++at]) merged.push(other);
      merged.push(row);
    }
    for (; at < old.length; at++) {
      const other = old[at];
      if (other) merged.push(other);
    }
    this.#rows = merged;
  }

  /** By rank; what is equal by start, and a navigation before the calls of its ms. Never 0 for two rows. */
  #compare(a: Row, b: Row): number {
    if (a.id === b.id) return 0;
    const sign = this.order.descending ? -1 : 1;
    if (a.rank !== b.rank) return a.rank < b.rank ? -sign : sign;
    if ('mark' in a || 'mark' in b)
      return sign * (Number('mark' in b) - Number('mark' in a) || compareIds(a, b));
    const first = isBefore(a.call, b.call) ? -1 : 1;
    return isByTime(this.order) ? sign * first : first;
  }
}

function isSorted(rows: readonly Row[], compare: (a: Row, b: Row) => number): boolean {
  let before: Row | undefined;
  for (const row of rows) {
    if (before && compare(before, row) > 0) return false;
    before = row;
  }
  return true;
}

const compareIds = (a: Row, b: Row) => (a.id < b.id ? -1 : 1);

import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import { CallList } from '../../model/filter/call-list.ts';
import type { CallColumn, CallOrder } from '../../model/filter/call-order.ts';
import { type CallsLayout, defaultCallsLayout } from '../../model/filter/calls-layout.ts';
import { printFilter, printTerm, type Term } from '../../model/filter/filter.ts';
import { compileFilter } from '../../model/filter/match-filter.ts';
import { type ParsedFilter, type PlacedTerm, parseFilter } from '../../model/filter/parse-filter.ts';
import type { Log } from '../../model/log.ts';
import { runInSlices } from '../run-in-slices.ts';
import type { Store } from '../store.ts';
import { CallSelection } from './call-selection.ts';

/** What the calls grid shows of the log: which calls, in which order and columns, and which are chosen. */
export class CallsStore {
  readonly filterText = signal('');
  readonly filter: ReadonlySignal<ParsedFilter> = computed(() => parseFilter(this.filterText.value));
  /** Calls are still being looked through. */
  readonly searching = signal(false);
  /** The grid follows what comes newest, until the reader scrolls away from it. */
  readonly following = signal(true);
  /** What was deleted and can be put back, the last deletion at the end; as it was captured, masked or not. */
  readonly deleted = signal<readonly (readonly Exchange[])[]>([]);
  /** How far the grid is scrolled, for when it is shown again; in CSS pixels. */
  scrollTop = 0;
  readonly selection: CallSelection;
  readonly #list: CallList;
  readonly #slices = signal(0);
  /** Counts the times that everything was arranged anew. */
  readonly #arranged = signal(0);
  readonly #meant = computed(() => printFilter(this.filter.value.terms));

  constructor(private readonly store: Store) {
    this.#list = new CallList(untracked(() => store.log));
    this.selection = new CallSelection(this.#list);
    store.watch(this.#list);
    const shown = computed(() => store.log);
    const captured = computed(() => store.captured);
    // What is gone with a page, or was cleared, does not come back into another log.
    effect(() => {
      captured.value;
      this.deleted.value = [];
    });
    let stop = () => {};
    effect(() => {
      // Another log, masked or not any more, is looked through from its beginning.
      shown.value;
      const filter = compileFilter(parseFilter(this.#meant.value).terms);
      const order = this.order.value;
      stop();
      untracked(() => {
        this.#list.arrange(filter, order);
        this.#arranged.value++;
        stop = runInSlices(
          (isTimeUp) => this.#list.work(isTimeUp),
          () => {
            this.searching.value = this.#list.unfinished;
            this.#slices.value++;
          },
        );
      });
    });
    // The details of a call may be opened from elsewhere.
    effect(() => {
      const id = store.selectedCallId.value;
      if (id !== undefined && id !== this.selection.cursor.peek()) this.selection.choose(id);
    });
  }

  /** The calls shown. Whoever reads it in a component is told when it changes. */
  get list(): CallList {
    this.store.version;
    this.#slices.value;
    return this.#list;
  }

  /** The whole log. */
  get log(): Log {
    return this.store.log;
  }

  get arranged(): number {
    return this.#arranged.value;
  }

  readonly layout: ReadonlySignal<CallsLayout> = computed(() => this.store.settings.value.calls);

  readonly order: ReadonlySignal<CallOrder> = computed(() => this.layout.value.order);

  readonly filtered: ReadonlySignal<boolean> = computed(() => this.filter.value.terms.length > 0);

  changeLayout(change: Partial<CallsLayout>): void {
    this.store.changeSettings({ calls: { ...this.layout.peek(), ...change } });
  }

  /** Sorts by a column; by the same once more turns the order round, and a third time back to the order of time. */
  sortBy(column: CallColumn): void {
    const { order } = this.layout.peek();
    const again = order.column === column;
    if (again && order.descending && column !== 'start')
      this.changeLayout({ order: defaultCallsLayout.order });
    else this.changeLayout({ order: { column, descending: again && !order.descending } });
  }

  /** Shows a column, or hides it; the last one stays. */
  toggleColumn(column: CallColumn): void {
    const { columns } = this.layout.peek();
    const others = columns.filter((other) => other !== column);
    if (others.length === columns.length) this.changeLayout({ columns: [...columns, column] });
    else if (others.length > 0) {
      // An order without a sign of it would puzzle.
      const order = this.order.peek().column === column ? { order: defaultCallsLayout.order } : {};
      this.changeLayout({ columns: others, ...order });
    }
  }

  resizeColumn(column: CallColumn, width: number): void {
    const widths = {
      ...this.layout.peek().widths,
      [column]: Math.max(40, Math.min(2000, Math.round(width))),
    };
    this.changeLayout({ widths });
  }

  resetColumns(): void {
    this.changeLayout({ columns: defaultCallsLayout.columns, widths: {} });
  }

  /** Adds a term to the filter. */
  addTerm(term: Term): void {
    this.filterText.value = `${this.filterText.peek().trim()} ${printTerm(term)}`.trim();
  }

  /** Takes a term out of the filter, and leaves the rest as it was typed. */
  removeTerm({ from, to }: PlacedTerm): void {
    const text = this.filterText.peek();
    this.filterText.value = `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();
  }

  /** Shows the details of a call. */
  open(id: string | undefined): void {
    this.store.selectCall(id);
  }

  /** Takes the chosen calls out of the log; the cursor goes to what follows them. */
  deleteSelected(): void {
    const calls = this.selection.calls();
    const last = calls.at(-1);
    if (!last) return;
    const place = this.#list.indexOf(last.exchange.id) + 1 - calls.length;
    const wasOpen = this.store.selectedCallId.peek() !== undefined;
    const ids = calls.map(({ exchange }) => exchange.id);
    const { captured } = this.store;
    const exchanges = ids.flatMap((id) => captured.find(id)?.exchange ?? []);
    this.deleted.value = [...this.deleted.peek(), exchanges];
    this.store.remove(ids);
    this.selection.clear();
    const next = this.selection.moveTo(place, 1, false);
    if (wasOpen && next !== undefined) this.open(this.selection.cursor.value);
  }

  /** Puts back what was deleted last. */
  undoDelete(): void {
    const last = this.deleted.peek().at(-1) ?? [];
    for (const exchange of last) this.store.record(exchange);
    this.deleted.value = this.deleted.peek().slice(0, -1);
  }
}

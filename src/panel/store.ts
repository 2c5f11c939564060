import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Call } from '../model/call.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Flow } from '../model/flow.ts';
import type { NoFlowReason } from '../model/flow-index.ts';
import { Log, type NavigationMark } from '../model/log.ts';
import type { SdkCall } from '../model/sdk-call.ts';
import { defaultSettings, type Settings, type ViewName } from '../model/settings.ts';

/** A line of the calls grid. */
export type Row = { id: string; call: Call } | { id: string; mark: NavigationMark };

/** Runs work later, once: views are told of changes once a frame, however many calls came. */
export type Schedule = (work: () => void) => void;

/**
 * The panel's state. It holds the one writable log; all that views show is computed from it.
 * Views read signals and call the named commands.
 */
export class Store {
  readonly settings: Signal<Settings>;
  readonly recording = signal(true);
  /** Requests of the inspected page, V3 or not, that the browser has told of. */
  readonly requestsSeen = signal(0);
  /** What came of looking for calls that the browser knows of and did not tell; null: it did not answer. */
  readonly look = signal<'never' | 'under way' | { found: number | null }>('never');
  /** The extension was reloaded or updated under the open panel: nothing more will come. */
  readonly disconnected = signal(false);
  readonly selectedCallId = signal<string | undefined>(undefined);
  /** Id of the chosen flow, or `'none'` for the calls without one. */
  readonly selectedFlowId = signal<string | undefined>(undefined);

  #log = new Log();
  readonly #changes = signal(0);
  #scheduled = false;

  constructor(
    private readonly schedule: Schedule,
    settings: Settings = defaultSettings,
  ) {
    this.settings = signal(settings);
  }

  /** The log. Whoever reads it in a component or a computed value is told when it changes. */
  get log(): Log {
    this.#changes.value;
    return this.#log;
  }

  readonly rows: ReadonlySignal<readonly Row[]> = computed(() => rowsOf(this.log));

  readonly flows: ReadonlySignal<readonly Flow[]> = computed(() => this.log.flows.opened());

  readonly withoutFlow: ReadonlySignal<readonly { call: Call; reason: NoFlowReason }[]> = computed(() =>
    this.log.flows.withoutFlow(),
  );

  readonly selectedCall: ReadonlySignal<Call | undefined> = computed(() => {
    const id = this.selectedCallId.value;
    return id === undefined ? undefined : this.log.find(id);
  });

  /** The chosen call where it is the client SDK's. */
  readonly selectedSdkCall: ReadonlySignal<SdkCall | undefined> = computed(() => {
    const id = this.selectedCallId.value;
    return id === undefined ? undefined : this.log.findSdkCall(id);
  });

  readonly selectedFlow: ReadonlySignal<Flow | undefined> = computed(() =>
    this.flows.value.find((flow) => flow.id === this.selectedFlowId.value),
  );

  /** Says what came of a look that was asked for; the recorder looks by itself, too. */
  looked(found: number | null): void {
    if (this.look.value === 'under way') this.look.value = { found };
  }

  /** Where every captured, imported and sent exchange ends. */
  record(exchange: Exchange): void {
    this.#log.add(exchange);
    this.#changed();
  }

  /** The page has a new document: a line in the log where it is preserved, else a new log. */
  navigated(url: string, at: number): void {
    if (this.settings.value.preserveLog)
      this.#log.mark({ id: `navigation-${at}-${this.#log.marks.length}`, url, at });
    else {
      // The news of a navigation may come after the first send from the new page.
      const kept = this.#log.exchangesSince(at);
      this.#empty();
      for (const exchange of kept) this.#log.add(exchange);
    }
    this.#changed();
  }

  clear(): void {
    this.#empty();
    this.look.value = 'never';
    this.#changed();
  }

  selectCall(id: string | undefined): void {
    this.selectedCallId.value = id;
  }

  selectFlow(id: string | undefined): void {
    this.selectedFlowId.value = id;
    this.selectedCallId.value = undefined;
  }

  openView(view: ViewName): void {
    this.changeSettings({ view });
  }

  changeSettings(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
  }

  #empty() {
    this.#log = new Log(this.#log.bounds);
    this.selectedCallId.value = undefined;
    this.selectedFlowId.value = undefined;
  }

  #changed() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.schedule(() => {
      this.#scheduled = false;
      this.#changes.value++;
    });
  }
}

/** Calls and navigations by time. */
function rowsOf({ calls, marks }: Log): Row[] {
  const rows: Row[] = [];
  let next = 0;
  for (const call of calls) {
    for (let mark = marks[next]; mark && mark.at <= call.exchange.startedAt; mark = marks[++next]) {
      rows.push({ id: mark.id, mark });
    }
    rows.push({ id: call.exchange.id, call });
  }
  return [...rows, ...marks.slice(next).map((mark) => ({ id: mark.id, mark }))];
}

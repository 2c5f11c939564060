import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { Call } from '../model/call.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Flow } from '../model/flows/flow.ts';
import type { NoFlowReason } from '../model/flows/flow-index.ts';
import type { SdkCall } from '../model/flows/sdk-call.ts';
import { Log, type LogWatcher } from '../model/log.ts';
import type { Route } from '../model/routes/route.ts';
import { activeRoutes } from '../model/routes/stored-route.ts';
import { defaultSettings, type Settings, type ViewName } from '../model/settings.ts';
import { ScreenMask } from './mask/screen-mask.ts';
import { Unmatched } from './unmatched.ts';

/**
 * Runs work later, once for many times that it is asked for: views are told of changes in the next frame, or, of calls
 * that pour in, when they have come to rest or that lasts too long.
 */
export type Schedule = (work: () => void, when: 'next frame' | 'when calm') => void;

/** What of a call its details show. */
export type CallPart = 'request' | 'response' | 'headers' | 'timing';

/** Stands for the calls without a flow where the id of a chosen flow would stand. */
export const NO_FLOW = 'none';

/**
 * The panel's state. It holds the one writable log; all that views show is computed from it.
 * Views read signals and call the named commands.
 */
export class Store {
  readonly recording = signal(true);
  /** Requests of the inspected page, V3 or not, that the browser has told of. */
  readonly requestsSeen = signal(0);
  /** When the recorder began; since when every call stands in the log. In ms since the epoch, undefined until told. */
  readonly openedAt = signal<number | undefined>(undefined);
  readonly since = signal<number | undefined>(undefined);
  /** What came of looking for calls that the browser knows of and did not tell; null: it did not answer. */
  readonly look = signal<'never' | 'under way' | { found: number | null }>('never');
  /** The extension was reloaded or updated under the open panel: nothing more will come. */
  readonly disconnected = signal(false);
  readonly selectedCallId = signal<string | undefined>(undefined);
  /** Stays from one call to the next, for who reads all answers. */
  readonly callPart = signal<CallPart>('request');
  /** Id of the chosen flow, or `NO_FLOW`. */
  readonly selectedFlowId = signal<string | undefined>(undefined);

  /** What came and is no call as long as no route says so. */
  readonly unmatched = new Unmatched();

  #log = new Log();
  /** The user's routes as text, to tell whether they have changed. */
  #rules = '[]';
  /** What is shown in the place of the log while Mask is on. */
  readonly mask: ScreenMask = new ScreenMask(this.#log, (another) => {
    if (another) this.#watchShown();
    this.#changed();
  });
  readonly #changes = signal(0);
  /** Views know of all changes. */
  #told = true;
  #watcher: LogWatcher | undefined;
  #watched: Log | undefined;

  constructor(
    private readonly schedule: Schedule,
    readonly settings: Signal<Settings> = signal(defaultSettings),
  ) {
    effect(() => {
      const { value } = this.settings;
      untracked(() => this.#obey(value));
    });
    effect(() => {
      const { mask } = this.settings.value;
      untracked(() => this.mask.switch(mask));
    });
  }

  /** The log as it is shown. Whoever reads it in a component or a computed value is told when it changes. */
  get log(): Log {
    this.#changes.value;
    return this.mask.shown ?? this.#log;
  }

  /** What really went over the wire, whether it is masked on screen or not: what is sent again comes from here. */
  get captured(): Log {
    this.#changes.value;
    return this.#log;
  }

  /** The flow that a shown one stands for. */
  capturedFlow(shown: Flow): Flow {
    const first = shown.calls[0]?.exchange.id;
    return (first === undefined ? undefined : this.captured.flows.flowOf(first)) ?? shown;
  }

  /** Another number after every change of the log, which changes in place. */
  get version(): number {
    return this.#changes.value;
  }

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

  /** Takes note of when the recorder began. */
  began(at: number): void {
    this.openedAt.value = at;
    this.since.value ??= at;
  }

  /** Notes that the recorder is gone, for good: what is in the log stays. */
  disconnect(): void {
    this.disconnected.value = true;
    this.recording.value = false;
    this.looked(null);
  }

  /** Notes whether calls are recorded; the recorder is told by whoever asks for it. */
  setRecording(on: boolean): void {
    this.recording.value = on;
    if (on) this.since.value = Date.now();
  }

  /** Says what came of a look that was asked for; the recorder looks by itself, too. */
  looked(found: number | null): void {
    if (this.look.value === 'under way') this.look.value = { found };
  }

  /** Where every captured and sent exchange ends. */
  record(exchange: Exchange): void {
    this.#add(exchange);
    this.#changed('when calm');
  }

  /** Where imported exchanges end, many at once; returns V3's. */
  recordAll(exchanges: Iterable<Exchange>): Call[] {
    const calls: Call[] = [];
    for (const exchange of exchanges) {
      const call = this.#add(exchange);
      if (call) calls.push(call);
    }
    this.#changed('when calm');
    return calls;
  }

  /** The page has a new document: a line in the log where it is preserved, else a new log. */
  navigated(url: string, at: number): void {
    if (this.settings.value.preserveLog) {
      const mark = { id: `navigation-${at}-${this.#log.marks.length}`, url, at };
      this.#log.mark(mark);
      this.mask.mark(mark);
    } else {
      // The news of a navigation may come after the first send from the new page; what came from a file is no page's.
      const pinned = [...this.#log.pinnedIds];
      const kept = new Set([
        ...this.#log.pinnedExchanges(),
        ...this.#log.exchanges().filter(({ origin, startedAt }) => origin === 'imported' || startedAt >= at),
        ...this.unmatched.since(at),
      ]);
      this.#empty();
      for (const id of pinned) this.pinFlow(id, true);
      for (const exchange of kept) this.#add(exchange);
      this.#unselectGone();
    }
    this.#changed();
  }

  /** Takes calls out of the log; their flows are judged anew. */
  remove(ids: Iterable<string>): void {
    const gone = [...ids];
    if (gone.length === 0) return;
    this.#log.removeAll(gone);
    this.mask.remove(gone);
    this.#unselectGone();
    this.#changed();
  }

  /** Keeps a flow when the log is full and when the page navigates, or lets it go as any other. */
  pinFlow(id: string, isPinned: boolean): void {
    this.#log.pin(id, isPinned);
    this.mask.shown?.pin(id, isPinned);
    this.#changed();
  }

  /** Tells one watcher of every change to the log at once, while views hear of them once a frame. */
  watch(watcher: LogWatcher): void {
    this.#watcher = watcher;
    this.#watchShown();
  }

  /** What the log itself tells while its masked double is shown would stand beside that, unmasked. */
  #watchShown() {
    this.#watched?.unwatch();
    this.#watched = untracked(() => this.log);
    if (this.#watcher) this.#watched.watch(this.#watcher);
  }

  clear(): void {
    this.#empty();
    this.#unselectGone();
    this.look.value = 'never';
    this.since.value = Date.now();
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
    this.#log = new Log(this.#log.bounds, this.#log.options);
    this.unmatched.clear();
    this.mask.follow(this.#log);
    this.#watchShown();
  }

  /** What was chosen stays so as long as it is there. */
  #unselectGone() {
    const log = untracked(() => this.log);
    const call = this.selectedCallId.peek();
    if (call !== undefined && !log.find(call) && !log.findSdkCall(call))
      this.selectedCallId.value = undefined;
    const flow = this.selectedFlowId.peek();
    if (flow === undefined) return;
    const isThere =
      flow === NO_FLOW ? log.flows.withoutFlow().length > 0 : log.flows.find(flow)?.first !== undefined;
    if (!isThere) this.selectedFlowId.value = undefined;
  }

  #add(exchange: Exchange): Call | undefined {
    const call = this.#log.add(exchange);
    if (!call && !this.#log.findSdkCall(exchange.id)) this.unmatched.add(exchange);
    else this.mask.add(exchange.id);
    return call;
  }

  /** Bounds and routes hold at once, for what is kept already, too. */
  #obey({ bounds: { calls, megabytes }, routes }: Settings) {
    const bytes = megabytes * 1_000_000;
    if (this.#log.bounds.calls !== calls || this.#log.bounds.bytes !== bytes) {
      this.#log.keepWithin({ calls, bytes });
      this.mask.follow(this.#log);
      this.#changed();
    }
    const rules = JSON.stringify(routes);
    if (rules !== this.#rules) this.#reroute(activeRoutes(routes));
    this.#rules = rules;
  }

  #reroute(routes: readonly Route[]) {
    const waiting = this.unmatched.takeAll();
    const dropped = this.#log.follow(routes);
    for (const exchange of dropped) this.unmatched.keep(exchange);
    for (const exchange of waiting) if (!this.#log.add(exchange)) this.unmatched.keep(exchange);
    this.mask.follow(this.#log);
    this.#changed();
  }

  /**
   * Tells views now of what they have not been told yet. The log changes in place: what is drawn for another reason
   * would be drawn half from what was known before, as a flow that has lost its calls meanwhile.
   */
  readonly tellViews = (): void => {
    if (this.#told) return;
    this.#told = true;
    this.#changes.value++;
  };

  #changed(when: 'next frame' | 'when calm' = 'next frame') {
    this.#told = false;
    this.schedule(this.tellViews, when);
  }
}

import type { Call } from './call.ts';
import type { Exchange } from './exchange.ts';
import type { Flow } from './flows/flow.ts';
import { FlowIndex } from './flows/flow-index.ts';
import { readSdkCall, type SdkCall } from './flows/sdk-call.ts';
import { byStart, SdkIndex } from './flows/sdk-index.ts';
import { bytesOf, defaultBounds, isWithin, type LogBounds, roomBeside, sizeOf } from './log-bounds.ts';
import type { NavigationMark } from './navigation-mark.ts';
import { ProblemCounts } from './problem-counts.ts';
import { type InspectOptions, inspect } from './problems/inspect.ts';
import { compareProblems, type Problem, type Severity, type Verdict } from './problems/problem.ts';
import { mayMatchRoute, type Route } from './routes/route.ts';

/** Is told of every change of a log, call by call. */
export interface LogWatcher {
  /** Called first, and again where another log has taken the place of this one. */
  follow(log: Log): void;
  added(call: Call): void;
  removed(calls: readonly Call[]): void;
  marked(mark: NavigationMark): void;
  /** These flows have changed, and so may what is said of their calls; these calls have entered or left a flow. */
  rejudged(flows: readonly Flow[], moved: readonly Call[]): void;
}

/** Everything captured, imported and sent: exchanges become calls, calls become flows, each one as it comes. */
export class Log {
  readonly flows = new FlowIndex();
  readonly #marks: NavigationMark[] = [];
  readonly #calls: Call[] = [];
  readonly #byId = new Map<string, Call>();
  readonly #sdkCalls = new SdkIndex();
  readonly #problems = new ProblemCounts();
  #bytes = 0;
  #evicted = 0;
  readonly #pinned = new Set<string>();
  /** More than the bounds where pinned flows need it. */
  #most: LogBounds;
  #isCrowded = false;
  #watcher: LogWatcher | undefined;

  #bounds: LogBounds;
  #options: InspectOptions;

  constructor(bounds: LogBounds = defaultBounds, options: InspectOptions = {}) {
    this.#bounds = bounds;
    this.#most = bounds;
    this.#options = options;
  }

  get bounds(): LogBounds {
    return this.#bounds;
  }

  get options(): InspectOptions {
    return this.#options;
  }

  /** Keeps so much from now on; what is too much already goes at once. */
  keepWithin(bounds: LogBounds): void {
    this.#bounds = bounds;
    this.#measureAnew();
  }

  /** Keeps a flow, whatever the bounds, or lets it go with the others again; by the id of the flow. */
  pin(flowId: string, isPinned = true): void {
    if (isPinned) this.#pinned.add(flowId);
    else this.#pinned.delete(flowId);
    this.#measureAnew();
  }

  isPinned(flowId: string): boolean {
    return this.#pinned.has(flowId);
  }

  get pinnedIds(): Iterable<string> {
    return this.#pinned;
  }

  /** Pinned flows take up so much that more is kept than the bounds say: beside them, only the newest calls. */
  get isCrowded(): boolean {
    return this.#isCrowded;
  }

  /** The calls of the pinned flows, with what the client SDK did for them. */
  pinnedExchanges(): Exchange[] {
    const flows = [...this.#pinned].flatMap((id) => this.flows.find(id) ?? []);
    return flows.flatMap((flow) => [...flow.calls, ...this.sdkCallsOf(flow)].map(({ exchange }) => exchange));
  }

  /**
   * Goes by other routes from now on. Calls that the old or the new may have a say in are matched anew;
   * returns the exchanges that are calls no longer.
   */
  follow(routes: readonly Route[]): Exchange[] {
    const before = this.#options.routes ?? [];
    this.#options = { ...this.#options, routes };
    const touched = this.#calls.filter(
      ({ exchange: { request }, route }) =>
        (route && before.includes(route)) || mayMatchRoute(routes, request.url),
    );
    return touched.flatMap(({ exchange }) => {
      if (this.add(exchange) || this.#sdkCalls.find(exchange.id)) return [];
      this.remove(exchange.id);
      return [exchange];
    });
  }

  /** By start. */
  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** By time. */
  get marks(): readonly NavigationMark[] {
    return this.#marks;
  }

  /** Tells one watcher of all that changes from now on. */
  watch(watcher: LogWatcher): void {
    this.#watcher = watcher;
    watcher.follow(this);
  }

  /** Tells nobody from now on. */
  unwatch(): void {
    this.#watcher = undefined;
  }

  /** Notes a navigation of the inspected page. */
  mark(mark: NavigationMark): void {
    this.#marks.push(mark);
    this.#watcher?.marked(mark);
  }

  /** How many calls have gone because of the bounds. */
  get evicted(): number {
    return this.#evicted;
  }

  find(id: string): Call | undefined {
    return this.#byId.get(id);
  }

  /** A call of the client SDK by the id of its exchange. */
  findSdkCall(id: string): SdkCall | undefined {
    return this.#sdkCalls.find(id);
  }

  /** What the client SDK did for a flow, by start: the calls with a token that the flow returned. */
  sdkCallsOf(flow: Pick<Flow, 'calls'>): readonly SdkCall[] {
    return this.#sdkCalls.carryingAny(new Set(flow.calls.flatMap(({ facts }) => facts.authToken ?? [])));
  }

  /** All that is kept. */
  exchanges(): Exchange[] {
    return [...this.#calls, ...this.#sdkCalls.all()].map(({ exchange }) => exchange);
  }

  /**
   * Adds an exchange, or replaces the one with the same id (seen again with more of its content).
   * Returns its call, or undefined where it is none of V3's; calls of the client SDK are kept beside the others.
   */
  add(exchange: Exchange): Call | undefined {
    const call = inspect(exchange, this.#options);
    const sdkCall = call ? undefined : readSdkCall(exchange);
    if (!call && !sdkCall) return undefined;
    if (this.#byId.has(exchange.id) || this.#sdkCalls.find(exchange.id)) this.remove(exchange.id);
    this.#bytes += bytesOf(exchange);
    if (call) this.#insert(call);
    else if (sdkCall) this.#sdkCalls.add(sdkCall);
    this.#evict();
    return call;
  }

  #insert(call: Call) {
    const { exchange } = call;
    let at = this.#calls.length;
    while (at > 0 && (this.#calls[at - 1]?.exchange.startedAt ?? 0) > exchange.startedAt) at--;
    if (at === this.#calls.length) this.#calls.push(call);
    else this.#calls.splice(at, 0, call);
    this.#byId.set(exchange.id, call);
    this.#problems.add(call.problems);
    this.flows.add(call);
    this.#watcher?.added(call);
    this.#noteChanges();
  }

  /** Takes a call out again; its flow is judged anew. */
  remove(id: string): void {
    const sdkCall = this.#sdkCalls.find(id);
    if (sdkCall) this.#forgetSdkCall(sdkCall);
    const call = this.#byId.get(id);
    if (!call) return;
    // What is replaced or deleted has mostly come lately.
    this.#calls.splice(this.#calls.lastIndexOf(call), 1);
    this.#forget(call);
    this.#noteRemoved([call]);
  }

  /** Takes many calls out again, at the cost of one look at the log. */
  removeAll(ids: Iterable<string>): void {
    const gone = new Set<Call>();
    for (const id of ids) {
      const sdkCall = this.#sdkCalls.find(id);
      if (sdkCall) this.#forgetSdkCall(sdkCall);
      const call = this.#byId.get(id);
      if (call) gone.add(call);
    }
    for (const call of gone) this.#forget(call);
    this.#drop(gone);
  }

  /** The problems of a call and those that its flow shows, the worst first. */
  problemsOf(call: Call): readonly Problem[] {
    const ofFlow = this.flows.flowOf(call.exchange.id)?.problems.get(call.exchange.id);
    return ofFlow ? [...call.problems, ...ofFlow].sort(compareProblems) : call.problems;
  }

  /** The verdict of a call, with the errors that its flow shows. */
  verdictOf(call: Call): Verdict {
    if (call.verdict !== 'valid' && call.verdict !== 'absent') return call.verdict;
    return this.#problems.isWrongInFlow(call.exchange.id) ? 'invalid' : call.verdict;
  }

  /** How many problems there are of each severity, in calls and flows. */
  counts(): Readonly<Record<Severity, number>> {
    return this.#problems.total();
  }

  #forget(call: Call) {
    const { exchange } = call;
    this.#byId.delete(exchange.id);
    this.#problems.remove(call.problems);
    this.#bytes -= bytesOf(exchange);
    this.flows.remove(call);
  }

  #forgetSdkCall(sdkCall: SdkCall) {
    this.#sdkCalls.remove(sdkCall);
    this.#bytes -= bytesOf(sdkCall.exchange);
  }

  #noteChanges() {
    const flows = this.flows.takeTouched();
    const moved = this.flows.takeMoved();
    for (const flow of flows) this.#problems.touch(flow);
    if (flows.length > 0 || moved.length > 0) this.#watcher?.rejudged(flows, moved);
  }

  #noteRemoved(calls: readonly Call[]) {
    this.#watcher?.removed(calls);
    this.#noteChanges();
  }

  #drop(gone: ReadonlySet<Call>) {
    if (gone.size === 0) return;
    const kept = this.#calls.filter((call) => !gone.has(call));
    this.#calls.length = 0;
    for (const call of kept) this.#calls.push(call);
    this.#noteRemoved([...gone]);
  }

  #measureAnew() {
    this.#most = this.#bounds;
    this.#isCrowded = false;
    this.#evict();
  }

  #size(): LogBounds {
    return { calls: this.#byId.size + this.#sdkCalls.size, bytes: this.#bytes };
  }

  /** Drops whole flows with what the client SDK did for them, oldest first, where there is too much. */
  #evict() {
    const calls = this.#byId.size + this.#sdkCalls.size;
    if (calls <= this.#most.calls && this.#bytes <= this.#most.bytes) return;
    const pinned = new Set(this.pinnedExchanges());
    const room = roomBeside(sizeOf(pinned), this.#bounds);
    this.#most = room.most;
    this.#isCrowded = room.isCrowded;
    const gone = new Set<Call>();
    for (const { exchange } of [...this.#calls, ...this.#sdkCalls.all()].sort(byStart)) {
      if (isWithin(this.#size(), room.least)) break;
      if (pinned.has(exchange)) continue;
      const sdkCall = this.#sdkCalls.find(exchange.id);
      if (sdkCall) this.#forgetSdkCall(sdkCall);
      const oldest = this.#byId.get(exchange.id);
      if (!oldest) continue;
      const flow = this.flows.flowOf(exchange.id);
      for (const own of flow ? [...this.sdkCallsOf(flow)] : []) this.#forgetSdkCall(own);
      for (const call of [...(flow?.calls ?? [oldest])]) {
        gone.add(call);
        this.#forget(call);
      }
    }
    this.#drop(gone);
    this.#evicted += calls - this.#size().calls;
  }
}

import type { Exchange } from '../model/exchange.ts';
import { mayBeV3 } from '../model/match-operation.ts';
import { type HarReading, readHarEntry } from '../model/read-har-entry.ts';
import type { ExpectedSend, RecorderEvent } from './log-channel.ts';
import type { DevtoolsNetwork, FinishedRequest } from './network.ts';
import { ServiceWorkerPairs } from './service-worker-pairs.ts';
import { within } from './within.ts';

/** How long the browser may take to hand over an answer's content, in ms. */
const CONTENT_TIMEOUT = 5_000;
/** How long `getHAR()` may take, in ms. */
const HAR_TIMEOUT = 5_000;
/** After a preflight, how long to wait for its call before looking for it in `getHAR()`, in ms. */
const PREFLIGHT_GRACE = 500;
const LONGEST_GRACE = 8_000;
const SECOND_LOOK = 6_000;
/** So many requests are remembered to tell what `getHAR()` holds twice. */
const MEMORY = 20_000;

/**
 * Records the V3 calls of the inspected page from its first line on. Everything else is counted and
 * let go after a look at its URL. What it finds goes to `emit`, in the order in which it happened.
 */
export class Recorder {
  #recording = true;
  /** What started before, in ms since the epoch, was not to be recorded. */
  #recordingSince = 0;
  #tail: Promise<void> = Promise.resolve();
  #count = 0;
  #seen = 0;
  #reconciling = false;
  /** How long to wait before looking again, in ms; longer each time that a call is still under way. */
  #grace = PREFLIGHT_GRACE;
  #lookedTwice = false;
  #reconcileTimer: ReturnType<typeof setTimeout> | undefined;
  /** By key: how often the browser's events and this recorder have told of a request. */
  readonly #known = new Map<string, { events: number; emitted: number }>();
  readonly #workerPairs = new ServiceWorkerPairs();
  #expected: ExpectedSend[] = [];

  constructor(
    private readonly network: DevtoolsNetwork,
    private readonly emit: (event: RecorderEvent) => void,
  ) {}

  start(): void {
    this.network.onRequestFinished((request) => this.#finished(request));
    this.network.onNavigated((url) => this.#navigated(url));
    this.#inOrder(this.network.isNewDocument(), () => this.reconcile());
  }

  /** Turns the recording off and on. What happens while it is off stays out, also of later looks at `getHAR()`. */
  set recording(on: boolean) {
    if (on && !this.#recording) this.#recordingSince = Date.now();
    this.#recording = on;
  }

  /** A send from the page: its request will be seen too, and is to bear the id of the send. */
  expect(send: ExpectedSend): void {
    this.#expected = [...this.#expected.slice(-50), send];
  }

  /** Looks up what `getHAR()` knows and no event told: Firefox reports calls that a preflight stopped only there. */
  reconcile(): void {
    this.#lookedTwice = false;
    this.#grace = PREFLIGHT_GRACE;
    this.#look();
  }

  #look() {
    clearTimeout(this.#reconcileTimer);
    // Asked again while it is being answered, Firefox may never answer.
    if (this.#reconciling) {
      this.#reconcileSoon();
      return;
    }
    this.#reconciling = true;
    within(HAR_TIMEOUT, this.network.getHar()).then((entries) => {
      this.#reconciling = false;
      const { missing, underWay } = this.#compare(entries ?? []);
      for (const entry of missing) this.#take(entry);
      this.#lookAgain(entries === undefined || underWay);
    });
  }

  /**
   * Firefox may tell nothing more of a request that was under way, or just began, when `getHAR()` was asked:
   * what is not settled is looked at until it is, and what seems to be is looked at once more.
   */
  #lookAgain(unsettled: boolean) {
    if (unsettled) this.#grace = Math.min(this.#grace * 2, LONGEST_GRACE);
    else if (this.#lookedTwice) return;
    else {
      this.#lookedTwice = true;
      this.#grace = SECOND_LOOK;
    }
    this.#reconcileTimer = setTimeout(() => this.#look(), this.#grace);
  }

  /** The entries that no event has told of. Requests of the same ms may be alike in all: they are counted. */
  #compare(entries: readonly FinishedRequest[]): { missing: FinishedRequest[]; underWay: boolean } {
    const inHar = new Map<string, number>();
    let underWay = false;
    const missing = entries.filter((entry) => {
      const reading = isInteresting(entry.url) ? readHarEntry(entry.raw) : undefined;
      if (!reading || !this.#wants(reading)) return false;
      if (reading.pending) {
        underWay = true;
        return false;
      }
      const count = (inHar.get(reading.key) ?? 0) + 1;
      inHar.set(reading.key, count);
      const known = this.#knownOf(reading.key);
      if (known.emitted >= count) return false;
      known.emitted++;
      return true;
    });
    return { missing, underWay };
  }

  #finished(request: FinishedRequest) {
    this.#seen++;
    this.emit({ type: 'seen', requests: this.#seen });
    if (!this.#recording || !isInteresting(request.url)) return;
    const reading = readHarEntry(request.raw);
    if (reading?.exchange.request.method === 'OPTIONS') return this.#reconcileSoon();
    if (!reading || !this.#wants(reading)) return;
    const known = this.#knownOf(reading.key);
    known.events++;
    if (known.events <= known.emitted) return;
    known.emitted++;
    this.#take(request);
  }

  #wants({ exchange }: HarReading): boolean {
    return (
      this.#recording && exchange.startedAt >= this.#recordingSince && exchange.request.method !== 'OPTIONS'
    );
  }

  #take(request: FinishedRequest) {
    this.#inOrder(this.#read(request), (reading) => reading && this.#emitExchange(reading));
  }

  #reconcileSoon() {
    clearTimeout(this.#reconcileTimer);
    this.#reconcileTimer = setTimeout(() => this.reconcile(), PREFLIGHT_GRACE);
  }

  /** A new document empties the log; `history.pushState`, which Chromium reports alike, does not. */
  #navigated(url: string) {
    const at = Date.now();
    this.#inOrder(this.network.isNewDocument(), (isNew) => {
      if (isNew) this.emit({ type: 'navigated', url, at });
    });
    this.#reconcileSoon();
  }

  async #read(request: FinishedRequest): Promise<HarReading | undefined> {
    const content = await within(CONTENT_TIMEOUT, request.getContent());
    return readHarEntry(content ? withContent(request.raw, content) : request.raw);
  }

  #emitExchange(reading: HarReading) {
    const own = this.#takeExpected(reading);
    const id = own?.id ?? this.#workerPairs.idFor(reading) ?? `c${++this.#count}`;
    if (!this.#workerPairs.keep(reading, id)) return;
    const exchange: Exchange = { ...reading.exchange, id, origin: own ? 'replay' : 'captured' };
    this.emit({ type: 'exchange', exchange });
  }

  #takeExpected({ exchange, scripts }: HarReading): ExpectedSend | undefined {
    const { method, url, body } = exchange.request;
    const found = this.#expected.find((send) => {
      if (scripts.length > 0) return scripts.includes(send.script);
      // Firefox names no script, cuts long bodies, and forgets the body of a call that failed.
      const same = body?.truncated ? send.body.startsWith(body.text) : send.body === (body?.text ?? '');
      return same && send.method === method && send.url === url && exchange.startedAt >= send.at - 5;
    });
    if (found) this.#expected = this.#expected.filter((send) => send !== found);
    return found;
  }

  #knownOf(key: string) {
    let known = this.#known.get(key);
    if (!known) {
      known = { events: 0, emitted: 0 };
      this.#known.set(key, known);
      const [oldest] = this.#known.keys();
      if (this.#known.size > MEMORY && oldest !== undefined) this.#known.delete(oldest);
    }
    return known;
  }

  /** Content arrives out of order; what it leads to does not. */
  #inOrder<T>(work: Promise<T>, then: (result: T) => void) {
    this.#tail = this.#tail
      .then(async () => then(await work))
      .catch((error: unknown) => console.error(error));
  }
}

const isInteresting = (url: string): boolean => /^https?:/.test(url) && mayBeV3(url);

function withContent(raw: unknown, content: { text: string; encoding?: string }): unknown {
  if (typeof raw !== 'object' || raw === null || !('response' in raw)) return raw;
  const { response } = raw;
  if (typeof response !== 'object' || response === null) return raw;
  const known = 'content' in response && typeof response.content === 'object' ? response.content : {};
  return { ...raw, response: { ...response, content: { ...known, ...content } } };
}

import type { Exchange } from '../model/exchange.ts';
import { mayBeV3 } from '../model/match-operation.ts';
import { type HarReading, readHarEntry } from '../model/read-har-entry.ts';
import type { ExpectedSend, RecorderEvent } from './log-channel.ts';
import { type DevtoolsNetwork, type FinishedRequest, within } from './network.ts';
import { ServiceWorkerPairs } from './service-worker-pairs.ts';

/** How long the browser may take to hand over an answer's content, in ms. */
const CONTENT_TIMEOUT = 5_000;
/** After a preflight, how long to wait for its call before looking for it in `getHAR()`, in ms. */
const PREFLIGHT_GRACE = 500;
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
  #reconciling: ReturnType<typeof setTimeout> | undefined;
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
    const found = this.network.getHar().then((entries) => {
      const inHar = new Map<string, number>();
      const missing: FinishedRequest[] = [];
      for (const entry of entries) {
        if (!isInteresting(entry.url)) continue;
        const reading = readHarEntry(entry.raw);
        if (!reading || reading.pending || !this.#wants(reading)) continue;
        const count = (inHar.get(reading.key) ?? 0) + 1;
        inHar.set(reading.key, count);
        const known = this.#knownOf(reading.key);
        if (known.emitted >= count) continue;
        known.emitted++;
        missing.push(entry);
      }
      return Promise.all(missing.map((entry) => this.#read(entry)));
    });
    this.#inOrder(found, (exchanges) => {
      for (const exchange of exchanges) if (exchange) this.#emitExchange(exchange);
    });
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
    this.#inOrder(this.#read(request), (exchange) => exchange && this.#emitExchange(exchange));
  }

  #wants({ exchange }: HarReading): boolean {
    return (
      this.#recording && exchange.startedAt >= this.#recordingSince && exchange.request.method !== 'OPTIONS'
    );
  }

  #reconcileSoon() {
    clearTimeout(this.#reconciling);
    this.#reconciling = setTimeout(() => this.reconcile(), PREFLIGHT_GRACE);
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

  #takeExpected({ exchange, script }: HarReading): ExpectedSend | undefined {
    const { method, url, body } = exchange.request;
    const found = this.#expected.find((send) =>
      script === undefined
        ? send.method === method &&
          send.url === url &&
          send.body === (body?.text ?? '') &&
          exchange.startedAt >= send.at - 5
        : script === send.script,
    );
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

import { boundBodies } from '../model/bound-bodies.ts';
import type { Exchange } from '../model/exchange.ts';
import { mayBeSdkCall } from '../model/flows/sdk-call.ts';
import {
  glanceAtHarEntry,
  type HarGlance,
  type HarReading,
  readHarEntry,
} from '../model/har/read-har-entry.ts';
import { readPreflight } from '../model/har/read-preflight.ts';
import { looksLikeV3 } from '../model/routes/looks-like-v3.ts';
import { mayBeV3 } from '../model/routes/match-operation.ts';
import type { Route } from '../model/routes/route.ts';
import { ExpectedSends } from './expected-sends.ts';
import { ForeignCalls } from './foreign-calls.ts';
import type { DevtoolsNetwork, FinishedRequest } from './network.ts';
import type { ExpectedSend, RecorderEvent } from './recorder-messages.ts';
import { ServiceWorkerPairs } from './service-worker-pairs.ts';
import { within } from './within.ts';

/** How long the browser may take to hand over an answer's content, in ms. */
const CONTENT_TIMEOUT = 5_000;
/** How long `getHAR()` may take, in ms. */
const HAR_TIMEOUT = 5_000;
/**
 * Firefox: a call that does not come so long after its preflight, in ms, is looked for in `getHAR()`. It may be
 * slow, it may have been stopped for its cookies, or no event tells of it because its frame is gone.
 */
const CALL_AFTER_PREFLIGHT = 5_000;
/** A call is older than the preflight that it waits for, by no more than this, in ms. */
const PREFLIGHT_DELAY = 1_000;
/** So many requests are remembered to tell what `getHAR()` holds twice. */
const MEMORY = 20_000;
const STOPPED_MEMORY = 1_000;
/** So many requests are held until the user's routes are known. */
const EARLY = 1_000;

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
  #looking = false;
  /** By key: how often the browser's events and this recorder have told of a request. */
  readonly #known = new Map<string, { events: number; emitted: number }>();
  readonly #workerPairs = new ServiceWorkerPairs();
  readonly #expected = new ExpectedSends();
  /** Calls told of because a preflight stopped them, with their key in `getHAR()` once that was met. */
  #stopped: { call: HarReading; key?: string }[] = [];
  /** Calls that a preflight let go out and that have not been told of, each with the timer of its patience. */
  readonly #awaited = new Map<HarReading, ReturnType<typeof setTimeout>>();

  readonly #foreign = new ForeignCalls();
  /** The user's routes; until they are known, what came before is looked at again. */
  #routes: readonly Route[] | undefined;
  #early: FinishedRequest[] = [];

  constructor(
    private readonly network: DevtoolsNetwork,
    private readonly emit: (event: RecorderEvent) => void,
  ) {}

  start(): void {
    this.network.onRequestFinished((request) => this.#finished(request));
    this.network.onNavigated((url) => this.#navigated(url));
    this.#inOrder(this.network.newDocument(), () => this.shown());
  }

  /** Turns the recording off and on. What happens while it is off stays out, also of later looks at `getHAR()`. */
  record(on: boolean, at: number): void {
    if (on && !this.#recording) this.#recordingSince = at;
    this.#recording = on;
  }

  /** Goes by the user's routes from now on, and looks for what they would have had kept. */
  follow(routes: readonly Route[]): void {
    const early = this.#early;
    const isChange = this.#routes !== undefined;
    this.#routes = routes;
    this.#early = [];
    for (const request of early) this.#sort(request);
    if (isChange) this.shown();
  }

  /** A send from the page: its request will be seen too, and is to bear the id of the send. */
  expect(send: ExpectedSend): void {
    this.#expected.add(send);
  }

  /** The panel came into view: a moment to look whether anything was missed, where looking costs nothing. */
  shown(): void {
    if (!this.network.harCostsCalls) this.reconcile();
  }

  /** Takes what `getHAR()` knows and no event told, and tells when it has looked. */
  reconcile(): void {
    if (this.#looking) return;
    this.#looking = true;
    within(HAR_TIMEOUT, this.network.getHar()).then((entries) => {
      this.#looking = false;
      const missing = entries && this.#missing(entries);
      for (const entry of missing ?? []) this.#take(entry);
      this.#inOrder(Promise.resolve(), () => this.emit({ type: 'looked', found: missing?.length ?? null }));
    });
  }

  /** The entries that no event has told of. Requests of the same ms may be alike in all: they are counted. */
  #missing(entries: readonly FinishedRequest[]): FinishedRequest[] {
    const alike = new Map<string, { entry: FinishedRequest; glance: HarGlance }[]>();
    for (const entry of entries) {
      const glance = this.#isInteresting(entry.url) ? glanceAtHarEntry(entry.raw) : undefined;
      if (!glance || !this.#wants(glance)) continue;
      const others = alike.get(glance.key);
      if (others) others.push({ entry, glance });
      else alike.set(glance.key, [{ entry, glance }]);
    }
    const missing: FinishedRequest[] = [];
    for (const [key, group] of alike) {
      const known = this.#knownOf(key);
      // Mostly all are known, and none needs to be read.
      if (known.emitted >= group.length) continue;
      let count = 0;
      for (const { entry, glance } of group) {
        const reading = readHarEntry(entry.raw);
        if (!reading || reading.pending || this.#toldAsStopped(glance, reading)) continue;
        count++;
        if (known.emitted >= count) continue;
        known.emitted++;
        missing.push(entry);
      }
    }
    return missing;
  }

  #toldAsStopped(glance: HarGlance, { exchange }: HarReading): boolean {
    if (exchange.response) return false;
    const { key } = glance;
    const told = this.#stopped.find(({ call, key: met }) => {
      if (met !== undefined) return met === key;
      return isOfPreflight(glance, call);
    });
    if (told) told.key = key;
    return told !== undefined;
  }

  #finished(request: FinishedRequest) {
    this.#seen++;
    this.emit({ type: 'seen', requests: this.#seen });
    if (this.#recording) this.#sort(request);
  }

  #sort(request: FinishedRequest) {
    if (this.#isInteresting(request.url)) this.#finishedCall(request);
    else if (!this.#routes) this.#early = [...this.#early.slice(1 - EARLY), request];
    else if (this.#foreign.worthReading(request)) this.#finishedForeign(request);
  }

  #finishedCall(request: FinishedRequest) {
    const glance = glanceAtHarEntry(request.raw);
    if (glance?.method === 'OPTIONS') this.#preflighted(request.raw);
    if (!glance || !this.#wants(glance)) return;
    for (const call of this.#awaited.keys()) {
      if (!isOfPreflight(glance, call)) continue;
      this.#forget(call);
      break;
    }
    const known = this.#knownOf(glance.key);
    known.events++;
    if (known.events <= known.emitted) return;
    known.emitted++;
    this.#take(request);
  }

  #wants({ method, startedAt }: Pick<HarGlance, 'method' | 'startedAt'>): boolean {
    return this.#recording && startedAt >= this.#recordingSince && method !== 'OPTIONS';
  }

  /** Keeps what has the marks of V3 and no route, for the panel to offer one. */
  #finishedForeign(request: FinishedRequest) {
    const seen = glanceAtHarEntry(request.raw);
    if (!seen || !this.#wants(seen)) return;
    const known = this.#knownOf(seen.key);
    known.events++;
    known.emitted++;
    this.#inOrder(this.#read(request), (reading) => {
      if (reading && looksLikeV3({ ...reading.exchange, id: '', origin: 'captured' }, this.#routes)) {
        this.#emitExchange(reading);
        return;
      }
      // It is as if it had never been told of: a route may come that wants it.
      known.events--;
      known.emitted--;
      this.#foreign.readInVain(request);
    });
  }

  #isInteresting(url: string): boolean {
    return /^https?:/.test(url) && (mayBeV3(url, this.#routes) || mayBeSdkCall(url));
  }

  #take(request: FinishedRequest) {
    this.#inOrder(this.#read(request), (reading) => reading && this.#emitExchange(reading));
  }

  /** Chromium tells of a call that was stopped by itself. */
  #preflighted(raw: unknown) {
    const preflight = this.network.harCostsCalls ? readPreflight(raw) : undefined;
    if (!preflight) return;
    const { call, stopped } = preflight;
    const { request, startedAt } = call.exchange;
    if (!this.#wants({ method: request.method, startedAt })) return;
    if (!stopped) {
      const look = () => {
        this.#forget(call);
        this.reconcile();
      };
      this.#awaited.set(call, setTimeout(look, CALL_AFTER_PREFLIGHT));
      return;
    }
    this.#stopped = [...this.#stopped.slice(-STOPPED_MEMORY), { call }];
    this.#inOrder(Promise.resolve(), () => this.#emitExchange(call));
  }

  #forget(call: HarReading) {
    clearTimeout(this.#awaited.get(call));
    this.#awaited.delete(call);
  }

  /** A new document empties the log; `history.pushState`, which Chromium reports alike, does not. */
  #navigated(url: string) {
    for (const call of this.#awaited.keys()) this.#forget(call);
    this.#inOrder(this.network.newDocument(), (at) => {
      if (at !== undefined) this.emit({ type: 'navigated', url, at });
    });
  }

  async #read(request: FinishedRequest): Promise<HarReading | undefined> {
    const content = await within(CONTENT_TIMEOUT, request.getContent());
    const reading = readHarEntry(content ? withContent(request.raw, content) : request.raw);
    return reading && { ...reading, exchange: boundBodies(reading.exchange) };
  }

  #emitExchange(reading: HarReading) {
    const own = this.#expected.take(reading);
    if (own?.over) return;
    const id = own?.id ?? this.#workerPairs.idFor(reading) ?? `c${++this.#count}`;
    if (!this.#workerPairs.keep(reading, id)) return;
    const exchange: Exchange = { ...reading.exchange, id, origin: own ? 'replay' : 'captured' };
    this.emit({ type: 'exchange', exchange });
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

/** Whether this is the call that a preflight asked for: it began just before the preflight. */
function isOfPreflight({ method, url, startedAt }: HarGlance, { exchange: asked }: HarReading): boolean {
  const delay = asked.startedAt - startedAt;
  const same = method === asked.request.method && url === asked.request.url;
  return same && delay >= 0 && delay <= PREFLIGHT_DELAY;
}

function withContent(raw: unknown, content: { text: string; encoding?: string }): unknown {
  if (typeof raw !== 'object' || raw === null || !('response' in raw)) return raw;
  const { response } = raw;
  if (typeof response !== 'object' || response === null) return raw;
  const known = 'content' in response && typeof response.content === 'object' ? response.content : {};
  return { ...raw, response: { ...response, content: { ...known, ...content } } };
}

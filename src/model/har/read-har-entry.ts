import {
  type Exchange,
  type Failure,
  type Header,
  headerValue,
  type TimingPhase,
  timingPhases,
} from '../exchange.ts';
import { isObject } from '../is-object.ts';
import { parseUrl } from '../url.ts';
import { readRequestBody, readResponseBody } from './har-body.ts';
import { type HarEntry, readEntry } from './har-entry.ts';
import type { HarExtra, HarExtraSide } from './har-extra.ts';

/** A HAR entry read: the exchange without its place in a log, and what tells it apart from others. */
export interface HarReading {
  exchange: Omit<Exchange, 'id' | 'origin'>;
  /** What the exchange was to the inspector that wrote the HAR. */
  formerOrigin?: Exchange['origin'];
  /** Still under way: the browser will report it again. */
  pending: boolean;
  /** Chromium: a service worker answered; the worker's own fetch may stand beside it. */
  viaServiceWorker: boolean;
  /** Chromium: belongs to a page rather than to a worker. */
  ofPage: boolean;
  /** Equal for the event and the `getHAR()` entry of one request; requests of the same ms may share it. */
  key: string;
  /** Chromium: the scripts on the way to the request, by URL or `sourceURL`; empty where the browser tells none. */
  scripts: readonly string[];
}

/** What tells of an entry whether it is wanted: a look that costs a tenth of reading it. */
export interface HarGlance extends Pick<HarReading, 'key'> {
  method: string;
  url: string;
  /** ms since the epoch. */
  startedAt: number;
}

/** Looks at one entry of a HAR, or gives undefined where it is none. Never throws. */
export function glanceAtHarEntry(raw: unknown): HarGlance | undefined {
  if (!isObject(raw) || !isObject(raw.request)) return undefined;
  const { startedDateTime } = raw;
  const { method, url, postData } = raw.request;
  if (typeof startedDateTime !== 'string' || typeof method !== 'string' || typeof url !== 'string')
    return undefined;
  const startedAt = Date.parse(startedDateTime);
  if (Number.isNaN(startedAt)) return undefined;
  const text = isObject(postData) && typeof postData.text === 'string' ? postData.text : undefined;
  return { method, url, startedAt, key: keyOf(method, url, startedDateTime, text) };
}

const keyOf = (method: string, url: string, started: string | number, text: string | undefined): string =>
  [method, url, started, text?.length].join('\n');

/** Reads one entry of a HAR, or undefined where it is none. Never throws. */
export function readHarEntry(raw: unknown): HarReading | undefined {
  const entry = readEntry(raw);
  if (!entry) return undefined;
  const startedAt = Date.parse(entry.startedDateTime);
  if (Number.isNaN(startedAt)) return undefined;
  const { request, response } = entry;
  if (entry._v3) return readOwnEntry(entry, entry._v3, startedAt);
  const failure = failureOf(entry);
  const answered = response && response.status > 0;
  const body = readRequestBody(request, !answered && request.method !== 'GET');
  const answer = answered ? readResponseBody(response.content, response.headers) : undefined;
  return {
    exchange: {
      startedAt,
      duration: Math.max(0, entry.time ?? 0),
      ...timingsOf(entry),
      request: { method: request.method, url: request.url, headers: request.headers, ...(body && { body }) },
      ...(answered && {
        response: {
          status: response.status,
          statusText: response.statusText,
          headers: response.headers,
          ...(answer && { body: answer }),
        },
      }),
      ...(failure && { failure }),
    },
    pending: isPending(entry),
    viaServiceWorker: response?._fetchedViaServiceWorker === true,
    ofPage: entry.pageref !== undefined,
    key: keyOf(request.method, request.url, entry.startedDateTime, request.postData?.text),
    scripts: entry.scripts,
  };
}

/** An entry that this inspector has written: nothing of it has to be guessed. */
function readOwnEntry({ time, request, response }: HarEntry, extra: HarExtra, startedAt: number): HarReading {
  const { method, url, headers, postData } = request;
  const { timings, failure } = extra;
  const bodyOf = (facts: HarExtraSide | undefined, text: string | null | undefined) =>
    facts?.body && { body: { text: text ?? '', ...facts.body } };
  return {
    exchange: {
      startedAt,
      duration: Math.max(0, time ?? 0),
      ...(timings && { timings }),
      request: { method, url, headers, ...bodyOf(extra.request, postData?.text) },
      ...(extra.response &&
        response && {
          response: {
            status: response.status,
            statusText: response.statusText,
            headers: response.headers,
            ...bodyOf(extra.response, response.content?.text),
          },
        }),
      ...(failure && { failure }),
    },
    formerOrigin: extra.origin,
    pending: false,
    viaServiceWorker: false,
    // The inspector has told a service worker's halves apart already.
    ofPage: true,
    key: keyOf(method, url, startedAt, postData?.text),
    scripts: [],
  };
}

/**
 * `getHAR()` holds what is still under way too. Chromium marks every failure, and has no time for an answer
 * that is not complete; Firefox leaves out its size.
 */
function isPending({ response, time }: HarEntry): boolean {
  if (!response) return false;
  const { _error: error, status } = response;
  if (error === undefined) return status === 0 && typeof response.content?.size !== 'number';
  return error === null && (status === 0 || (time ?? 0) <= 0);
}

const chromiumFailures: readonly (readonly [RegExp, Failure['kind']])[] = [
  [/ABORTED/, 'aborted'],
  [/CONNECTION_REFUSED/, 'refused'],
  [/TIMED_OUT/, 'timeout'],
  [/BLOCKED|UNSAFE_PORT/, 'blocked'],
];

function failureOf({ request, response }: HarEntry): Failure | undefined {
  const error = response?._error;
  if (error) {
    const known = chromiumFailures.find(([pattern]) => pattern.test(error));
    if (known) return { kind: known[1], detail: error };
    const crossOrigin = error === 'net::ERR_FAILED' && isCrossOrigin(request);
    return { kind: crossOrigin ? 'cors' : 'unknown', detail: error };
  }
  if (!response || response.status === 0) return { kind: 'unknown', detail: '' };
  // Firefox shows an answer that the page was not allowed to read like any other.
  const blocked =
    error === undefined &&
    isCrossOrigin(request) &&
    !headerValue(response.headers, 'access-control-allow-origin');
  return blocked ? { kind: 'cors', detail: '' } : undefined;
}

/** Whether the page asked, under CORS rules, for something of another origin. */
function isCrossOrigin({ url, headers }: { url: string; headers: readonly Header[] }): boolean {
  // Of a call that a preflight stopped, Chromium tells the provisional headers only: no Origin, but a Referer.
  const origin = headerValue(headers, 'origin') ?? parseUrl(headerValue(headers, 'referer') ?? '')?.origin;
  const mode = headerValue(headers, 'sec-fetch-mode');
  return origin !== undefined && (mode ?? 'cors') === 'cors' && parseUrl(url)?.origin !== origin;
}

function timingsOf({ timings }: HarEntry): Pick<Exchange, 'timings'> {
  if (!timings) return {};
  const known: Partial<Record<TimingPhase, number>> = {};
  for (const phase of timingPhases) {
    const duration = timings[phase];
    if (typeof duration === 'number' && duration >= 0) known[phase] = duration;
  }
  return Object.keys(known).length > 0 ? { timings: known } : {};
}

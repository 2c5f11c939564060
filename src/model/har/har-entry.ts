import type { Header } from '../exchange.ts';
import { isObject } from '../is-object.ts';
import { type HarExtra, harExtra } from './har-extra.ts';

// The parts of a HAR 1.2 entry that are used, as browsers and proxies really write them: most may be missing. They
// are read by hand: in an import there are ten thousands of them, and zod takes five times as long.

export interface HarEntry {
  startedDateTime: string;
  time: number | undefined;
  pageref: string | undefined;
  timings: Readonly<Record<string, unknown>> | undefined;
  request: HarRequest;
  response: HarResponse | undefined;
  _v3: HarExtra | undefined;
  /** Of `_initiator`: the scripts on the way to the request. */
  scripts: readonly string[];
}

export interface HarRequest {
  method: string;
  url: string;
  headers: readonly Header[];
  /** Bytes of the body; -1 where nobody looked. Firefox counts the headers too. */
  bodySize: number | undefined;
  /** Null where a browser says that there was none. */
  postData: HarPostData | null | undefined;
}

export interface HarResponse {
  status: number;
  statusText: string;
  headers: readonly Header[];
  content: HarContent | undefined;
  /** Chromium's word for a failure; null where there was none, absent in other producers. */
  _error: string | null | undefined;
  _fetchedViaServiceWorker: boolean;
}

export interface HarContent {
  text: string | undefined;
  encoding: string | undefined;
  /** Bytes before compression. Firefox leaves it out while the answer is on its way. */
  size: number | undefined;
}

export interface HarPostData {
  text: string | undefined;
  encoding: string | undefined;
  params: readonly Header[];
}

/** Reads what is used of an entry, or gives undefined where it lacks what none can do without. */
export function readEntry(raw: unknown): HarEntry | undefined {
  if (!isObject(raw) || !isObject(raw.request)) return undefined;
  const { startedDateTime, time, pageref, timings, request, response, _v3, _initiator } = raw;
  const { method, url } = request;
  if (typeof startedDateTime !== 'string' || typeof method !== 'string' || typeof url !== 'string')
    return undefined;
  return {
    startedDateTime,
    time: numberOf(time),
    pageref: textOf(pageref),
    timings: isObject(timings) ? timings : undefined,
    request: {
      method,
      url,
      headers: readPairs(request.headers),
      bodySize: numberOf(request.bodySize),
      postData: request.postData === null ? null : readPostData(request.postData),
    },
    response: isObject(response) ? readResponse(response) : undefined,
    _v3: _v3 === undefined ? undefined : harExtra.safeParse(_v3).data,
    scripts: readScripts(_initiator),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

function readResponse(raw: Readonly<Record<string, unknown>>): HarResponse {
  const { status, statusText, headers, content, _error, _fetchedViaServiceWorker } = raw;
  return {
    status: numberOf(status) ?? 0,
    statusText: textOf(statusText) ?? '',
    headers: readPairs(headers),
    content: isObject(content)
      ? { text: textOf(content.text), encoding: textOf(content.encoding), size: numberOf(content.size) }
      : undefined,
    _error: _error === null ? null : textOf(_error),
    _fetchedViaServiceWorker: _fetchedViaServiceWorker === true,
  };
}

function readPostData(raw: unknown): HarPostData | undefined {
  if (!isObject(raw)) return undefined;
  return { text: textOf(raw.text), encoding: textOf(raw.encoding), params: readPairs(raw.params) };
}

/** Names with values, or none where one of them has no name. */
function readPairs(raw: unknown): Header[] {
  if (!Array.isArray(raw)) return [];
  const read: Header[] = [];
  for (const pair of raw) {
    if (!isObject(pair) || typeof pair.name !== 'string') return [];
    read.push({ name: pair.name, value: textOf(pair.value) ?? '' });
  }
  return read;
}

/**
 * Scripts by URL. A page that wraps `fetch` puts frames of its own before the one that sent, and async code has the
 * stack that it was called from as its parent.
 */
function readScripts(initiator: unknown): string[] {
  const scripts: string[] = [];
  for (let at = isObject(initiator) ? initiator.stack : undefined; isObject(at); at = at.parent)
    for (const frame of Array.isArray(at.callFrames) ? at.callFrames : [])
      if (isObject(frame) && typeof frame.url === 'string') scripts.push(frame.url);
  return scripts;
}

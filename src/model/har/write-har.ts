import type { Entry, PostData, QueryString, Response } from 'har-format';
import { type Body, type Exchange, type Header, headerValue, type TimingPhase } from '../exchange.ts';
import { parseUrl } from '../url.ts';
import { extraOf, type HarExtra } from './har-extra.ts';

/** An entry of HAR 1.2, with what reading it again needs beside. */
export type WrittenEntry = Entry & { _v3: HarExtra };

/**
 * Exchanges as a HAR 1.2 file, piece by piece: a piece is an entry at most, so that a large log is never one string.
 * `HarFile` reads the same exchanges from it. Rules: the HAR 1.2 specification of the W3C's draft.
 * @param version the inspector's own, for the file's creator.
 */
export function* writeHar(exchanges: Iterable<Exchange>, version: string): Generator<string, void> {
  const creator = JSON.stringify({ name: 'V3 Inspector for Prove', version });
  yield `{"log":{"version":"1.2","creator":${creator},"pages":[],"entries":[`;
  let separator = '\n';
  for (const exchange of exchanges) {
    yield separator + JSON.stringify(toHarEntry(exchange));
    separator = ',\n';
  }
  yield '\n]}}\n';
}

/** One exchange as an entry of HAR 1.2. */
export function toHarEntry(exchange: Exchange): WrittenEntry {
  const { startedAt, duration, timings = {}, request, response, failure } = exchange;
  const { method, url, headers, body } = request;
  const optional = (phase: TimingPhase) => timings[phase] ?? -1;
  const isUntimed = Object.keys(timings).length === 0;
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: duration,
    request: {
      method,
      url,
      httpVersion: 'unknown',
      cookies: [],
      headers: copied(headers),
      queryString: queryOf(url),
      headersSize: -1,
      bodySize: body?.bytes ?? 0,
      ...(body && { postData: postDataOf(body, headers) }),
    },
    response: {
      ...responseOf(response),
      // Chromium's own field, which other tools show.
      ...(failure && { _error: failure.detail || failure.kind }),
    },
    cache: {},
    timings: {
      blocked: optional('blocked'),
      dns: optional('dns'),
      connect: optional('connect'),
      ssl: optional('ssl'),
      send: timings.send ?? 0,
      wait: timings.wait ?? (isUntimed ? duration : 0),
      receive: timings.receive ?? 0,
    },
    _v3: extraOf(exchange),
  };
}

function responseOf(response: Exchange['response']): Response {
  const { status, statusText, headers, body } = response ?? { status: 0, statusText: '', headers: [] };
  return {
    status,
    statusText,
    httpVersion: 'unknown',
    cookies: [],
    headers: copied(headers),
    content: {
      size: body?.bytes ?? 0,
      mimeType: headerValue(headers, 'content-type') ?? 'x-unknown',
      ...(body && { text: body.text }),
    },
    redirectURL: headerValue(headers, 'location') ?? '',
    headersSize: -1,
    bodySize: body?.bytes ?? (response ? -1 : 0),
  };
}

const postDataOf = ({ text }: Body, headers: readonly Header[]): PostData => ({
  mimeType: headerValue(headers, 'content-type') ?? '',
  text,
});

const copied = (headers: readonly Header[]) => headers.map(({ name, value }) => ({ name, value }));

const queryOf = (url: string): QueryString[] =>
  [...(parseUrl(url)?.searchParams ?? [])].map(([name, value]) => ({ name, value }));

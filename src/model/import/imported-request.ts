import { environmentOf } from '../../schemas/environment.ts';
import type { Draft } from '../compose/draft.ts';
import { type Exchange, type Header, utf8Length } from '../exchange.ts';
import { matchOperation } from '../routes/match-operation.ts';
import { parseUrl } from '../url.ts';

/** A request that was read from a command or a file. */
export interface ImportedRequest {
  /** What it is called where it comes from. */
  name: string;
  /** The folders that it lies in, the outermost first. */
  folder: readonly string[];
  method: string;
  url: string;
  headers: readonly Header[];
  body: string;
  /** What was left out or has changed on the way, a sentence each. */
  notes: readonly string[];
}

/** Takes up an imported request, as a call of the operation that it seems to be. */
export function draftFromImport({ method, url, headers, body }: ImportedRequest): Draft {
  const operation = operationOf({ method, url, headers, body });
  return {
    operationId: operation?.id,
    method,
    url,
    headers,
    body,
    // Prove's own hosts answer back ends: no page may read what they say.
    way: environmentOf(parseUrl(url)?.hostname ?? '') ? 'extension' : 'page',
  };
}

/** The operation that a request calls; its host may be a variable still. */
export function operationOf({
  method,
  url,
  headers,
  body,
}: Pick<ImportedRequest, 'method' | 'url' | 'headers' | 'body'>) {
  const absolute = url.trim().replace(/^\{\{[^{}]+\}\}/, 'https://platform.uat.proveapis.com');
  if (!parseUrl(absolute)) return undefined;
  const exchange: Exchange = {
    id: '',
    origin: 'imported',
    startedAt: 0,
    duration: 0,
    request: {
      method,
      url: absolute,
      headers,
      ...(body !== '' && { body: { text: body, bytes: utf8Length(body) } }),
    },
  };
  return matchOperation(exchange)?.operation;
}

/** Adds a header unless there is one of its name. */
export function withHeader(headers: readonly Header[], name: string, value: string): Header[] {
  const wanted = name.toLowerCase();
  const isThere = headers.some((header) => header.name.toLowerCase() === wanted);
  return isThere ? [...headers] : [...headers, { name, value }];
}

/** A user's name and password as HTTP's basic scheme writes them. */
export function basicAuthorization(credentials: string): string {
  const bytes = new TextEncoder().encode(credentials);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

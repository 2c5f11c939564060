import { environmentOf } from '../../schemas/environment.ts';
import type { Operation } from '../../schemas/operation.ts';
import { type Exchange, type Header, headerValue, utf8Length } from '../exchange.ts';
import { parseUrl } from '../url.ts';
import { keepOwnHeaders, toWireHeaders } from './draft-headers.ts';
import type { SendOutcome, SendWay, WireRequest } from './send.ts';
import { exampleBody } from './template.ts';
import { readPathParameters, readQuery, typedBase, urlFor } from './url-parameters.ts';
import { findVariables } from './variables.ts';

/** A request being composed: just what its writer has typed, whether or not it can be sent. */
export interface Draft {
  /** Id of the operation that it is checked against; undefined for a free request. */
  operationId: string | undefined;
  method: string;
  url: string;
  headers: readonly Header[];
  body: string;
  way: SendWay;
  /** `{{…}}` is sent as it stands. */
  verbatim?: boolean;
  /** The exchange that it was made from. */
  source?: Exchange;
}

/** Takes up an exchange to change and send it again. */
export function draftFromExchange(exchange: Exchange, operation: Operation | undefined): Draft {
  const { method, url, headers, body } = exchange.request;
  const draft: Draft = {
    operationId: operation?.id,
    method,
    url,
    headers: keepOwnHeaders(headers),
    body: body?.text ?? '',
    way: 'page',
    source: exchange,
  };
  // What was sent with braces in it is sent so again.
  return variablesIn(draft).length > 0 ? { ...draft, verbatim: true } : draft;
}

/** A valid call of an operation, with the documented example values; those of the URL may be given. */
export function blankDraft(
  operation: Operation,
  baseUrl: string,
  parameters: Readonly<Record<string, string>> = {},
): Draft {
  const url = urlFor(operation, baseUrl, parameters);
  const headers: Header[] = [];
  if (operation.bodyKind === 'json') headers.push({ name: 'Content-Type', value: 'application/json' });
  if (operation.bodyKind === 'form')
    headers.push({ name: 'Content-Type', value: 'application/x-www-form-urlencoded' });
  return {
    operationId: operation.id,
    method: operation.method,
    url,
    headers,
    body: exampleBody(operation),
    way: usualWay(url),
  };
}

/** Prove's own hosts answer back ends: no page may read what they say. */
export const usualWay = (url: string): SendWay =>
  environmentOf(parseUrl(url)?.hostname ?? '') ? 'extension' : 'page';

/** The same draft as a call of another operation: at its path, with its example where nothing else was written. */
export function changeOperation(draft: Draft, from: Operation | undefined, to: Operation | undefined): Draft {
  if (!to) return { ...draft, operationId: undefined };
  const fresh = blankDraft(to, baseOf(draft.url, from), parametersOf(draft.url, from));
  const untouched = draft.body.trim() === '' || (from !== undefined && draft.body === exampleBody(from));
  const type = headerValue(fresh.headers, 'content-type');
  return {
    ...draft,
    operationId: to.id,
    method: to.method,
    url: fresh.url,
    body: untouched ? fresh.body : draft.body,
    headers: draft.headers.map((row) =>
      row.name.toLowerCase() === 'content-type' && type !== undefined ? { ...row, value: type } : row,
    ),
  };
}

/** What stands before an operation's path in a URL; its origin where the path is another. */
export const baseOf = (url: string, operation: Operation | undefined): string =>
  (operation && typedBase(operation, url.trim())) ?? parseUrl(url)?.origin ?? '';

/** The parameters of path and query in a URL, by name. */
export const parametersOf = (url: string, operation: Operation | undefined): Record<string, string> => ({
  ...Object.fromEntries(readQuery(url).map(({ name, value }) => [name, value])),
  ...(operation && readPathParameters(operation, url)),
});

/** Whether a request of this method goes out with a body. */
export const takesBody = (method: string): boolean => !/^(?:GET|HEAD)$/i.test(method);

/** The names of the variables of a draft, each once, in the order of the request. */
export function variablesIn({ url, method, headers, body, verbatim }: Draft): string[] {
  if (verbatim) return [];
  const texts = [
    url,
    ...headers.flatMap(({ name, value }) => [name, value]),
    ...(takesBody(method) ? [body] : []),
  ];
  return [...new Set(texts.flatMap((text) => findVariables(text, 'plain').map(({ name }) => name)))];
}

/** What goes out for a draft whose URL has no problem. The body is sent as it was typed. */
export function toWireRequest(draft: Draft): WireRequest {
  const url = new URL(draft.url.trim());
  // A fragment is never sent; without it, the URL is the one that the browser will report.
  url.hash = '';
  return {
    method: draft.method,
    url: url.href,
    headers: toWireHeaders(draft.headers),
    ...(takesBody(draft.method) && draft.body !== '' && { body: draft.body }),
  };
}

/** The exchange that a send has become. */
export function exchangeFromSend(id: string, wire: WireRequest, outcome: SendOutcome): Exchange {
  const { startedAt, duration, response, failure } = outcome;
  const { method, url, headers, body } = wire;
  return {
    id,
    origin: 'replay',
    startedAt,
    duration,
    request: {
      method,
      url,
      headers,
      ...(body !== undefined && { body: { text: body, bytes: utf8Length(body) } }),
    },
    ...(response && { response }),
    ...(failure && { failure }),
  };
}

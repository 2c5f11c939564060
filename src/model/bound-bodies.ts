import type { Body, Exchange } from './exchange.ts';

/**
 * So much of a captured body is kept, in UTF-16 units. V3's take a few kB; reading ten million characters as JSON
 * would stop the panel for a second, and a log of such bodies would hold a handful.
 */
export const CAPTURED_LIMIT = 8_000_000;

/** The exchange with the beginning alone of a body that is longer; such a body is marked as cut. */
export function boundBodies<Bodies extends Pick<Exchange, 'request' | 'response'>>(exchange: Bodies): Bodies {
  const { request, response } = exchange;
  if (!isLong(request.body) && !isLong(response?.body)) return exchange;
  return {
    ...exchange,
    request: { ...request, ...(request.body && { body: bound(request.body) }) },
    ...(response && { response: { ...response, ...(response.body && { body: bound(response.body) }) } }),
  };
}

const isLong = (body: Body | undefined): body is Body =>
  body !== undefined && body.text.length > CAPTURED_LIMIT;

const bound = (body: Body): Body =>
  isLong(body) ? { ...body, text: body.text.slice(0, CAPTURED_LIMIT), truncated: true } : body;

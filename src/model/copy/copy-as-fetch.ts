import type { ExchangeRequest } from '../exchange.ts';
import { withoutMade } from './copy-as-curl.ts';

/** The request as a fetch call. `own`: its headers are their writer's own; a captured request has more. */
export function copyAsFetch(
  { method, url, headers, body }: ExchangeRequest,
  { own = false }: { own?: boolean } = {},
): string {
  const options = {
    method,
    headers: Object.fromEntries(
      (own ? headers : withoutMade(headers)).map(({ name, value }) => [name, value]),
    ),
    ...(body && { body: body.text }),
  };
  return `await fetch(${JSON.stringify(url)}, ${JSON.stringify(options, null, 2)});`;
}

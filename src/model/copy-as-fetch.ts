import { withoutMade } from './copy-as-curl.ts';
import type { ExchangeRequest } from './exchange.ts';

/** The request as a fetch call. */
export function copyAsFetch({ method, url, headers, body }: ExchangeRequest): string {
  const options = {
    method,
    headers: Object.fromEntries(withoutMade(headers).map(({ name, value }) => [name, value])),
    ...(body && { body: body.text }),
  };
  return `await fetch(${JSON.stringify(url)}, ${JSON.stringify(options, null, 2)});`;
}

import type { ExchangeRequest, Header } from './exchange.ts';

/** Headers that the tool that sends makes itself. */
const made = /^(?:host|content-length|connection|accept-encoding|sec-.*|user-agent|:.*)$/i;

const kept = (headers: readonly Header[]): Header[] => headers.filter(({ name }) => !made.test(name));

/** A POSIX shell word: everything in single quotes, a single quote as '\''. */
const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The request as a cURL command for a POSIX shell; the body is sent byte for byte. */
export function copyAsCurl({ method, url, headers, body }: ExchangeRequest): string {
  const words = [`curl ${quote(url)}`];
  if (method !== (body ? 'POST' : 'GET')) words.push(`-X ${quote(method)}`);
  for (const { name, value } of kept(headers))
    words.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  if (body) words.push(`--data-raw ${quote(body.text)}`);
  return words.join(' \\\n  ');
}

/** The request as a fetch call. */
export function copyAsFetch({ method, url, headers, body }: ExchangeRequest): string {
  const options = {
    method,
    headers: Object.fromEntries(kept(headers).map(({ name, value }) => [name, value])),
    ...(body && { body: body.text }),
  };
  return `await fetch(${JSON.stringify(url)}, ${JSON.stringify(options, null, 2)});`;
}

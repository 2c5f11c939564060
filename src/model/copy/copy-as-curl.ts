import { type ExchangeRequest, type Header, headerValue } from '../exchange.ts';

/** Whose quoting a command is written in. */
export type Shell = 'posix' | 'cmd';

interface CurlOptions {
  /** `posix` unless told. */
  shell?: Shell;
  /** The headers are their writer's own, so that all of them are meant; a captured request has more. */
  own?: boolean;
}

/** Headers that the tool that sends makes itself. */
const made = /^(?:host|content-length|connection|accept-encoding|sec-.*|user-agent|:.*)$/i;

/** The headers of a captured request that another tool has to be told. */
export const withoutMade = (headers: readonly Header[]): Header[] =>
  headers.filter(({ name }) => !made.test(name));

/** The request as a cURL command; the body is sent byte for byte. */
export function copyAsCurl(
  { method, url, headers, body }: ExchangeRequest,
  { shell = 'posix', own = false }: CurlOptions = {},
): string {
  const quote = shell === 'posix' ? quotePosix : quoteCmd;
  const words = [`curl ${quote(url)}`];
  // Between braces and brackets, curl would make several URLs of one.
  if (/[[\]{}]/.test(url)) words.push('--globoff');
  if (method === 'HEAD') words.push('--head');
  else if (method !== (body ? 'POST' : 'GET')) words.push(`-X ${quote(method)}`);
  for (const { name, value } of own ? headers : withoutMade(headers))
    words.push(`-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  // Left to itself, curl calls every body a form.
  if (body && headerValue(headers, 'content-type') === undefined) words.push(`-H ${quote('Content-Type:')}`);
  if (body) words.push(`--data-raw ${quote(body.text)}`);
  return words.join(shell === 'posix' ? ' \\\n  ' : ' ^\n  ');
}

/** A word of a POSIX shell: everything in single quotes, a single quote as '\''. */
const quotePosix = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * A word of cmd.exe. To cmd itself nothing is quoted (`^"`), so that a caret before each sign that it could take
 * for its own holds everywhere; the program then sees quotes, in which `\"` is a quote.
 */
const quoteCmd = (text: string): string => {
  const forProgram = text
    .replace(/(\\*)"/g, '$1$1\\"')
    // The quote that follows the last backslash is the word's own.
    .replace(/(\\+)$/, '$1$1');
  const forCmd = forProgram
    // cmd knows no carriage return: what ends a line is a line feed there.
    .replace(/\r\n?|\n|[^\w\s\-:=+~'/.,;*]/gu, (sign) => (/[\r\n]/.test(sign) ? '^\n\n' : `^${sign}`))
    // A name between two percent signs could be that of a variable.
    .replace(/%(?=\w)/g, '%^');
  return `^"${forCmd}^"`;
};

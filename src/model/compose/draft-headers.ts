import type { Header } from '../exchange.ts';
import { t } from '../words/words.ts';
import type { SendWay } from './send.ts';

/** Headers that fetch takes from nobody: the browser writes them itself, or leaves them out. */
const browserOwn =
  /^(?:accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i;

/**
 * What a captured request carries besides and a draft must not repeat: the names of HTTP/2's own fields,
 * what describes the browser, and what DevTools adds while its cache is off (repeated by hand, those would
 * need the consent of the API's CORS rules).
 */
const browserMade =
  /^(?::.*|accept-language|cache-control|pragma|priority|upgrade-insecure-requests|user-agent)$/i;

/** The headers of a captured request that were its sender's own. */
export const keepOwnHeaders = (headers: readonly Header[]): Header[] =>
  headers.filter(
    ({ name, value }) =>
      !browserOwn.test(name) &&
      !browserMade.test(name) &&
      !(name.toLowerCase() === 'accept' && value === '*/*'),
  );

/** What goes out in place of a header that fetch takes from nobody, by the way of sending. */
export type Instead = Readonly<Record<SendWay, () => string>>;

const none = () => t('none');
const both = (words: () => string): Instead => ({ page: words, extension: words });

const instead: Readonly<Record<string, Instead>> = {
  cookie: both(() => t('the cookies that the browser keeps for this host')),
  origin: { page: () => t('the origin of the page'), extension: () => t('the origin of the extension') },
  referer: { page: () => t('the address of the page, as its policy allows'), extension: none },
  host: both(() => t('the host of the URL')),
  'content-length': both(() => t('the length of the body')),
  'accept-encoding': both(() => t('what the browser can unpack')),
  connection: both(() => t('what the connection needs')),
};

/** What the browser sends in place of a header that nobody else may set; undefined for one that may be set. */
export function forbiddenHeader(name: string): Instead | undefined {
  const wanted = name.trim().toLowerCase();
  if (!browserOwn.test(wanted)) return undefined;
  return instead[wanted] ?? both(wanted.startsWith('sec-') ? () => t('the browser’s own') : none);
}

const describeWays = ({ page, extension }: Instead): string =>
  page === extension
    ? t('From the page and from the extension: {both}.', { both: page() })
    : t('From the page: {page}. From the extension: {extension}.', { page: page(), extension: extension() });

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What HTTP can carry in a value: one byte a character, no control characters but the tab. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Why a row of the header table is not sent, as a sentence; undefined for one that is, and for an empty one. */
export function headerProblem({ name, value }: Header): string | undefined {
  if (name.trim() === '')
    return value.trim() === '' ? undefined : t('Not sent: this header has a value and no name.');
  if (!TOKEN.test(name.trim()))
    return t("Not sent: a header's name may hold letters, digits and {signs} only.", {
      signs: "! # $ % & ' * + - . ^ _ ` | ~",
    });
  const instead = forbiddenHeader(name);
  if (instead)
    return t('Not sent: the browser writes this header itself. {ways}', { ways: describeWays(instead) });
  if (!VALUE.test(value.trim()))
    return t("Not sent: a header's value may hold Latin letters, digits and signs only, on one line.");
  return undefined;
}

/** The rows that are sent, as they are sent: an empty name says nothing, an impossible row nothing either. */
export const toWireHeaders = (rows: readonly Header[]): Header[] =>
  rows
    .filter((row) => row.name.trim() !== '' && headerProblem(row) === undefined)
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }));

import { diffJson } from '../body/diff-json.ts';
import { fromPointer } from '../body/json-pointer.ts';
import type { Draft } from '../compose/draft.ts';
import { encodePart } from '../compose/variables.ts';

/** Values of a captured flow and what stands in their place in its replay. */
export type Carried = ReadonlyMap<string, string>;

export const NOTHING_CARRIED: Carried = new Map();

/** What an answer gives for later calls to bring, in any case style. */
const carriedNames: ReadonlySet<string> = new Set([
  'correlationid',
  'authtoken',
  'accesstoken',
  'refreshtoken',
]);

const isCarried = (name: string | undefined): boolean =>
  name !== undefined && carriedNames.has(name.replace(/[^A-Za-z0-9]/g, '').toLowerCase());

/** A shorter value is replaced only where it stands alone: within other words it may mean anything. */
const TELLING = 16;

/** What is carried after an answer, given the answer that was captured in its place. */
export function learnCarried(
  carried: Carried,
  captured: string | undefined,
  answered: string | undefined,
): Carried {
  const learnt = new Map(carried);
  for (const { path, left, right } of diffJson(readJsonText(captured), readJsonText(answered))) {
    const [before, now] = [left, right].map(readJsonText);
    if (!isCarried(fromPointer(path).at(-1)) || typeof before !== 'string' || typeof now !== 'string')
      continue;
    if (before !== '' && now !== '') learnt.set(before, now);
  }
  return learnt;
}

/** A draft of a captured call with the values of its replay: in its URL, its headers and its body. */
export const carryDraft = (draft: Draft, carried: Carried): Draft =>
  carried.size === 0
    ? draft
    : {
        ...draft,
        url: carryUrl(draft.url, carried),
        headers: draft.headers.map(({ name, value }) => ({ name, value: carryText(value, carried) })),
        body: carryBody(draft.body, carried),
      };

/** Values within a text; all at once, so that none is taken for another that it was replaced by. */
export function carryText(text: string, carried: Carried): string {
  const whole = carried.get(text);
  if (whole !== undefined) return whole;
  const telling = [...carried.keys()].filter((value) => value.length >= TELLING && text.includes(value));
  if (telling.length === 0) return text;
  const longestFirst = telling.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    longestFirst.map((value) => value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return text.replace(pattern, (value) => carried.get(value) ?? value);
}

/** Segments of the path and values of the query; everything else stays as it was written. */
export function carryUrl(url: string, carried: Carried): string {
  const [, origin = '', path = '', query = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url) ?? [];
  const segments = path.split('/').map((segment) => carryEncoded(segment, carried, decodeURIComponent));
  return origin + segments.join('/') + carryPairs(query, carried) + rest;
}

/** The strings of a JSON text, or the values of a form; every other character stays as it was. */
export function carryBody(text: string, carried: Carried): string {
  if (readJsonText(text) !== undefined)
    return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g, (literal, colon?: string) => {
      if (colon !== undefined) return literal;
      const value = String(readJsonText(literal));
      const now = carryText(value, carried);
      return now === value ? literal : JSON.stringify(now);
    });
  return /^[^\s{}"<]+=/.test(text) ? carryPairs(text, carried) : carryText(text, carried);
}

const carryPairs = (pairs: string, carried: Carried): string =>
  pairs.replace(/=([^&]*)/g, (_, value: string) => `=${carryEncoded(value, carried, decodeFormValue)}`);

function carryEncoded(written: string, carried: Carried, decode: (text: string) => string): string {
  const value = decodeOr(written, decode);
  const now = carryText(value, carried);
  return now === value ? written : encodePart(now);
}

const decodeFormValue = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));

function decodeOr(text: string, decode: (text: string) => string): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}

function readJsonText(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

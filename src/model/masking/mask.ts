import { findInBody } from './sensitive-body.ts';
import { findByLook, type SensitiveSpan, sensitivityOfValue } from './sensitive-text.ts';
import { findInUrl } from './sensitive-url.ts';

/** Stands for one UTF-16 unit, so that what is masked keeps its length and every place stays where it was. */
const STAND_IN = '•';

/** Hides stretches of a text; its length and its lines stay the same. */
export function maskSpans(text: string, spans: readonly SensitiveSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of spans) {
    masked += text.slice(at, from) + text.slice(from, to).replace(/[^\r\n]/g, STAND_IN);
    at = to;
  }
  return masked + text.slice(at);
}

/** A body of whatever kind without what is personal or secret in it, at the same length. */
export const maskBody = (text: string): string => maskSpans(text, findInBody(text));

/** A URL without tokens and personal data, at the same length. */
export const maskUrl = (url: string): string => maskSpans(url, findInUrl(url));

/** A correlationId, which ties calls together and is shown; unless somebody has put something else in its place. */
export const maskId = <T extends string | null>(id: T): T | string =>
  id === null ? id : maskSpans(id, findByLook(id));

/** A single word (the name of a field) that should hold nothing personal, yet may. */
export function maskWord(word: string): string {
  if (sensitivityOfValue(word)) return STAND_IN.repeat(word.length);
  return maskSpans(word, findByLook(word));
}

import { finish, STEP, type Steps } from './in-steps.ts';
import { unescaped } from './json-walk.ts';
import { MIN_KNOWN } from './known-values.ts';
import { maskBase64, mayHoldText } from './mask-base64.ts';
import type { Found, ValueMask } from './mask-value.ts';
import { sensitivityOf } from './sensitive-names.ts';
import { plainWriting, type Writing, writings } from './text-view.ts';
import { maskEncoded } from './url-encoded.ts';

/** Texts within texts (JSON in JSON, in a URL, in base64) are taken apart this far. */
export const MAX_DEPTH = 4;

/** The way of writing that is looked for first; before that, a long text is cut into pieces. */
const FIRST = -1;

export const URL_START = /^[a-z][\w+.-]{1,20}:\/\//i;
// No count: the engine remembers each sign of a counted run, and 8 MB of them are too many.
const BASE64 = /[A-Za-z0-9+/_-]+={0,2}/g;
/** A URL, or what a name says, in the middle of a text. */
const NAMED =
  /\b[a-z][\w+.-]{1,20}:\/\/[^\s"'<>`\\]*[^\s"'<>`\\.,;:!?)\]}]|(?<![\w.-])[\w.-]{2,60}=[^\s&;,"'<>]+/gi;

/** Whether a short text may hold base64. */
export const mayHoldBase64 = (text: string): boolean =>
  text.length > 5 && (text.match(BASE64)?.some(mayHoldText) ?? false);

interface Texts {
  text: (text: string, depth: number) => Steps<string>;
  url: (url: string, depth: number) => Steps<string>;
}

/** Masks texts without structure. */
export class LooseMask {
  /** `texts` masks what has a structure of its own and stands within. */
  constructor(
    private readonly values: ValueMask,
    private readonly texts: Texts,
  ) {}

  /** A text without structure: what tells by its look, what is known from elsewhere, and texts in base64. */
  *mask(text: string, depth: number, next = FIRST): Steps<string> {
    if (text.length < MIN_KNOWN) return text;
    if (next === FIRST) return yield* this.#inPieces(text, depth);
    const writing = writings[next];
    if (!writing) return yield* this.#wrapped(text, depth);
    if (text.length > 2 * STEP) yield;
    const view = writing.view(text);
    if (!view) return yield* this.mask(text, depth, next + 1);
    const spans = this.values.find(view.text).map((found) => ({
      ...found,
      read: view.text.slice(found.from, found.to),
      from: view.at(found.from),
      to: view.at(found.to),
    }));
    return yield* this.replace(text, spans, { depth, next: next + 1, writing });
  }

  /** A long text is gone through piece by piece. */
  *#inPieces(text: string, depth: number): Steps<string> {
    const masked: string[] = [];
    for (let at = 0; at < text.length; ) {
      const end = this.values.endOfPiece(text, at, STEP);
      masked.push(yield* this.mask(text.slice(at, end), depth, FIRST + 1));
      at = end;
      if (at < text.length) yield;
    }
    return masked.join('');
  }

  /** Puts stand-ins in the place of stretches, and goes on with what is between them. */
  *replace(
    text: string,
    spans: readonly (Found & { read?: string })[],
    { depth, next = FIRST, writing = plainWriting }: { depth: number; next?: number; writing?: Writing },
  ): Steps<string> {
    if (spans.length === 0) return yield* this.mask(text, depth, next);
    const masked: string[] = [];
    let at = 0;
    let rested = 0;
    for (const span of spans) {
      const raw = text.slice(span.from, span.to);
      const read = span.read ?? unescaped(raw);
      const standIn = 'standIn' in span ? span.standIn : this.values.credentials(read, span.sensitivity);
      if (span.from > at) masked.push(yield* this.mask(text.slice(at, span.from), depth, next));
      masked.push(raw === read ? standIn : writing.write(standIn));
      at = span.to;
      if (at - rested < STEP) continue;
      rested = at;
      yield;
    }
    masked.push(yield* this.mask(text.slice(at), depth, next));
    return masked.join('');
  }

  /** Looks into what a text holds that is a text of its own: URLs, `name=value`, base64. */
  *#wrapped(text: string, depth: number): Steps<string> {
    if (depth > MAX_DEPTH) return text;
    if (!text.includes('=') && !text.includes('://')) return yield* this.#inBase64(text, depth);
    const masked: string[] = [];
    let at = 0;
    for (const { index, 0: found } of text.matchAll(NAMED)) {
      const standIn = this.#named(found, depth);
      if (standIn === undefined) continue;
      masked.push(yield* this.#inBase64(text.slice(at, index), depth), standIn);
      at = index + found.length;
    }
    masked.push(yield* this.#inBase64(text.slice(at), depth));
    return masked.join('');
  }

  /** Undefined where it is neither a URL nor what a name says to be sensitive. */
  #named(found: string, depth: number): string | undefined {
    if (URL_START.test(found)) return finish(this.texts.url(found, depth + 1));
    const at = found.indexOf('=') + 1;
    const kind = sensitivityOf(found.slice(0, at - 1));
    if (!kind || kind === 'harmless') return undefined;
    return found.slice(0, at) + maskEncoded(found.slice(at), (value) => this.values.credentials(value, kind));
  }

  *#inBase64(text: string, depth: number): Steps<string> {
    const masked: string[] = [];
    let at = 0;
    for (const { index, 0: found } of text.matchAll(BASE64)) {
      if (!mayHoldText(found)) continue;
      const standIn = yield* maskBase64(found, {
        text: (inside) => this.texts.text(inside, depth + 1),
        loose: (inside) => this.mask(inside, MAX_DEPTH + 1),
      });
      if (standIn === found) continue;
      masked.push(text.slice(at, index), standIn);
      at = index + found.length;
    }
    masked.push(text.slice(at));
    return masked.join('');
  }
}

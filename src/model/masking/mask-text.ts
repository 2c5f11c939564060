import type { Sensitivity } from '../../schemas/field.ts';
import { UUID } from '../routes/shapes.ts';
import type { StandIns } from './export-stand-ins.ts';
import { finish, STEP, type Steps } from './in-steps.ts';
import { JsonWalk, unescaped } from './json-walk.ts';
import { MIN_KNOWN } from './known-values.ts';
import { LooseMask, MAX_DEPTH, mayHoldBase64, URL_START } from './loose-mask.ts';
import { commonWords, ValueMask } from './mask-value.ts';
import { findInBodySteps } from './sensitive-body.ts';
import { isFieldName, sensitivityOf } from './sensitive-names.ts';
import { findByLook, sensitivityOfValue } from './sensitive-text.ts';
import { findInUrl } from './sensitive-url.ts';
import { maskEncoded, maskEncodedSteps, unencoded } from './url-encoded.ts';

/** So many are remembered. */
const MOST_QUIET = 2000;
const QUIET = /^[A-Za-z_ ,.'-]*\d{0,5}$/;

/**
 * Replaces what is personal or secret in texts of any kind by stand-ins, wherever and however it is written. All can be
 * done in steps, and takes time in proportion to the text, however many values are known.
 */
export class TextMask {
  readonly #values = new ValueMask({
    learn: (body) => void finish(this.bodySteps(body, MAX_DEPTH)),
    url: (url) => this.url(url),
  });
  readonly #loose = new LooseMask(this.#values, {
    text: (text, depth) => this.#text(text, depth),
    url: (url, depth) => this.#url(url, depth),
  });
  /** Names and values that hold nothing by themselves; bodies repeat theirs. */
  readonly #quiet = new Set<string>();

  get standIns(): StandIns {
    return this.#values.standIns;
  }

  /** A body of whatever kind. */
  body(text: string): string {
    return finish(this.bodySteps(text));
  }

  /** An absolute URL, or a path with a query. */
  url(text: string): string {
    return finish(this.#url(text, 0));
  }

  /** A text of which no field says what it holds. */
  text(text: string): string {
    return finish(this.#text(text, 0));
  }

  *bodySteps(text: string, depth = 0): Steps<string> {
    if (text === '') return text;
    if (/^[\w.~%+[\]-]{1,100}=/.test(text))
      return yield* this.#parameters(text, /(^|&)([^=&]*)=([^&]*)/g, depth);
    return (yield* this.#json(text, depth)) ?? (yield* this.#broken(text, depth));
  }

  *#url(text: string, depth: number): Steps<string> {
    const end = /[?#]/.exec(text)?.index ?? text.length;
    const head = text.slice(0, end);
    const hostEnd = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(head)?.[0].length ?? 0;
    let masked = '';
    let at = 0;
    for (const { from, to, sensitivity } of findInUrl(head)) {
      masked += this.#path(text.slice(at, from), hostEnd - at);
      masked += maskEncoded(text.slice(from, to), (value) => this.value(value, sensitivity));
      at = to;
    }
    masked += this.#path(head.slice(at), hostEnd - at);
    return masked + (yield* this.#parameters(text.slice(end), /([?&#;])([^=&#;?]*)=([^&#;]*)/g, depth, true));
  }

  *#text(text: string, depth: number): Steps<string> {
    if (text.length < MIN_KNOWN) return text;
    if (depth <= MAX_DEPTH && /^\s*[[{]/.test(text)) return yield* this.bodySteps(text, depth);
    if (depth <= MAX_DEPTH && URL_START.test(text)) return yield* this.#url(text, depth);
    return yield* this.#loose.mask(text, depth);
  }

  /** The stand-in of a whole value. */
  value(value: string, kind: Sensitivity): string {
    return this.#values.value(value, kind);
  }

  /** A value with the name of its scheme in front, as in `Bearer abc`, or without. */
  credentials(text: string, kind: Sensitivity): string {
    return this.#values.credentials(text, kind);
  }

  /** A value that may be URL-encoded, as cookies are. */
  encodedValue(raw: string, kind: Sensitivity): string {
    return maskEncoded(raw, (value) => this.value(value, kind));
  }

  /** JSON: each string is a text of its own, which a field's name or its look may make sensitive as a whole. */
  *#json(text: string, depth: number): Steps<string | undefined> {
    const walk = new JsonWalk(text);
    const masked: string[] = [];
    let at = 0;
    let rested = 0;
    while (walk.step()) {
      const { from, to, kind, holding } = walk;
      if (from - rested > STEP) {
        rested = from;
        yield;
      }
      if (from === to) continue;
      const open = holding === undefined || holding === 'harmless' || kind === 'key';
      if (open && kind === 'number' && to - from < 6) continue;
      const raw = text.slice(from, to);
      if (open && kind !== 'number' && this.#isQuiet(raw)) continue;
      const steps = this.#item(raw, walk, depth);
      const standIn = to - from > STEP ? yield* steps : finish(steps);
      if (standIn === raw) continue;
      masked.push(text.slice(at, from), standIn);
      at = to;
    }
    if (walk.broken) return undefined;
    masked.push(text.slice(at));
    return masked.join('');
  }

  /** Most of what bodies hold: a few plain words that nothing is to be said of. Asked first, since it costs little. */
  #isQuiet(text: string): boolean {
    if (text.length === 36 && UUID.test(text)) return this.standIns.known(text) === undefined;
    if (text.length > 100 || this.#values.holds(text)) return false;
    if (this.#quiet.has(text)) return true;
    if (!QUIET.test(text) || /eyJ|earer|asic/i.test(text) || sensitivityOfValue(text) !== undefined)
      return false;
    if (mayHoldBase64(text)) return false;
    if (this.#quiet.size < MOST_QUIET) this.#quiet.add(text);
    return true;
  }

  /** A string, key or number of JSON. */
  *#item(raw: string, { kind, holding }: JsonWalk, depth: number): Steps<string> {
    if (raw === '') return raw;
    if (kind === 'number') return this.#number(raw, holding === 'harmless' ? undefined : holding);
    const decoded = unescaped(raw);
    const standIn = yield* kind === 'key'
      ? this.#key(decoded, depth)
      : this.#string(decoded, holding === 'harmless' ? undefined : holding, depth);
    return standIn === decoded ? raw : JSON.stringify(standIn).slice(1, -1);
  }

  #number(raw: string, holding: Sensitivity | undefined): string {
    const kind = holding ?? findByLook(raw)[0]?.sensitivity;
    if (kind) return this.value(raw, kind);
    return (raw.length > 5 ? this.standIns.known(raw) : undefined) ?? raw;
  }

  /** A value in the place of a key is no less personal. */
  *#key(name: string, depth: number): Steps<string> {
    if (isFieldName(name)) return name;
    const [look] = findByLook(name);
    if (look && sensitivityOf(name) === undefined) return this.credentials(name, look.sensitivity);
    return yield* this.#text(name, depth + 1);
  }

  *#string(value: string, holding: Sensitivity | undefined, depth: number): Steps<string> {
    if (holding) return this.credentials(value, holding);
    if (isFieldName(value)) return value;
    if (value.length > STEP) yield;
    const whole = sensitivityOfValue(value);
    if (value.length > STEP) yield;
    if (whole && findByLook(value).length === 0) return this.credentials(value, whole);
    return yield* this.#text(value, depth + 1);
  }

  /** No JSON: what cannot be told apart is sensitive. */
  *#broken(text: string, depth: number): Steps<string> {
    const spans = yield* findInBodySteps(text);
    return yield* this.#loose.replace(text, spans, { depth });
  }

  /** Forms and the parts of a URL that are like them. */
  *#parameters(text: string, pattern: RegExp, depth: number, inUrl = false): Steps<string> {
    const masked: string[] = [];
    let at = 0;
    let rested = 0;
    for (const { index, 0: whole, 1: sign = '', 2: name = '', 3: raw = '' } of text.matchAll(pattern)) {
      if (index > at) masked.push(yield* this.#loose.mask(text.slice(at, index), depth));
      masked.push(
        sign,
        this.#isQuiet(name) ? name : maskEncoded(name, (read) => finish(this.#key(read, depth))),
        whole.charAt(sign.length + name.length),
        yield* maskEncodedSteps(raw, (value) => this.#parameter(unencoded(name), value, inUrl, depth)),
      );
      at = index + whole.length;
      if (at - rested < STEP) continue;
      rested = at;
      yield;
    }
    masked.push(yield* this.#loose.mask(text.slice(at), depth));
    return masked.join('');
  }

  *#parameter(name: string, value: string, inUrl: boolean, depth: number): Steps<string> {
    // Not V3's names, but OAuth's and those of signed links.
    const isToken = inUrl && /^(?:code|state|nonce|key|id_?hint|assertion|ticket)$/i.test(name);
    const kind = isToken ? 'token' : sensitivityOf(name);
    if (kind && kind !== 'harmless') return this.credentials(value, kind);
    if (this.#isQuiet(value)) return value;
    const masked = yield* this.#text(value, depth + 1);
    if (masked !== value || kind === 'harmless') return masked;
    const byLook = sensitivityOfValue(value);
    return byLook ? this.value(value, byLook) : value;
  }

  /** A stretch of a URL's address: its host stays, and so do the words of V3's own paths. */
  #path(text: string, hostEnd: number): string {
    const from = Math.max(0, Math.min(hostEnd, text.length));
    const rest = text
      .slice(from)
      .replace(/[^/]+/g, (segment) =>
        commonWords.has(segment)
          ? segment
          : maskEncoded(segment, (value) => finish(this.#loose.mask(value, 1))),
      );
    return text.slice(0, from) + rest;
  }
}

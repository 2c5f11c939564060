import type { Sensitivity } from '../../schemas/field.ts';
import { operations } from '../../schemas/operations.ts';
import { readJson } from '../body/json-text.ts';
import { StandIns } from './export-stand-ins.ts';
import { fromBase64, maskJwt, toBase64 } from './mask-jwt.ts';
import { findInBody } from './sensitive-body.ts';
import { isFieldName, sensitivityOf } from './sensitive-names.ts';
import { findByLook, type SensitiveSpan, sensitivityOfValue } from './sensitive-text.ts';
import { findInUrl } from './sensitive-url.ts';

/** Texts within texts (JSON in JSON, in a URL, in base64) are looked into this far. */
const MAX_DEPTH = 4;

/** Shorter values are not looked for where no field says that they are there. */
const MIN_SWEPT = 4;

/** Words that every capture holds; were one of them somebody's name, replacing it would break every call. */
const common = new Set([
  ...operations.flatMap(({ path }) => path.split(/[/{}]/)),
  ...'true false null pending mobile desktop none success failed http https application json Bearer'.split(
    ' ',
  ),
]);

const STRING = /"((?:[^"\\]|\\[\s\S])*)"/g;
const WORD = /[^\s"'<>(){}[\],;:\\/?&=#|]+/gu;
const BASE64 = /[A-Za-z0-9+/_-]{8,}={0,2}/g;
const URL_START = /^[a-z][\w+.-]{1,20}:\/\//i;

/** Replaces what is personal or secret in texts of any kind by stand-ins, wherever and however it is written. */
export class TextMask {
  readonly standIns = new StandIns();
  /** Values found so far, by their first word; for places where no field tells what stands there. */
  readonly #byFirstWord = new Map<string, { written: string; standIn: string }[]>();
  #indexed = 0;

  /** A body of whatever kind. */
  body(text: string, depth = 0): string {
    if (text === '') return text;
    if (/^[\w.~%+[\]-]{1,100}=/.test(text)) return this.#parameters(text, /(^|&)([^=&]*)=([^&]*)/g, depth);
    return 'offence' in readJson(text) ? this.#broken(text, depth) : this.#json(text, depth);
  }

  /** An absolute URL, or a path with a query. */
  url(text: string, depth = 0): string {
    const end = /[?#]/.exec(text)?.index ?? text.length;
    const head = text.slice(0, end);
    const hostEnd = /^[a-z][\w+.-]*:\/\/[^/?#]*/i.exec(head)?.[0].length ?? 0;
    let masked = '';
    let at = 0;
    for (const { from, to, sensitivity } of findInUrl(text)) {
      if (to > end) break;
      masked += this.#path(text.slice(at, from), hostEnd - at);
      masked += this.#encoded(text.slice(from, to), (value) => this.value(value, sensitivity));
      at = to;
    }
    masked += this.#path(head.slice(at), hostEnd - at);
    return masked + this.#parameters(text.slice(end), /([?&#;])([^=&#;?]*)=([^&#;]*)/g, depth, true);
  }

  /** A text of which no field says what it holds. */
  text(text: string, depth = 0): string {
    if (depth > MAX_DEPTH || text.length < MIN_SWEPT) return text;
    if (/^\s*[[{]/.test(text)) return this.body(text, depth);
    if (URL_START.test(text)) return this.url(text, depth);
    return this.#outside(text, findByLook(text), (gap) => this.#sweep(gap, depth));
  }

  /** The stand-in of a whole value. */
  value(value: string, kind: Sensitivity): string {
    if (value.length > 20 && this.standIns.known(value) === undefined) this.#learn(value);
    if (!/^eyJ/.test(value)) return this.standIns.of(value, kind);
    const masked = maskJwt(
      value,
      (part) => this.standIns.of(part, 'token'),
      (url) => this.url(url),
    );
    return this.standIns.of(value, kind, masked === undefined ? undefined : () => masked);
  }

  /** What is replaced as a whole may hold values that stand elsewhere too. */
  #learn(value: string) {
    const inside = /^[\w+/-]+=*$/.test(value) ? fromBase64(value) : value;
    if (inside !== undefined && /^\s*[[{]/.test(inside)) this.body(inside, MAX_DEPTH);
  }

  /** A value with the name of its scheme in front, as in `Bearer abc`, or without. */
  credentials(text: string, kind: Sensitivity): string {
    const [, scheme = '', value = text] = /^(Bearer\s+|Basic\s+|DPoP\s+|Digest\s+)(.*)$/is.exec(text) ?? [];
    const basic = /^basic/i.test(scheme) ? fromBase64(value) : undefined;
    if (basic?.includes(':'))
      return scheme + toBase64(basic.replace(/[^:]+/g, (part) => this.value(part, 'secret')));
    return scheme + this.value(value, kind);
  }

  /** A value that may be URL-encoded, as cookies are. */
  encodedValue(raw: string, kind: Sensitivity): string {
    return this.#encoded(raw, (value) => this.value(value, kind));
  }

  /** JSON: each string is a text of its own, which a field's name or its look may make sensitive as a whole. */
  #json(text: string, depth: number): string {
    const spans = findInBody(text);
    let next = 0;
    let masked = '';
    let at = 0;
    const plain = (to: number) => {
      // Numbers: all else outside of strings is punctuation.
      for (; next < spans.length; next++) {
        const span = spans[next];
        if (!span || span.from >= to) break;
        if (span.from < at) continue;
        masked += text.slice(at, span.from) + this.value(text.slice(span.from, span.to), span.sensitivity);
        at = span.to;
      }
      masked += text.slice(at, to);
      at = to;
    };
    for (const { index, 0: literal, 1: raw = '' } of text.matchAll(STRING)) {
      const from = index + 1;
      plain(from);
      const to = index + literal.length - 1;
      const span = spans[next];
      masked += this.#string(raw, span && span.from === from && span.to === to ? span : undefined, depth);
      at = to;
    }
    plain(text.length);
    return masked;
  }

  #string(raw: string, whole: SensitiveSpan | undefined, depth: number): string {
    if (raw === '' || (!whole && isFieldName(raw))) return raw;
    const decoded = unescaped(raw);
    const masked =
      whole && !whole.inside ? this.credentials(decoded, whole.sensitivity) : this.text(decoded, depth + 1);
    return masked === decoded ? raw : JSON.stringify(masked).slice(1, -1);
  }

  /** No JSON: what cannot be told apart is sensitive. */
  #broken(text: string, depth: number): string {
    return this.#outside(text, findInBody(text), (gap) => this.#sweep(gap, depth));
  }

  #outside(text: string, spans: readonly SensitiveSpan[], gap: (text: string) => string): string {
    let masked = '';
    let at = 0;
    for (const { from, to, sensitivity } of spans) {
      const raw = text.slice(from, to);
      const decoded = unescaped(raw);
      const standIn = this.credentials(decoded, sensitivity);
      masked +=
        gap(text.slice(at, from)) + (raw === decoded ? standIn : JSON.stringify(standIn).slice(1, -1));
      at = to;
    }
    return masked + gap(text.slice(at));
  }

  /** Forms and the parts of a URL that are like them. */
  #parameters(text: string, pattern: RegExp, depth: number, inUrl = false): string {
    let masked = '';
    let at = 0;
    for (const { index, 0: whole, 1: sign = '', 2: name = '', 3: raw = '' } of text.matchAll(pattern)) {
      masked +=
        this.#sweep(text.slice(at, index), depth) + sign + name + whole.charAt(sign.length + name.length);
      masked += this.#encoded(raw, (value) => this.#parameter(unencoded(name), value, inUrl, depth));
      at = index + whole.length;
    }
    return masked + this.#sweep(text.slice(at), depth);
  }

  #parameter(name: string, value: string, inUrl: boolean, depth: number): string {
    // Not V3's names, but OAuth's and those of signed links.
    const isToken = inUrl && /^(?:code|state|nonce|key|id_?hint|assertion|ticket)$/i.test(name);
    const kind = isToken ? 'token' : sensitivityOf(name);
    if (kind && kind !== 'harmless') return this.credentials(value, kind);
    const masked = this.text(value, depth + 1);
    if (masked !== value || kind === 'harmless') return masked;
    const byLook = sensitivityOfValue(value);
    return byLook ? this.value(value, byLook) : value;
  }

  /** A stretch of a URL's address: its host stays, and so do the plain words of its path. */
  #path(text: string, hostEnd: number): string {
    const from = Math.max(0, Math.min(hostEnd, text.length));
    const rest = text.slice(from).replace(/[^/]+/g, (segment) => {
      if (/^[a-z]*$/.test(segment) || common.has(segment)) return segment;
      return this.#encoded(segment, (value) => this.#sweep(value, 1));
    });
    return text.slice(0, from) + rest;
  }

  #encoded(raw: string, mask: (value: string) => string): string {
    const value = unencoded(raw);
    const masked = mask(value);
    if (masked === value) return raw;
    if (raw === value) return masked;
    const encoded = encode(masked);
    return raw.includes('+') && !raw.includes('%20') ? encoded.replaceAll('%20', '+') : encoded;
  }

  /** Finds values that are known from elsewhere, and texts in base64. */
  #sweep(text: string, depth: number): string {
    if (text.length < MIN_SWEPT) return text;
    const unwrapped = depth >= MAX_DEPTH ? text : text.replace(BASE64, (found) => this.#base64(found, depth));
    this.#index();
    if (this.#byFirstWord.size === 0) return unwrapped;
    let masked = '';
    let at = 0;
    for (const { index, 0: word } of unwrapped.matchAll(WORD)) {
      if (index < at) continue;
      const found = this.#knownAt(unwrapped, index, word);
      if (!found) continue;
      masked += unwrapped.slice(at, index) + found.standIn;
      at = index + found.length;
    }
    return masked + unwrapped.slice(at);
  }

  #knownAt(text: string, index: number, word: string): { standIn: string; length: number } | undefined {
    const bare = word.replace(/[.!]+$/, '');
    const known = (this.#byFirstWord.get(word) ?? this.#byFirstWord.get(bare))?.find(
      ({ written: one }) =>
        text.startsWith(one, index) &&
        !/^[\p{L}\p{N}]/u.test(text.slice(index + one.length, index + one.length + 1)),
    );
    if (known) return { standIn: known.standIn, length: known.written.length };
    const decoded = unencoded(word);
    if (decoded === word) return undefined;
    const standIn = this.standIns.known(decoded);
    return standIn === undefined ? undefined : { standIn: encode(standIn), length: word.length };
  }

  #base64(found: string, depth: number): string {
    if (isFieldName(found)) return found;
    const decoded = fromBase64(found);
    if (decoded === undefined || decoded.length < MIN_SWEPT || /[^\P{Cc}\r\n\t]/u.test(decoded)) return found;
    const masked = this.text(decoded, depth + 1);
    if (masked === decoded) return found;
    const encoded = toBase64(masked);
    const inAlphabet = /[-_]/.test(found) ? encoded.replaceAll('+', '-').replaceAll('/', '_') : encoded;
    return found.endsWith('=') ? inAlphabet : inAlphabet.replace(/=+$/, '');
  }

  #index() {
    let at = 0;
    for (const [value, standIn] of this.standIns.entries()) {
      if (at++ < this.#indexed || value.length < MIN_SWEPT || common.has(value) || isFieldName(value))
        continue;
      this.#note(value, standIn);
      const encoded = encode(value);
      const form = inForm(value);
      if (encoded !== value) this.#note(encoded, encode(standIn));
      if (form !== value && form !== encoded) this.#note(form, inForm(standIn));
    }
    this.#indexed = at;
  }

  #note(written: string, standIn: string) {
    const first = written.match(WORD)?.[0];
    if (first === undefined || !written.startsWith(first)) return;
    const others = this.#byFirstWord.get(first);
    if (others) others.push({ written, standIn });
    else this.#byFirstWord.set(first, [{ written, standIn }]);
  }
}

/** As a URL writes it; half of a surrogate pair has no UTF-8. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));

/** As a form writes it. */
const inForm = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    const value: unknown = JSON.parse(`"${raw}"`);
    return typeof value === 'string' ? value : raw;
  } catch {
    return raw;
  }
}

function unencoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).replace(/^ (?=\d)/, '+');
  } catch {
    return text;
  }
}

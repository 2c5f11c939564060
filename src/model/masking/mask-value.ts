import type { Sensitivity } from '../../schemas/field.ts';
import { operations } from '../../schemas/operations.ts';
import { fromBase64, toBase64 } from './base64-text.ts';
import { StandIns } from './export-stand-ins.ts';
import { KnownValues } from './known-values.ts';
import { maskJwt } from './mask-jwt.ts';
import { isFieldName } from './sensitive-names.ts';
import { findByLook } from './sensitive-text.ts';

/** Words that every capture holds; were one of them somebody's name, replacing it would break every call. */
export const commonWords: ReadonlySet<string> = new Set([
  ...operations.flatMap(({ path }) => path.split(/[/{}]/)),
  ...'true false null pending mobile desktop none success failed http https application json Bearer'.split(
    ' ',
  ),
]);

/** What stands between words, and in no encoding of one. */
const BETWEEN = /[\s"<>{}[\],;|]/;
const BETWEEN_NEXT = new RegExp(BETWEEN.source, 'g');

/** A stretch that is replaced: by a stand-in that is known, or by one for what it seems to hold. */
export type Found = { from: number; to: number } & ({ standIn: string } | { sensitivity: Sensitivity });

/** Gives whole values their stand-ins, and knows where they stand in other texts. */
export class ValueMask {
  readonly standIns = new StandIns();
  readonly #known = new KnownValues();
  #noted = 0;

  /** `texts` masks what stands within a value. */
  constructor(private readonly texts: { learn: (body: string) => void; url: (url: string) => string }) {}

  /** The stand-in of a whole value. */
  value(value: string, kind: Sensitivity): string {
    const known = this.standIns.known(value);
    if (known !== undefined) return known;
    if (value.length > 20) this.#learn(value);
    if (!/^eyJ/.test(value)) return this.standIns.of(value, kind);
    const masked = maskJwt(value, (part) => this.standIns.of(part, 'token'), this.texts.url);
    return this.standIns.of(value, kind, masked === undefined ? undefined : () => masked);
  }

  /** A value with the name of its scheme in front, as in `Bearer abc`, or without. */
  credentials(text: string, kind: Sensitivity): string {
    const [, scheme = '', value = text] = /^(Bearer\s+|Basic\s+|DPoP\s+|Digest\s+)(.*)$/is.exec(text) ?? [];
    const basic = /^basic/i.test(scheme) ? fromBase64(value) : undefined;
    if (basic?.includes(':'))
      return scheme + toBase64(basic.replace(/[^:]+/g, (part) => this.value(part, 'secret')));
    return scheme + this.value(value, kind);
  }

  /** Whether a known value stands in a text. */
  holds(text: string): boolean {
    this.#note();
    return this.#known.find(text).length > 0;
  }

  /** What tells by its look, and what is known; of two that overlap the one that holds the other. */
  find(text: string): readonly Found[] {
    this.#note();
    const looks = findByLook(text);
    const known = this.#known.find(text);
    if (known.length === 0) return looks;
    if (looks.length === 0) return known;
    const found: Found[] = [];
    let nextLook = 0;
    let nextKnown = 0;
    for (;;) {
      const look = looks[nextLook];
      const value = known[nextKnown];
      const takesKnown =
        value && (!look || value.from < look.from || (value.from === look.from && value.to >= look.to));
      const one = takesKnown ? value : look;
      if (!one) return found;
      if (takesKnown) nextKnown++;
      else nextLook++;
      const last = found.at(-1);
      if (!last || one.from >= last.to) found.push(one);
      else if (one.to > last.to)
        found[found.length - 1] = { from: last.from, to: one.to, sensitivity: 'secret' };
    }
  }

  /** Where a piece of a long text ends: between two words, and not within something that is to be replaced. */
  endOfPiece(text: string, at: number, length: number): number {
    if (text.length - at <= 2 * length) return text.length;
    const reach = Math.min(length, Math.max(500, 3 * this.#known.longest));
    const piece = text.slice(at, at + length + reach);
    let end = length;
    for (const { from, to } of [...this.find(piece)].reverse()) {
      while (end > 0 && !BETWEEN.test(piece.charAt(end - 1))) end--;
      if (to <= end) break;
      if (from < end) end = from;
    }
    while (end > 0 && !BETWEEN.test(piece.charAt(end - 1))) end--;
    if (end > 0) return at + end;
    BETWEEN_NEXT.lastIndex = at + length;
    return BETWEEN_NEXT.test(text) ? BETWEEN_NEXT.lastIndex : text.length;
  }

  /** What is replaced as a whole may hold values that stand elsewhere too. */
  #learn(value: string) {
    const inside = /^[\w+/-]+=*$/.test(value) ? fromBase64(value) : value;
    if (inside !== undefined && /^\s*[[{]/.test(inside)) this.texts.learn(inside);
  }

  #note() {
    const { values } = this.standIns;
    for (; this.#noted < values.length; this.#noted++) {
      const value = values[this.#noted] ?? '';
      if (!commonWords.has(value) && !isFieldName(value))
        this.#known.add(value, this.standIns.known(value) ?? value);
    }
  }
}

import { isFilterKey, KEY, type Term } from './filter.ts';
import { takesValue } from './filter-value.ts';

/** A term and where it stands, in UTF-16 offsets, end exclusive. */
export interface PlacedTerm extends Term {
  from: number;
  to: number;
}

/** What is wrong with a filter; `describeFilterError` has the words. */
export interface FilterError {
  code: 'unknown-key' | 'no-value' | 'bad-value' | 'open-quote' | 'after-quote';
  from: number;
  to: number;
  key?: string;
  value?: string;
}

/** A filter as it was understood: what is mistaken is left out of the terms. */
export interface ParsedFilter {
  terms: readonly PlacedTerm[];
  errors: readonly FilterError[];
}

/**
 * Reads a filter. Words are looked for as text, `key:value` asks for a property, `,` stands between values that
 * are as good as each other, `-` in front negates, `"…"` holds spaces together (`\"` is a quote in it).
 */
export function parseFilter(text: string): ParsedFilter {
  return new Reader(text).read();
}

const BARE_VALUE = /[^\s,]*/y;
const BARE_TEXT = /\S*/y;
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)("|$)/y;

class Reader {
  readonly #terms: PlacedTerm[] = [];
  readonly #errors: FilterError[] = [];
  #at = 0;

  constructor(readonly text: string) {}

  read(): ParsedFilter {
    this.#take(/\s*/y);
    while (this.#at < this.text.length) {
      this.#readTerm();
      this.#take(/\s*/y);
    }
    return { terms: this.#terms, errors: this.#errors };
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #readTerm() {
    const from = this.#at;
    const negated = this.#take(/-(?=\S)/y) !== undefined;
    const key = this.#take(KEY)?.[1]?.toLowerCase();
    if (key !== undefined) return this.#readValues(from, negated, key);
    const value = this.#readValue(BARE_TEXT);
    if (value !== '') this.#terms.push({ key: 'text', negated, values: [value], from, to: this.#at });
  }

  #readValues(from: number, negated: boolean, key: string) {
    const known = isFilterKey(key) ? key : undefined;
    if (!known) this.#errors.push({ code: 'unknown-key', from, to: this.#at, key });
    const values: string[] = [];
    do {
      const start = this.#at;
      const value = this.#readValue(BARE_VALUE);
      if (!known) continue;
      const place = { from: start, to: this.#at, key };
      if (value === '') this.#errors.push({ ...place, from, code: 'no-value' });
      else if (takesValue(known, value)) values.push(value);
      else this.#errors.push({ ...place, code: 'bad-value', value });
    } while (this.#take(/,/y));
    if (known && values.length > 0) this.#terms.push({ key: known, negated, values, from, to: this.#at });
  }

  #readValue(bare: RegExp): string {
    const from = this.#at;
    const quoted = this.#take(QUOTED);
    if (!quoted) return this.#take(bare)?.[0] ?? '';
    if (quoted[2] === '') this.#errors.push({ code: 'open-quote', from, to: this.#at });
    const rest = this.#at;
    if (this.#take(bare)?.[0]) this.#errors.push({ code: 'after-quote', from: rest, to: this.#at });
    return (quoted[1] ?? '').replace(/\\(["\\])/g, '$1');
  }
}

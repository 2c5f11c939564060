import type { Sensitivity } from '../../schemas/field.ts';
import { STEP } from './in-steps.ts';
import { sensitivityOf } from './sensitive-names.ts';

/** What a field is known to hold by its name; undefined where the name tells nothing. */
export type Holding = Sensitivity | 'harmless' | undefined;

/** What may come next. */
type Next = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const [QUOTE, COMMA, COLON, BACKSLASH] = [34, 44, 58, 92];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [123, 125, 91, 93];
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Walks over the strings and numbers of a JSON text, one at each `step`, so that a long text can be gone through in
 * slices. Builds nothing: a text of a million keys costs no more than its length.
 */
export class JsonWalk {
  kind: 'key' | 'string' | 'number' = 'string';
  /** Where the content stands, without quotes. */
  from = 0;
  to = 0;
  /** What the value is known to hold, by its key or by that of a list or object around it. */
  holding: Holding;
  /** The text is no JSON. */
  broken = false;

  #at = 0;
  #next: Next = 'value';
  #inherited: Holding;
  readonly #around: { isObject: boolean; inherited: Holding }[] = [];

  constructor(private readonly text: string) {}

  /** Goes on to the next string or number; false at the end, or where the text stops being JSON. */
  step(): boolean {
    const begin = this.#at;
    for (;;) {
      if (this.#at - begin > STEP) return this.#rest();
      const code = this.#skipSpace();
      if (Number.isNaN(code)) {
        this.broken = this.#next !== 'nothing';
        return false;
      }
      if (code === QUOTE) return this.#string();
      if (code === COLON && this.#next === 'colon') {
        this.#next = 'value';
        this.#at++;
      } else if (code === COMMA && this.#next === 'comma or end') {
        this.#next = this.#around.at(-1)?.isObject ? 'key' : 'value';
        this.holding = this.#inherited;
        this.#at++;
      } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (!this.#close(code === CLOSE_BRACE)) return this.#offence();
      } else if (this.#next !== 'value' && this.#next !== 'value or end') return this.#offence();
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#open(code === OPEN_BRACE);
      else if (this.#matches(NUMBER)) {
        this.kind = 'number';
        this.#took();
        return true;
      } else if (this.#matches(WORD)) this.#took();
      else return this.#offence();
    }
  }

  /** So much punctuation that somebody may want to rest: an empty string stands for it. */
  #rest(): true {
    this.kind = 'string';
    this.from = this.to = this.#at;
    return true;
  }

  #offence(): false {
    this.broken = true;
    return false;
  }

  #skipSpace(): number {
    let code = this.text.charCodeAt(this.#at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = this.text.charCodeAt(++this.#at);
    return code;
  }

  #string(): boolean {
    const isKey = this.#next === 'key' || this.#next === 'key or end';
    if (!isKey && this.#next !== 'value' && this.#next !== 'value or end') return this.#offence();
    this.from = this.#at + 1;
    let close = this.text.indexOf('"', this.from);
    while (close > 0 && this.text.charCodeAt(close - 1) === BACKSLASH && this.#isEscaped(close))
      close = this.text.indexOf('"', close + 1);
    if (close < 0) return this.#offence();
    this.to = close;
    this.#at = close + 1;
    if (isKey) {
      this.kind = 'key';
      this.#next = 'colon';
      // Nobody names a field with more; see `sensitivityOf`.
      const name = close - this.from > 600 ? undefined : unescaped(this.text.slice(this.from, close));
      this.holding = (name === undefined ? undefined : sensitivityOf(name)) ?? this.#inherited;
    } else {
      this.kind = 'string';
      this.#took();
    }
    return true;
  }

  /** Whether an odd number of backslashes stands before an offset. */
  #isEscaped(at: number): boolean {
    let from = at;
    while (from > this.from && this.text.charCodeAt(from - 1) === BACKSLASH) from--;
    return (at - from) % 2 === 1;
  }

  #open(isObject: boolean) {
    this.#around.push({ isObject, inherited: this.#inherited });
    this.#inherited = this.holding;
    this.#next = isObject ? 'key or end' : 'value or end';
    this.#at++;
  }

  #close(isObject: boolean): boolean {
    const around = this.#around.at(-1);
    const empty = isObject ? 'key or end' : 'value or end';
    if (around?.isObject !== isObject || (this.#next !== 'comma or end' && this.#next !== empty))
      return false;
    this.#around.pop();
    this.#inherited = around.inherited;
    this.#at++;
    this.#took();
    return true;
  }

  #matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.from = this.#at;
    this.to = this.#at = pattern.lastIndex;
    return true;
  }

  #took() {
    this.#next = this.#around.length > 0 ? 'comma or end' : 'nothing';
  }
}

/** A JSON string's content as it is to be read; what cannot be read stays. */
export function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  try {
    const value: unknown = JSON.parse(`"${raw}"`);
    return typeof value === 'string' ? value : raw;
  } catch {
    return raw;
  }
}

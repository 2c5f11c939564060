import type { Sensitivity } from '../../schemas/field.ts';
import { isPrivateAddress, looksLikePersonalData, unlikely } from '../routes/shapes.ts';

/*
 * The format of stand-ins, in one place:
 *
 * - One value has one stand-in within one export, wherever and however it is written, and two values have two, so
 *   that flows, tokens and mistakes ("another phone number than before") still hang together.
 * - A stand-in looks like its value: a digit for a digit, a letter for a letter of the same case, all else as it is;
 *   as long, as many bytes. So what the rules say of the value they say of the stand-in, at the same place. A date
 *   stays a date, an address an address, a number a number; a country code and a private IP address stay.
 * - Letters and digits come from the order in which values turn up, never from the value: nothing leads back.
 * - A JWT stays one that can be read: its times and the addresses that it names stay, its other claims and its
 *   signature are replaced (`mask-jwt.ts`).
 */

const TRIES = 100;
/** So many signs are drawn one by one. */
const LONG = 1000;
const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DATE = /^(?:(\d{4})-)?(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/;
const NUMBER = /^\+?\(?\d(?:[\s().-]{0,2}\d){8,}$/;

/** How often values of a kind were replaced, and by what. */
export interface StandInCount {
  kind: Sensitivity;
  /** Different values. */
  values: number;
  /** A few of them: each value and its stand-in. */
  examples: readonly { value: string; standIn: string }[];
}

/** The stand-ins of one export. */
export class StandIns {
  readonly #byValue = new Map<string, string>();
  /** The keys of `#byValue` in their order. */
  readonly #values: string[] = [];
  readonly #used = new Set<string>();
  readonly #kinds = new Map<
    Sensitivity,
    { values: number; examples: { value: string; standIn: string }[] }
  >();

  /** What takes the place of a value, as it is to be read (without escapes). `make` is for values with a structure. */
  of(value: string, kind: Sensitivity, make?: (value: string) => string): string {
    if (!/[\p{L}\p{N}]/u.test(value) || (!unlikely.ip(value) && isPrivateAddress(value))) return value;
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const standIn = make ? this.#note(make(value)) : this.#keyed(value, kind);
    this.#put(value, standIn);
    const count = this.#kinds.get(kind) ?? { values: 0, examples: [] };
    count.values++;
    if (count.examples.length < 3) count.examples.push({ value, standIn });
    this.#kinds.set(kind, count);
    return standIn;
  }

  /** Leaves a value as it is from now on, unless it has a stand-in already. */
  keep(value: string): void {
    if (!this.#byValue.has(value)) this.#put(value, value);
  }

  /** The stand-in of a value that is known already. */
  known(value: string): string | undefined {
    return this.#byValue.get(value);
  }

  /** All values, in the order in which they turned up. */
  get values(): readonly string[] {
    return this.#values;
  }

  /** How many values there are. */
  get size(): number {
    return this.#values.length;
  }

  /** What was replaced, by kind, the most frequent first. */
  counts(): StandInCount[] {
    return [...this.#kinds]
      .map(([kind, { values, examples }]) => ({ kind, values, examples }))
      .sort((a, b) => b.values - a.values);
  }

  /** Numbers are known by their digits: `+1 (200) 100-4011` and `2001004011` are the same phone. */
  #keyed(value: string, kind: Sensitivity): string {
    if (value.length > 100 || !NUMBER.test(value) || DATE.test(value) || !unlikely.ip(value))
      return this.#make(value, kind);
    const digits = value.replace(/\D/g, '');
    const country = digits.length > 10 && digits.length < 14 ? digits.slice(0, -10) : '';
    const core = digits.slice(country.length);
    const standIn = this.#byValue.get(core) ?? this.#make(core, kind);
    this.#put(core, standIn);
    let at = 0;
    return value.replace(/\d/g, () => (country + standIn).charAt(at++));
  }

  /** A new stand-in of which the rules say what they say of the value. */
  #make(value: string, kind: Sensitivity): string {
    const random = randomFrom(this.#used.size + 1);
    const traits = traitsOf(value);
    for (let i = 0; i < TRIES; i++) {
      const drawn = DATE.test(value) ? drawDate(value, random) : drawLike(value, kind, random);
      if (
        drawn !== value &&
        !this.#used.has(drawn) &&
        !this.#byValue.has(drawn) &&
        traitsOf(drawn) === traits
      )
        return this.#note(drawn);
    }
    // Too short for a stand-in of its own.
    return this.#note(drawLike(value, kind, random));
  }

  #put(value: string, standIn: string) {
    if (!this.#byValue.has(value)) this.#values.push(value);
    this.#byValue.set(value, standIn);
  }

  #note(standIn: string): string {
    this.#used.add(standIn);
    return standIn;
  }
}

/** Whether the rules of shapes see the same in two values. */
const traitsOf = (text: string): string =>
  text.length > 100
    ? ''
    : [
        unlikely.ip(text),
        unlikely.email(text),
        // Reading an address is dear, and few texts are one.
        /[.:]|localhost/.test(text) && isPrivateAddress(text),
        looksLikePersonalData(text),
      ].join();

type Random = (below: number) => number;

/** Mulberry32: small, and the same in every engine. */
function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const two = (n: number) => String(n).padStart(2, '0');

function drawDate(like: string, random: Random): string {
  const year = DATE.exec(like)?.[1] === undefined ? [] : [String(1930 + random(70))];
  const parts = like.split('-').length - year.length;
  return [...year, two(1 + random(12)), two(1 + random(28))].slice(0, year.length + parts).join('-');
}

/** A sign of the same sort for each sign. A leading 0 or 1 stays: numbers and area codes depend on it. */
function drawLike(like: string, kind: Sensitivity, random: Random): string {
  if (like.length > LONG) {
    const rest = drawLong(like.slice(LONG), random);
    if (rest !== undefined) return drawLike(like.slice(0, LONG), kind, random) + rest;
  }
  const letters = kind === 'ip' ? LOWER.slice(0, 6) : LOWER;
  const draw = (from: string) => from.charAt(random(from.length));
  let isFirst = true;
  let drawn = '';
  for (const sign of like) {
    const code = sign.codePointAt(0) ?? 0;
    const leads = isFirst;
    if (code >= 48 && code <= 57) drawn += leads ? (code < 50 ? sign : draw(DIGITS.slice(2))) : draw(DIGITS);
    else if (code >= 97 && code <= 122) drawn += draw(letters);
    else if (code >= 65 && code <= 90) drawn += draw(letters).toUpperCase();
    else if (code < 128 || !/[\p{L}\p{N}]/u.test(sign)) {
      drawn += sign;
      continue;
    } else drawn += drawNear(sign, random);
    isFirst = false;
  }
  return drawn;
}

/** The same for megabytes of ASCII: a sign at a time would block the browser for a second. */
function drawLong(like: string, random: Random): string | undefined {
  const bytes = new TextEncoder().encode(like);
  if (bytes.length !== like.length) return undefined;
  let state = random(2 ** 31);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const [first, count] = byte >= 97 ? [97, 26] : byte >= 65 ? [65, 26] : [48, 10];
    if (byte < first || byte >= first + count) continue;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = first + ((state >>> 16) % count);
  }
  return new TextDecoder().decode(bytes);
}

/** A letter of the same script and case: near neighbours in Unicode mostly are. */
function drawNear(sign: string, random: Random): string {
  const code = sign.codePointAt(0) ?? 0;
  const sort = /\p{Lu}/u.test(sign) ? /\p{Lu}/u : /\p{Ll}/u.test(sign) ? /\p{Ll}/u : /[\p{L}\p{N}]/u;
  for (let i = 0; i < 20; i++) {
    const near = String.fromCodePoint((code & ~31) | random(32));
    if (near !== sign && sort.test(near)) return near;
  }
  return sign;
}

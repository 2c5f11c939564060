/** Shorter values stand in too many texts to be looked for. */
export const MIN_KNOWN = 4;

/** So many bits tell four signs from others, most of the time. */
const BITS = 18;
const MASK = (1 << BITS) - 1;

const NOTHING: readonly KnownSpan[] = [];

/** A place in a text where a known value stands. */
export interface KnownSpan {
  from: number;
  to: number;
  standIn: string;
}

/**
 * Values that are known, to be found in any text, in the middle of a word too. One look at each sign of the text, and
 * a second one only where four signs are those that a value begins with: the cost does not grow with the values.
 */
export class KnownValues {
  readonly #standIns = new Map<string, string>();
  /** How long values are that begin with these four signs, the longest first. */
  readonly #lengths = new Map<string, number[]>();
  /** Length of the longest. */
  longest = 0;
  #begins: Uint8Array | undefined;

  add(value: string, standIn: string): void {
    if (value.length < MIN_KNOWN || this.#standIns.has(value)) return;
    this.#standIns.set(value, standIn);
    this.longest = Math.max(this.longest, value.length);
    const begin = value.slice(0, MIN_KNOWN);
    const lengths = this.#lengths.get(begin);
    if (!lengths) this.#lengths.set(begin, [value.length]);
    else if (!lengths.includes(value.length)) {
      lengths.push(value.length);
      lengths.sort((a, b) => b - a);
    }
    this.#begins ??= new Uint8Array(1 << BITS);
    let hash = 0;
    for (let i = 0; i < MIN_KNOWN; i++) hash = ((hash << 5) ^ value.charCodeAt(i)) & MASK;
    this.#begins[hash] = 1;
  }

  /** Where known values stand in a text, in order and without overlaps. */
  find(text: string): readonly KnownSpan[] {
    const begins = this.#begins;
    if (!begins || text.length < MIN_KNOWN) return NOTHING;
    let found: KnownSpan[] | undefined;
    let hash = 0;
    let end = 0;
    for (let i = 0; i < text.length; i++) {
      // Five bits a sign: what is older than four signs has been shifted out.
      hash = ((hash << 5) ^ text.charCodeAt(i)) & MASK;
      if (begins[hash] === 0) continue;
      const from = i + 1 - MIN_KNOWN;
      if (from < end) continue;
      const known = this.#at(text, from);
      if (!known) continue;
      found ??= [];
      found.push(known);
      end = known.to;
    }
    return found ?? NOTHING;
  }

  #at(text: string, from: number): KnownSpan | undefined {
    for (const length of this.#lengths.get(text.slice(from, from + MIN_KNOWN)) ?? []) {
      const to = from + length;
      if (to > text.length) continue;
      const value = text.slice(from, to);
      const standIn = this.#standIns.get(value);
      if (standIn !== undefined && standsAlone(text, from, to, value)) return { from, to, standIn };
    }
    return undefined;
  }
}

/**
 * Whether a stretch is the value and not a part of another word. A long value that nobody would write by chance is
 * itself wherever it stands; a few digits are a part of a longer number or id where a sign joins them to more.
 */
function standsAlone(text: string, from: number, to: number, value: string): boolean {
  if (value.length >= 12 || (value.length >= 8 && /[^\p{L}]/u.test(value))) return true;
  if (isWord(text, from) && isWord(text, from - 1)) return false;
  if (isWord(text, to - 1) && isWord(text, to)) return false;
  if (!/^[\d\W]+$/.test(value)) return true;
  const joins = (at: number) => '-.:_'.includes(text.charAt(at)) && text.charAt(at) !== '';
  return !(joins(from - 1) && isWord(text, from - 2)) && !(joins(to) && isWord(text, to + 1));
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 128 && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

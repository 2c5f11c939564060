import { EntrySeam } from './entry-seam.ts';

/** One entry is held whole; what is larger than this is no request of anybody's. */
const MAX_ENTRY_BYTES = 256_000_000;
/** Pages, creator and comments: what stands around the entries is small. */
const MAX_FRAME_BYTES = 64_000_000;

/** So much is read as a run of entries at once, in bytes: a longer text would be kept apart from other short-lived ones. */
const RUN = 131_072;

/** So often it is tried to read several entries at once; a file where that fails is no usual one. */
const MISSES = 3;

/** How far before a bracket its key is looked for, in bytes. */
const TAIL = 200;

const [QUOTE, COMMA, OPEN_BRACKET, BACKSLASH, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [
  0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
];

/** Whether anything follows from a byte outside of strings; from most of them nothing does. */
const MEANS = new Uint8Array(256);
for (const byte of [QUOTE, COMMA, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE]) MEANS[byte] = 1;

/** How a HAR ended: with all that stands around its entries, or before its end. */
export type HarFrame =
  | { text: string }
  | { cutOff: 'before' | 'within' | 'after'; text: string }
  | { tooLarge: true };

/**
 * Cuts the entries out of a HAR while its bytes come in, so that never more than one of them is held.
 * It looks for brackets, quotes and commas only; whether an entry is JSON is for `JSON.parse` to say. To look at each
 * byte takes as long as to parse it, so that it does so only until it knows what stands between two entries: then it
 * hands over all up to the last such place, and looks closer again where that turns out to be no list of entries.
 */
export class HarSplitter {
  #depth = 0;
  #quoted = false;
  #escaped = false;
  /** The log's own object is open. */
  #inLog = false;
  #inEntries = false;
  /** Entries of the list that is open. */
  #count = 0;
  #seenEntries = false;
  readonly #frame: Uint8Array[] = [];
  #frameBytes = 0;
  #entry: Uint8Array[] = [];
  #entryBytes = 0;

  readonly #seam = new EntrySeam();
  /** Begins at an entry and has not been walked yet. */
  #ahead: Uint8Array | undefined;
  #misses = 0;

  /**
   * @param onEntry gets the text of each entry; undefined for one that is too large to be held.
   * @param onRun gets what may be several entries with commas between them; to be false, with nothing done, where
   * `JSON.parse` says that it is not.
   */
  constructor(
    private readonly onEntry: (text: string | undefined) => void,
    private readonly onRun: (text: string) => boolean,
  ) {}

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const end = Math.min(at + RUN, bytes.length);
      const part = this.#withAhead(bytes.subarray(at, end));
      const left = part.length - this.#take(part);
      // What is left is looked at together with what follows, which is there, or will be.
      if (end < bytes.length && left <= end - at) at = end - left;
      else {
        if (left > 0) this.#ahead = copy(part.subarray(part.length - left));
        at = end;
      }
    }
  }

  /** Returns how much it has dealt with: all, or all up to the last seam. */
  #take(bytes: Uint8Array): number {
    const run = this.#takeRun(bytes);
    if (run > 0) return run;
    const at = this.#walk(bytes, this.#misses < MISSES);
    if (at === bytes.length) return at;
    const others = bytes.subarray(at);
    return at + (this.#takeRun(others) || this.#walk(others, false));
  }

  #withAhead(bytes: Uint8Array): Uint8Array {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead ? join([ahead, bytes], ahead.length + bytes.length) : bytes;
  }

  /** Takes all entries up to the last seam at once. Returns where the next begins; 0 where that is not possible. */
  #takeRun(bytes: Uint8Array): number {
    if (!this.#inEntries || this.#depth !== 3 || this.#quoted || this.#entryBytes > 0) return 0;
    const seam = this.#misses < MISSES ? this.#seam.findLast(bytes) : undefined;
    if (!seam) return 0;
    if (!this.onRun(utf8.decode(bytes.subarray(0, seam.from)))) {
      this.#misses++;
      return 0;
    }
    this.#count++;
    return seam.to;
  }

  /** Looks at each byte; returns where it stopped: at the end, or, where that is wanted, before an entry. */
  #walk(bytes: Uint8Array, stops: boolean): number {
    let depth = this.#depth;
    let quoted = this.#quoted;
    // Where what has not been put away yet begins.
    let start = 0;
    let i = 0;
    if (this.#escaped && bytes.length > 0) {
      i = 1;
      this.#escaped = false;
    }
    const { length } = bytes;
    while (i < length) {
      if (quoted) {
        for (; i < length; i++) {
          const byte = bytes[i];
          if (byte === QUOTE) {
            quoted = false;
            i++;
            break;
          }
          if (byte === BACKSLASH) i++;
        }
        if (i > length) this.#escaped = true;
        continue;
      }
      const byte = bytes[i++] ?? 0;
      if (MEANS[byte] === 0) continue;
      if (byte === QUOTE) quoted = true;
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        depth++;
        if (this.#inEntries || depth < 2 || depth > 3) continue;
        if (depth === 2) this.#inLog = byte === OPEN_BRACE && this.#isAfterKey('log', bytes, start, i - 1);
        else if (this.#inLog && byte === OPEN_BRACKET && this.#isAfterKey('entries', bytes, start, i - 1)) {
          this.#keepFrame(bytes.subarray(start, i));
          start = i;
          this.#inEntries = true;
          this.#seenEntries = true;
          this.#count = 0;
        }
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (this.#inEntries && depth === 3) {
          this.#endEntry(bytes.subarray(start, i - 1), true);
          start = i - 1;
          this.#inEntries = false;
        }
        depth--;
        if (depth < 2) this.#inLog = false;
      } else if (byte === COMMA && this.#inEntries && depth === 3) {
        this.#endEntry(bytes.subarray(start, i - 1), false);
        start = i;
        if (!stops) continue;
        this.#seam.learn(bytes, i - 1);
        break;
      }
    }
    this.#depth = depth;
    this.#quoted = quoted;
    if (start >= length || (stops && start === i)) return i;
    if (this.#inEntries) this.#keepEntry(bytes.subarray(start));
    else this.#keepFrame(bytes.subarray(start));
    return length;
  }

  /** To be called after the last byte. */
  end(): HarFrame {
    if (this.#ahead) this.#walk(this.#withAhead(new Uint8Array()), false);
    if (this.#frameBytes > MAX_FRAME_BYTES) return { tooLarge: true };
    const text = decode(this.#frame, this.#frameBytes);
    if (this.#inEntries) return { cutOff: 'within', text };
    if (this.#depth > 0 || this.#quoted) return { cutOff: this.#seenEntries ? 'after' : 'before', text };
    return { text };
  }

  /** Whether a bracket at `end` is the value of this key. Asked at the outer two levels only. */
  #isAfterKey(key: string, bytes: Uint8Array, start: number, end: number): boolean {
    const tail = [bytes.subarray(Math.max(start, end - TAIL), end)];
    let size = tail[0]?.length ?? 0;
    for (let i = this.#frame.length - 1; i >= 0 && size < TAIL; i--) {
      const part = this.#frame[i] ?? new Uint8Array();
      tail.unshift(part);
      size += part.length;
    }
    const text = decode(tail, size);
    return new RegExp(`(?<!\\\\)"${key}"\\s*:\\s*$`).test(text);
  }

  #keepFrame(bytes: Uint8Array) {
    this.#frameBytes += bytes.length;
    // What no longer fits is counted and let go: this is no HAR.
    if (this.#frameBytes <= MAX_FRAME_BYTES) this.#frame.push(copy(bytes));
  }

  #keepEntry(bytes: Uint8Array) {
    this.#entryBytes += bytes.length;
    if (this.#entryBytes <= MAX_ENTRY_BYTES) this.#entry.push(copy(bytes));
    else this.#entry = [];
  }

  #endEntry(bytes: Uint8Array, isLast: boolean) {
    const size = this.#entryBytes + bytes.length;
    const parts = this.#entry.length > 0 ? [...this.#entry, bytes] : [bytes];
    this.#entry = [];
    this.#entryBytes = 0;
    if (size > MAX_ENTRY_BYTES) {
      this.#count++;
      this.onEntry(undefined);
      return;
    }
    const text = decode(parts, size);
    if (isLast && this.#count === 0 && text.trim() === '') return;
    this.#count++;
    this.onEntry(text);
  }
}

/** The reader may use its buffer again. */
const copy = (bytes: Uint8Array) => new Uint8Array(bytes);

const utf8 = new TextDecoder();

function decode(parts: readonly Uint8Array[], size: number): string {
  const [only] = parts;
  return utf8.decode(parts.length === 1 && only ? only : join(parts, size));
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

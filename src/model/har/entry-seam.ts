const [QUOTE, CLOSE_BRACE, OPEN_BRACE] = [0x22, 0x7d, 0x7b];

/** Names of keys are shorter. */
const MOST = 100;

/**
 * What stands between two entries of a HAR, as one program writes it: the end of one with the indentation before it, a
 * comma, and the next up to its first key. A guess that costs next to nothing; it may stand elsewhere, too.
 */
export class EntrySeam {
  #bytes: Uint8Array = new Uint8Array();
  /** Where, within the bytes, the first of the two entries ends and the second begins. */
  #end = 0;
  #begin = 0;

  /** Takes note of what stands around a comma between two entries. */
  learn(bytes: Uint8Array, comma: number): void {
    const brace = skipBlanks(bytes, comma - 1, -1);
    const from = skipBlanks(bytes, brace - 1, -1) + 1;
    const next = skipBlanks(bytes, comma + 1, 1);
    const key = skipBlanks(bytes, next + 1, 1);
    const to = bytes.indexOf(QUOTE, key + 1) + 1;
    if (bytes[brace] !== CLOSE_BRACE || bytes[next] !== OPEN_BRACE || bytes[key] !== QUOTE) return;
    if (to === 0 || to - from > MOST) return;
    this.#bytes = bytes.slice(from, to);
    this.#end = brace + 1 - from;
    this.#begin = comma + 1 - from;
  }

  /** The last place of the kind: where an entry ends, and where the next begins. */
  findLast(bytes: Uint8Array): { from: number; to: number } | undefined {
    const [first] = this.#bytes;
    if (first === undefined) return undefined;
    for (let at = bytes.lastIndexOf(first); at >= 0; at = at > 0 ? bytes.lastIndexOf(first, at - 1) : -1)
      if (this.#isAt(bytes, at)) return { from: at + this.#end, to: at + this.#begin };
    return undefined;
  }

  #isAt(bytes: Uint8Array, at: number): boolean {
    for (let i = 0; i < this.#bytes.length; i++) if (bytes[at + i] !== this.#bytes[i]) return false;
    return true;
  }
}

function skipBlanks(bytes: Uint8Array, from: number, step: 1 | -1): number {
  let at = from;
  while (at >= 0 && at < bytes.length && (bytes[at] ?? 0) <= 32) at += step;
  return at;
}

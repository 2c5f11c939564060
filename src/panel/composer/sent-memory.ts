import { completeReplay } from '../../model/compose/complete-replay.ts';
import type { Exchange } from '../../model/exchange.ts';

/** So many sends are remembered to be completed with what the browser's network log tells of them. */
const MEMORY = 50;

/** The latest sends: both the composer and the recorder know something of each that the other does not. */
export class SentMemory {
  readonly #sends = new Map<string, Exchange>();

  remember(sent: Exchange): void {
    this.#sends.set(sent.id, sent);
    const [oldest] = this.#sends.keys();
    if (this.#sends.size > MEMORY && oldest !== undefined) this.#sends.delete(oldest);
  }

  /** What to record in place of an exchange that the recorder tells of. */
  complete(seen: Exchange): Exchange {
    const sent = this.#sends.get(seen.id);
    return sent ? completeReplay(sent, seen) : seen;
  }
}

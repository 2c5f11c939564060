import { signal } from '@preact/signals';
import type { Exchange } from '../model/exchange.ts';
import { hasKitFingerprint } from '../model/routes/fingerprint.ts';

/** So many exchanges are kept; the oldest go first. */
const MOST = 200;
/** Longer bodies, in characters, are not kept: they would be no V3 body. */
const LONGEST = 1_000_000;

/** Exchanges that no route makes a call of, and that one may: traffic that looks like V3, and former calls. */
export class Unmatched {
  readonly #exchanges = new Map<string, Exchange>();
  readonly #version = signal(0);
  /** Whether there ever was any: as long as not, nothing needs to be loaded for them. */
  readonly wereAny = signal(false);

  /** All of them, in the order in which they came. Whoever reads it in a component is told when it changes. */
  get exchanges(): Iterable<Exchange> {
    this.#version.value;
    return this.#exchanges.values();
  }

  /** Keeps an exchange that has the marks of V3; everything else is let go. */
  add(exchange: Exchange): void {
    if (hasKitFingerprint(exchange)) this.keep(exchange);
  }

  /** Keeps an exchange whatever it looks like. */
  keep(exchange: Exchange): void {
    const { request, response } = exchange;
    if (Math.max(request.body?.text.length ?? 0, response?.body?.text.length ?? 0) > LONGEST) return;
    this.#exchanges.delete(exchange.id);
    this.#exchanges.set(exchange.id, exchange);
    this.wereAny.value = true;
    const [oldest] = this.#exchanges.keys();
    if (this.#exchanges.size > MOST && oldest !== undefined) this.#exchanges.delete(oldest);
    this.#version.value++;
  }

  /** All that began at a time (in ms since the epoch) or later. */
  since(at: number): Exchange[] {
    return [...this.#exchanges.values()].filter(({ startedAt }) => startedAt >= at);
  }

  takeAll(): Exchange[] {
    const all = [...this.#exchanges.values()];
    this.clear();
    return all;
  }

  clear(): void {
    if (this.#exchanges.size === 0) return;
    this.#exchanges.clear();
    this.#version.value++;
  }
}

import { isObject } from '../model/is-object.ts';
import { mayLookLikeV3, type RequestFacts } from '../model/routes/foreign-signs.ts';
import { pathOf } from '../model/url.ts';
import type { FinishedRequest } from './network.ts';

/** So often the answer of one address is asked for in vain. */
const PATIENCE = 3;
/** So many addresses are remembered. */
const MEMORY = 500;

/** Picks the few requests that match nothing and whose answers are worth a look, for a route to be offered. */
export class ForeignCalls {
  /** By path: how often an answer was asked for in vain. */
  readonly #vain = new Map<string, number>();

  /** Whether to ask for a request's answer. */
  worthReading({ url, raw }: FinishedRequest): boolean {
    return mayLookLikeV3(factsOf(url, raw)) && (this.#vain.get(pathOf(url)) ?? 0) < PATIENCE;
  }

  /** Notes that an answer was asked for and said nothing of V3. */
  readInVain({ url }: FinishedRequest): void {
    const address = pathOf(url);
    this.#vain.set(address, (this.#vain.get(address) ?? 0) + 1);
    const [oldest] = this.#vain.keys();
    if (this.#vain.size > MEMORY && oldest !== undefined) this.#vain.delete(oldest);
  }
}

/** By hand: all requests of a busy page come through here. */
function factsOf(url: string, raw: unknown): RequestFacts {
  const request = partOf(raw, 'request');
  const method = partOf(request, 'method');
  const body = partOf(partOf(request, 'postData'), 'text');
  const mimeType = partOf(partOf(partOf(raw, 'response'), 'content'), 'mimeType');
  return { url, method: textOf(method), body: textOf(body), mimeType: textOf(mimeType) };
}

const partOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

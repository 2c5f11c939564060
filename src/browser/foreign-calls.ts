import { mayLookLikeV3 } from '../model/routes/foreign-signs.ts';
import { pathOf } from '../model/url.ts';
import { z } from '../schemas/zod.ts';
import type { FinishedRequest } from './network.ts';

/** So often the answer of one address is asked for in vain. */
const PATIENCE = 3;
/** So many addresses are remembered. */
const MEMORY = 500;

const factsSchema = z.object({
  request: z.object({
    method: z.string(),
    postData: z.object({ text: z.string() }).optional().catch(undefined),
  }),
  response: z
    .object({ content: z.object({ mimeType: z.string() }) })
    .optional()
    .catch(undefined),
});

/** Picks the few requests that match nothing and whose answers are worth a look, for a route to be offered. */
export class ForeignCalls {
  /** By path: how often an answer was asked for in vain. */
  readonly #vain = new Map<string, number>();

  /** Whether to ask for a request's answer. */
  worthReading({ url, raw }: FinishedRequest): boolean {
    const { data: facts } = factsSchema.safeParse(raw);
    if (!facts) return false;
    const { request, response } = facts;
    const looks = mayLookLikeV3({
      method: request.method,
      url,
      body: request.postData?.text,
      mimeType: response?.content.mimeType,
    });
    return looks && (this.#vain.get(pathOf(url)) ?? 0) < PATIENCE;
  }

  /** Notes that an answer was asked for and said nothing of V3. */
  readInVain({ url }: FinishedRequest): void {
    const address = pathOf(url);
    this.#vain.set(address, (this.#vain.get(address) ?? 0) + 1);
    const [oldest] = this.#vain.keys();
    if (this.#vain.size > MEMORY && oldest !== undefined) this.#vain.delete(oldest);
  }
}

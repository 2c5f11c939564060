import { z } from '../../schemas/zod.ts';
import { harExtra } from './har-extra.ts';

/** The parts of a HAR 1.2 entry that are used, as browsers and proxies really write them: most may be missing. */

const headers = z.array(z.object({ name: z.string(), value: z.string().catch('') })).catch([]);
const ms = z.number().nullish().catch(undefined);

const content = z.object({
  text: z.string().nullish(),
  encoding: z.string().nullish(),
  /** Bytes before compression. Firefox leaves it out while the answer is on its way. */
  size: z.number().nullish(),
  mimeType: z.string().nullish(),
});

const postData = z.object({
  text: z.string().nullish(),
  encoding: z.string().nullish(),
  mimeType: z.string().nullish(),
  params: z
    .array(z.object({ name: z.string(), value: z.string().nullish() }))
    .nullish()
    .catch(undefined),
});

/** Where in the page's code a request began; async code has the stack that it was called from as its parent. */
export interface HarStack {
  callFrames: { url: string }[];
  parent?: HarStack | undefined;
}

const stack: z.ZodType<HarStack> = z.object({
  callFrames: z.array(z.object({ url: z.string() })),
  get parent() {
    return stack.optional();
  },
});

export const harEntry = z.object({
  startedDateTime: z.string(),
  time: z.number().nullish().catch(0),
  pageref: z.string().optional().catch(undefined),
  timings: z
    .object({ blocked: ms, dns: ms, connect: ms, ssl: ms, send: ms, wait: ms, receive: ms })
    .nullish()
    .catch(undefined),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers,
    /** Bytes of the body; -1 where nobody looked. Firefox counts the headers too. */
    bodySize: z.number().nullish().catch(undefined),
    postData: postData.nullish().catch(undefined),
  }),
  response: z
    .object({
      status: z.number().catch(0),
      statusText: z.string().catch(''),
      headers,
      content: content.nullish().catch(undefined),
      /** Chromium's word for a failure; null where there was none, absent in other producers. */
      _error: z.string().nullish().catch(undefined),
      _fetchedViaServiceWorker: z.boolean().nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  _v3: harExtra.optional().catch(undefined),
  _initiator: z.object({ stack }).optional().catch(undefined),
});

export type HarEntry = z.infer<typeof harEntry>;
export type HarContent = z.infer<typeof content>;
export type HarPostData = z.infer<typeof postData>;

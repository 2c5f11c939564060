import { z } from '../schemas/zod.ts';
import { type Exchange, type Failure, type Header, timingPhases } from './exchange.ts';
import { isObject } from './is-object.ts';

const isHeader = (value: unknown): value is Header =>
  isObject(value) && typeof value.name === 'string' && typeof value.value === 'string';

/** Most of an exchange is headers: looked at by hand, all of it costs a third. */
const headers = z.custom<Header[]>((value) => Array.isArray(value) && value.every(isHeader));

const body = z.object({
  text: z.string(),
  bytes: z.number(),
  truncated: z.literal(true).exactOptional(),
  binary: z.literal(true).exactOptional(),
});

export const timingsSchema = z.partialRecord(z.enum(timingPhases), z.number());

export const failureSchema: z.ZodType<Failure> = z.object({
  kind: z.enum(['refused', 'aborted', 'cors', 'blocked', 'timeout', 'redirect', 'unknown']),
  detail: z.string(),
});

/** The door for exchanges that come from another context as a message. */
export const exchangeSchema: z.ZodType<Exchange> = z.object({
  id: z.string(),
  origin: z.enum(['captured', 'imported', 'replay']),
  startedAt: z.number(),
  duration: z.number(),
  timings: timingsSchema.exactOptional(),
  request: z.object({ method: z.string(), url: z.string(), headers, body: body.exactOptional() }),
  response: z
    .object({ status: z.number(), statusText: z.string(), headers, body: body.exactOptional() })
    .exactOptional(),
  failure: failureSchema.exactOptional(),
});

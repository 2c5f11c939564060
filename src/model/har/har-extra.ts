import { z } from '../../schemas/zod.ts';
import type { Body, Exchange } from '../exchange.ts';
import { failureSchema, timingsSchema } from '../exchange-schema.ts';

/**
 * What HAR 1.2 has no place for, kept in the custom field `_v3` of an entry that this inspector has written, so that
 * reading it again gives the same exchange. Texts stand where HAR has them.
 */
export interface HarExtra {
  origin: Exchange['origin'];
  failure?: Exchange['failure'];
  /** All phases that were told; HAR asks for numbers where none are known. */
  timings?: Exchange['timings'];
  request: HarExtraSide;
  /** Absent where no answer came. */
  response?: HarExtraSide;
}

/** A body without its text; absent where there was no body. */
export interface HarExtraSide {
  body?: Omit<Body, 'text'>;
}

const side = z.object({
  body: z
    .object({
      bytes: z.number(),
      truncated: z.literal(true).exactOptional(),
      binary: z.literal(true).exactOptional(),
    })
    .exactOptional(),
});

/** The door for `_v3`. */
export const harExtra: z.ZodType<HarExtra> = z.object({
  origin: z.enum(['captured', 'imported', 'replay']),
  failure: failureSchema.exactOptional(),
  timings: timingsSchema.exactOptional(),
  request: side,
  response: side.exactOptional(),
});

/** What an exchange has that HAR cannot say. */
export function extraOf({ origin, failure, timings, request, response }: Exchange): HarExtra {
  return {
    origin,
    ...(failure && { failure }),
    ...(timings && { timings }),
    request: sideOf(request.body),
    ...(response && { response: sideOf(response.body) }),
  };
}

function sideOf(body: Body | undefined): HarExtraSide {
  if (!body) return {};
  const { text: _, ...facts } = body;
  return { body: facts };
}

import { body, document, text } from './field.ts';
import { z } from './zod.ts';

/** The body of every refusal. */
export const apiError = body({
  code: document(z.int(), { doc: 'The number of the error.', example: 8001 }).optional(),
  message: text({ doc: 'The reason in words.', example: 'malformed request' }),
});

/** What the numbers in a refusal mean. */
export const apiErrorMeanings: ReadonlyMap<number, string> = new Map([
  [1001, 'a required field is missing (older sandbox)'],
  [1003, 'this step is not allowed now (older sandbox)'],
  [8000, 'an internal error of the API'],
  [8001, 'the request is malformed: bad JSON, over 4 KB, or a bad parameter'],
  [8002, 'not authorised: the token is missing, wrong or expired'],
  [8003, 'this step is out of order in its flow'],
  [8007, 'the sandbox has no such user'],
  [8008, 'the correlation ID is invalid or belongs to another flow'],
  [8009, 'these credentials may not do this'],
]);

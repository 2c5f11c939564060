import { pathOf } from '../url.ts';

/** What the browser tells of a request without being asked for its answer. */
export interface RequestFacts {
  method: string | undefined;
  url: string;
  /** The request's body as text, where there is one. */
  body: string | undefined;
  /** Of the answer. */
  mimeType: string | undefined;
}

/** Longer request bodies, in characters, are no V3 body. */
const LONGEST = 100_000;
const bodySigns = ['possession', 'flowType', 'flow_type', 'orrelationId', 'correlation_id'];
const pathSign = /mfa|unify|possession|prove|auth[-_]?start/i;

/**
 * Whether it may be worth to ask for the answer of a request that no operation and no route matches: its body
 * has a name that V3 has, or its path a word, and it is an API's. Cheap, since all traffic of a page is asked.
 */
export function mayLookLikeV3({ method, url, body, mimeType }: RequestFacts): boolean {
  if (method === undefined || method === 'OPTIONS' || !/^https?:/.test(url)) return false;
  if (body !== undefined && body.length <= LONGEST && bodySigns.some((sign) => body.includes(sign)))
    return true;
  return mimeType?.includes('json') === true && pathSign.test(pathOf(url));
}

import type { ErrorStatus } from './error-status.ts';
import type { SdkMethods } from './sdk.ts';
import type { z } from './zod.ts';

export type Region = 'us' | 'eu';

/** How the body of a request is written on the wire. */
export type BodyKind = 'json' | 'form' | 'none';

/** One V3 endpoint: what it takes, what it answers, and what the documents say of it. */
export interface Operation {
  id: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Path with `{name}` segments, without a trailing slash. */
  path: string;
  title: string;
  summary: string;
  /** ISO date of the first release that had it. */
  since: string;
  /** ISO date of the release that dropped it, and the operation that took its place. */
  removed?: { on: string; replacedBy: string };
  /** Where the documents wrote the path with a slash at its end: the ISO date until when they did. */
  trailingSlashUntil?: string;
  /**
   * For operations that share a method and a path: the field of the request that tells this one. A request
   * without the field of any sibling belongs to the sibling that has no `chosenBy`.
   */
  chosenBy?: string;
  /** What else is worth knowing, one sentence each. */
  remarks?: readonly string[];
  /** What the vendor's server SDKs call it; a language is left out where its SDK never had it. */
  sdk: SdkMethods;
  bodyKind: BodyKind;
  /** Whether a call without a body is a mistake. */
  bodyRequired: boolean;
  /** Whether an `Authorization: Bearer` header is needed. */
  bearer: boolean;
  /** Whether the 4 KB limit of a request is lifted (batches). */
  large?: true;
  /** Regions whose hosts are documented to have it. */
  regions: readonly Region[];
  /** Other vendors use the same path, so that elsewhere than on a Prove host a fingerprint is needed. */
  genericPath: boolean;
  /** The `{name}` segments of the path; all are required. */
  pathParameters?: z.ZodObject;
  /** The parameters of the query, with the types that their text stands for. */
  queryParameters?: z.ZodObject;
  request?: z.ZodObject;
  response: z.ZodObject;
  /** A body to start from: valid, with the documented example values. */
  exampleRequest?: Readonly<Record<string, unknown>>;
  exampleResponse: Readonly<Record<string, unknown>>;
  /** The HTTP statuses of its refusals. */
  errorStatuses: readonly ErrorStatus[];
}

import type { Body, Failure, Header } from '../exchange.ts';

/** A request as it goes out; what `Draft` becomes when it is sent. */
export interface WireRequest {
  method: string;
  url: string;
  headers: readonly Header[];
  /** Undefined for a request without a body. */
  body?: string;
}

/** Who sends: the inspected page (its origin, cookies and CORS) or the extension (no CORS). */
export type SendWay = 'page' | 'extension';

export interface SendOptions {
  /** Id of the exchange that this send becomes, also when the recorder sees it. */
  id: string;
  way: SendWay;
  signal: AbortSignal;
  /** ms; no answer by then is a failure of kind `timeout`. */
  timeLimit: number;
  /** False: a redirect is an answer by itself, of which the browser shows the sender next to nothing. */
  followRedirects: boolean;
  /** Told as the answer comes in. */
  onProgress?: (progress: SendProgress) => void;
}

/** How far a send has come. */
export interface SendProgress {
  /** `waiting`: nothing has come back yet. `receiving`: status and headers have. `silent`: the page does not say. */
  phase: 'waiting' | 'receiving' | 'silent';
  /** Bytes of the body that have come. */
  bytes: number;
  /** Bytes that the API has announced, where it has. */
  total?: number;
}

/** What became of a send. A failure of the network is an outcome, not an exception. */
export interface SendOutcome {
  /** ms since the epoch. */
  startedAt: number;
  /** ms. */
  duration: number;
  response?: { status: number; statusText: string; headers: readonly Header[]; body?: Body };
  failure?: Failure;
  /** Where the answer came from, when redirects led elsewhere. */
  redirectedTo?: string;
}

/** The most of an answer that is read, in bytes; the rest is counted and let go. */
export const ANSWER_LIMIT = 10_000_000;

import type { Body, Failure, Header } from './exchange.ts';

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
}

/** What became of a send. A failure of the network is an outcome, not an exception. */
export interface SendOutcome {
  /** ms since the epoch. */
  startedAt: number;
  /** ms. */
  duration: number;
  response?: { status: number; statusText: string; headers: readonly Header[]; body?: Body };
  failure?: Failure;
}

/** The most of an answer that is read, in bytes; the rest is counted and let go. */
export const ANSWER_LIMIT = 10_000_000;

import type { Body, Failure, Header } from '../model/exchange.ts';
import type { Settings } from '../model/settings.ts';

/** A request as it goes out; what `Draft` becomes when it is sent. */
export interface WireRequest {
  method: string;
  url: string;
  headers: readonly Header[];
  /** Undefined for a request without a body. */
  body?: string;
}

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

/** All that the panel wants of the browser. `main.tsx` gives the real one; a test plays it. */
export interface Host {
  send(request: WireRequest, options: SendOptions): Promise<SendOutcome>;
  /**
   * Whether the extension may call this origin without CORS. In `request` the browser's own prompt is
   * shown (Chromium) or a page of the extension is opened (Firefox); to be called from a click.
   */
  hostAccess: {
    has(origin: string): Promise<boolean>;
    request(origin: string): Promise<boolean>;
  };
  /** Origin of the inspected page, or undefined where it has none. */
  pageOrigin(): Promise<string | undefined>;
  setRecording(on: boolean): void;
  /** Looks for calls that the browser told of only in its log. */
  reconcile(): void;
  copy(text: string): Promise<void>;
  saveSettings(settings: Settings): Promise<void>;
}

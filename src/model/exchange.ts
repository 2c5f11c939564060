/** One HTTP round trip as captured, imported or sent. Plain data: it can be stored, sent and compared. */
export interface Exchange {
  /** Unique within one log. */
  id: string;
  origin: 'captured' | 'imported' | 'replay';
  /** ms since the epoch. */
  startedAt: number;
  /** ms from the start to the last byte, or to the failure. */
  duration: number;
  /** Parts of the duration in ms, where the browser told them. */
  timings?: Readonly<Partial<Record<TimingPhase, number>>>;
  request: ExchangeRequest;
  /** Absent when no answer came: then `failure` says why. */
  response?: ExchangeResponse;
  failure?: Failure;
}

export const timingPhases = ['blocked', 'dns', 'connect', 'ssl', 'send', 'wait', 'receive'] as const;
export type TimingPhase = (typeof timingPhases)[number];

export interface Header {
  name: string;
  value: string;
}

export interface ExchangeRequest {
  method: string;
  /** Absolute. */
  url: string;
  headers: readonly Header[];
  body?: Body;
}

export interface ExchangeResponse {
  status: number;
  statusText: string;
  headers: readonly Header[];
  body?: Body;
}

export interface Body {
  text: string;
  /** Size on the wire before compression, in bytes; of the whole body, also where `text` holds a part. */
  bytes: number;
  /** The browser handed over a part only. */
  truncated?: true;
  /** The bytes are no UTF-8 text; `text` is empty. */
  binary?: true;
}

/**
 * Why no usable answer came. `detail` is the browser's own word for it, or empty.
 * `redirect`: one came that leads elsewhere and was not followed; the browser hides what it says.
 */
export interface Failure {
  kind: 'refused' | 'aborted' | 'cors' | 'blocked' | 'timeout' | 'redirect' | 'unknown';
  detail: string;
}

/** The first value of a header, in whatever case its name was sent. */
export function headerValue(headers: readonly Header[], name: Lowercase<string>): string | undefined {
  // Most names differ in length already, which is cheaper to see than their letters.
  for (const { name: other, value } of headers)
    if (other.length === name.length && (other === name || other.toLowerCase() === name)) return value;
  return undefined;
}

/** When the answer (or the failure) was complete, in ms since the epoch. */
export const endOf = (exchange: Exchange): number => exchange.startedAt + exchange.duration;

/** The size of a text in UTF-8 bytes, without encoding it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // A surrogate pair is two units and four bytes.
    if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) i++;
  }
  return bytes;
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

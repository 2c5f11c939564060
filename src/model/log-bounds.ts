import type { Exchange } from './exchange.ts';

/** How much a log keeps: when either is passed, the oldest flow goes first. */
export interface LogBounds {
  /** Calls of V3 and of the client SDK together. */
  calls: number;
  /** Of request and response bodies together. */
  bytes: number;
}

export const defaultBounds: LogBounds = { calls: 10_000, bytes: 100_000_000 };

/** Of what may be kept, this share is left after calls had to go, so that it is rarely needed. */
const LEFT = 0.9;

/** However much is pinned, this share of the bounds is for what comes new. */
const NEWEST = 0.1;

/** What a log may hold while some of it is pinned, and down to what it goes once that is passed. */
export interface Room {
  most: LogBounds;
  least: LogBounds;
  /** The pinned flows take up so much that the bounds cannot be kept. */
  isCrowded: boolean;
}

/** The room that bounds give beside what is pinned. */
export function roomBeside(pinned: LogBounds, bounds: LogBounds): Room {
  const calls = Math.max(bounds.calls - pinned.calls, bounds.calls * NEWEST);
  const bytes = Math.max(bounds.bytes - pinned.bytes, bounds.bytes * NEWEST);
  return {
    most: { calls: pinned.calls + calls, bytes: pinned.bytes + bytes },
    least: { calls: pinned.calls + Math.ceil(calls * LEFT), bytes: pinned.bytes + bytes * LEFT },
    isCrowded: pinned.calls + calls > bounds.calls || pinned.bytes + bytes > bounds.bytes,
  };
}

export const isWithin = (size: LogBounds, bounds: LogBounds): boolean =>
  size.calls <= bounds.calls && size.bytes <= bounds.bytes;

/** The size of an exchange's bodies, near enough: in UTF-16 units. */
export const bytesOf = ({ request, response }: Exchange): number =>
  (request.body?.text.length ?? 0) + (response?.body?.text.length ?? 0);

/** What exchanges take up together. */
export function sizeOf(exchanges: ReadonlySet<Exchange>): LogBounds {
  let bytes = 0;
  for (const exchange of exchanges) bytes += bytesOf(exchange);
  return { calls: exchanges.size, bytes };
}

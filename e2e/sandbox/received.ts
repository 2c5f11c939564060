import type { IncomingMessage } from 'node:http';
import type { Body, Exchange, Header } from '../../src/model/exchange.ts';
import { environmentOf } from '../../src/schemas/environment.ts';

/** A request as it arrived. */
export interface Received {
  method: string;
  /** With its query. */
  path: string;
  /** In the order and the case of the wire. */
  headers: readonly Header[];
  /** The exact bytes. */
  body: Buffer;
  /** ms since the epoch, by the sandbox's clock. */
  time: number;
}

/** Reads a request to its end; undefined where the client went away before. */
export async function receive(message: IncomingMessage, time: number): Promise<Received | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk);
  } catch {
    return undefined;
  }
  const { rawHeaders } = message;
  const headers: Header[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2)
    headers.push({ name: rawHeaders[i] ?? '', value: rawHeaders[i + 1] ?? '' });
  return {
    method: message.method ?? '',
    path: message.url ?? '/',
    headers,
    body: Buffer.concat(chunks),
    time,
  };
}

/** The host that the sandbox stands for where it is called by another name than one of Prove's. */
const DEFAULT_HOST = 'platform.uat.proveapis.com';

/** The exchange that the product's engine judges: as if Prove's own host had been called. */
export function toExchange({ method, headers, body, time }: Received, url: URL): Exchange {
  const host = environmentOf(url.hostname)?.host ?? DEFAULT_HOST;
  return {
    id: 'sandbox',
    origin: 'captured',
    startedAt: time,
    duration: 0,
    request: {
      method,
      url: `https://${host}${url.pathname}${url.search}`,
      headers,
      ...(body.length > 0 && { body: toBody(body) }),
    },
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function toBody(bytes: Buffer): Body {
  try {
    return { text: utf8.decode(bytes), bytes: bytes.length };
  } catch {
    return { text: '', bytes: bytes.length, binary: true };
  }
}

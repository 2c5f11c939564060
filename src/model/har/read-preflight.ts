import { type Header, headerValue } from '../exchange.ts';
import { readEntry } from './har-entry.ts';
import { type HarReading, readHarEntry } from './read-har-entry.ts';

/** A CORS preflight (`OPTIONS`) and what it means for the call that it asked for. */
export interface Preflight {
  /** The call: its method, URL and origin are all that the preflight tells of it. */
  call: HarReading;
  /** The call was certainly not sent. What is not stopped here may still be: its cookies are not known. */
  stopped: boolean;
}

/** Reads a HAR entry as a CORS preflight; undefined where it is none. The rules are those of the Fetch standard. */
export function readPreflight(raw: unknown): Preflight | undefined {
  const entry = readEntry(raw);
  const asked = entry?.request.headers ?? [];
  const method = headerValue(asked, 'access-control-request-method');
  const origin = headerValue(asked, 'origin');
  if (entry?.request.method !== 'OPTIONS' || method === undefined) return undefined;
  const headers = origin === undefined ? [] : [{ name: 'Origin', value: origin }];
  const call = readHarEntry({
    startedDateTime: entry.startedDateTime,
    time: entry.time,
    request: { method, url: entry.request.url, headers },
    response: { status: 0 },
  });
  if (!call) return undefined;
  const { status = 0, headers: answer = [] } = entry.response ?? {};
  // Without an answer, nobody knows why.
  if (status === 0) return { call, stopped: true };
  const stopped = !allows(status, asked, answer, { method, origin });
  const failure = { kind: 'cors', detail: '' } as const;
  return { call: { ...call, exchange: { ...call.exchange, failure } }, stopped };
}

function allows(
  status: number,
  asked: readonly Header[],
  answer: readonly Header[],
  { method, origin }: { method: string; origin: string | undefined },
): boolean {
  const allowedOrigin = headerValue(answer, 'access-control-allow-origin')?.trim();
  const methods = ['GET', 'HEAD', 'POST', ...listOf(answer, 'access-control-allow-methods')];
  const names = listOf(answer, 'access-control-allow-headers').map((name) => name.toLowerCase());
  const wanted = listOf(asked, 'access-control-request-headers').map((name) => name.toLowerCase());
  return (
    status >= 200 &&
    status <= 299 &&
    allowedOrigin !== undefined &&
    (allowedOrigin === '*' || allowedOrigin === origin) &&
    (methods.includes(method) || methods.includes('*')) &&
    // The star never stands for Authorization.
    wanted.every((name) => names.includes(name) || (name !== 'authorization' && names.includes('*')))
  );
}

const listOf = (headers: readonly Header[], name: string): string[] =>
  headers
    .filter((header) => header.name.toLowerCase() === name)
    .flatMap(({ value }) => value.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');

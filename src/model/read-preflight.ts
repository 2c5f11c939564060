import { type Header, headerValue } from './exchange.ts';
import { harEntry } from './har-entry.ts';
import { type HarReading, readHarEntry } from './read-har-entry.ts';

/** A CORS preflight (`OPTIONS`) and what it means for the call that it asked for. */
export interface Preflight {
  /** The call: its method, URL and origin are all that the preflight tells of it. */
  call: HarReading;
  /** `unclear`: the answer allows the call only where it carries no cookies. */
  outcome: 'allowed' | 'stopped' | 'unclear';
}

/** Reads a HAR entry as a CORS preflight; undefined where it is none. The rules are those of the Fetch standard. */
export function readPreflight(raw: unknown): Preflight | undefined {
  const { data: entry } = harEntry.safeParse(raw);
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
  const outcome = status === 0 ? 'stopped' : outcomeOf(status, asked, answer, { method, origin });
  return {
    call:
      status === 0 || outcome !== 'stopped'
        ? call
        : { ...call, exchange: { ...call.exchange, failure: { kind: 'cors', detail: '' } } },
    outcome,
  };
}

function outcomeOf(
  status: number,
  asked: readonly Header[],
  answer: readonly Header[],
  { method, origin }: { method: string; origin: string | undefined },
): Preflight['outcome'] {
  if (status < 200 || status > 299) return 'stopped';
  const allowedOrigin = headerValue(answer, 'access-control-allow-origin')?.trim();
  const methods = listOf(answer, 'access-control-allow-methods');
  const names = listOf(answer, 'access-control-allow-headers').map((name) => name.toLowerCase());
  const wanted = listOf(asked, 'access-control-request-headers').map((name) => name.toLowerCase());
  const needed = [
    ...(['GET', 'HEAD', 'POST'].includes(method) || methods.includes(method) ? [] : [methods.includes('*')]),
    // The star never stands for Authorization.
    ...wanted
      .filter((name) => !names.includes(name))
      .map((name) => name !== 'authorization' && names.includes('*')),
  ];
  if (allowedOrigin === undefined || (allowedOrigin !== '*' && allowedOrigin !== origin)) return 'stopped';
  if (needed.includes(false)) return 'stopped';
  const cookiesToo =
    allowedOrigin !== '*' &&
    needed.length === 0 &&
    headerValue(answer, 'access-control-allow-credentials') === 'true';
  return cookiesToo ? 'allowed' : 'unclear';
}

const listOf = (headers: readonly Header[], name: string): string[] =>
  headers
    .filter((header) => header.name.toLowerCase() === name)
    .flatMap(({ value }) => value.split(','))
    .map((item) => item.trim())
    .filter((item) => item !== '');

import { z } from '../../schemas/zod.ts';
import { type Exchange, type ExchangeRequest, headerValue } from '../exchange.ts';
import { parseUrl } from '../url.ts';

/**
 * A round trip of the client SDK with the device API. It is no V3 call and is judged by no rule; what it carries
 * tells which flow it works for.
 */
export interface SdkCall {
  exchange: Exchange;
  /** What was asked of the device API, by its path: `mobile/otp/start`. */
  name: string;
  /** The one-time token that the first call of a flow returned. */
  authToken?: string;
  /** The device API refuses with status 200 and an error in the body. */
  errorCode?: number;
}

const PATH = '/v1/client/';

/** Hosts of the device API, on whatever port. */
const deviceHosts: ReadonlySet<string> = new Set([
  'device.proveapis.com',
  'device.uat.proveapis.com',
  'device.prove-auth.proveapis.com',
  'device.uat.prove-auth.proveapis.com',
]);

/** A cheap test on the URL alone: whether a request may turn out to be a call of the client SDK. */
export const mayBeSdkCall = (url: string): boolean => url.includes(PATH);

/**
 * Reads a call of the client SDK, or gives undefined where an exchange is none: the path must be the device API's,
 * and the host too, or the one that the token itself names (as the SDK does).
 */
export function readSdkCall(exchange: Exchange): SdkCall | undefined {
  const { request, response } = exchange;
  if (request.method !== 'POST' || !mayBeSdkCall(request.url)) return undefined;
  const address = parseUrl(request.url);
  if (!address || !/^https?:$/.test(address.protocol) || !address.pathname.startsWith(PATH)) return undefined;
  const authToken = carriedToken(request, address);
  if (!deviceHosts.has(address.hostname) && deviceOrigin(authToken) !== address.origin) return undefined;
  const call: SdkCall = { exchange, name: nameOf(address.pathname) };
  if (authToken !== undefined) call.authToken = authToken;
  const refused = refusal.safeParse(readObject(response?.body?.text));
  if (refused.success) call.errorCode = refused.data.error.code;
  return call;
}

const refusal = z.object({ error: z.object({ code: z.number() }) });

/** Paths of today's SDK are a few short words; any other is whatever somebody sent, and is not repeated. */
function nameOf(pathname: string): string {
  const name = pathname.slice(PATH.length).replace(/\/$/, '');
  return /^[a-z][a-z0-9]{0,20}(?:\/[a-z][a-z0-9]{0,20}){0,5}$/.test(name) ? name : 'call';
}

/** In the header that the SDK sets; else where a token is seen to travel in URLs, and in the body. */
function carriedToken({ headers, body }: ExchangeRequest, { searchParams }: URL): string | undefined {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headerValue(headers, 'authorization') ?? '')?.[1];
  const inUrl = [...searchParams].find(([name]) => /^(?:auth)?token$/i.test(name))?.[1];
  return bearer ?? (inUrl || withToken.safeParse(readObject(body?.text)).data?.authToken);
}

const withToken = z.object({ authToken: z.string().min(1) });

/** The claim of a token that says where its device API is. */
const claims = z.object({ auth: z.object({ endp: z.string() }) });

/** The origin that a token (a JWT) sends the SDK to; undefined where it says none. */
function deviceOrigin(token = ''): string | undefined {
  const endpoint = claims.safeParse(readObject(decodePart(token.split('.')[1]))).data?.auth.endp;
  return endpoint === undefined ? undefined : parseUrl(endpoint)?.origin;
}

/** Claims are looked at for their ASCII parts only. */
function decodePart(part = ''): string {
  try {
    return atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

function readObject(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

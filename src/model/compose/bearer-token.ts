import { apiError } from '../../schemas/api-error.ts';
import { z } from '../../schemas/zod.ts';
import { readJson } from '../body/json-text.ts';
import type { Exchange, Header } from '../exchange.ts';
import { sensitivityOf } from '../masking/sensitive-names.ts';
import { parseUrl } from '../url.ts';
import { t } from '../words/words.ts';
import type { WireRequest } from './send.ts';
import { findVariables } from './variables.ts';

/** A bearer token, to be held in memory only. */
export interface BearerToken {
  value: string;
  /** When it ends, in ms since the epoch; undefined where nothing tells. */
  expiresAt?: number;
}

/** The call that fetches a token: form-encoded, at the base of the chosen environment. */
export const tokenRequest = (base: string, clientId: string, clientSecret: string): WireRequest => ({
  method: 'POST',
  url: `${base}/token`,
  headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
  body: new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  }).toString(),
});

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() });

/** The token that an answer holds, or why there is none, as a sentence. Times count from the start of the call. */
export function readTokenAnswer({
  response,
  startedAt,
}: Pick<Exchange, 'response' | 'startedAt'>): BearerToken | string {
  if (!response) return t('No token: no answer came.');
  const { status, body } = response;
  const reading = readJson(body?.text ?? '');
  const value = 'value' in reading ? reading.value : undefined;
  const answer = answerSchema.safeParse(value);
  if (status < 400 && answer.success) {
    const { access_token, expires_in } = answer.data;
    return {
      value: access_token,
      ...(expires_in !== undefined && { expiresAt: startedAt + expires_in * 1000 }),
    };
  }
  const message = apiError.safeParse(value).data?.message;
  const said = typeof message === 'string' ? `${status}, “${message}”` : String(status);
  if (status === 401 || status === 403)
    return t('No token: the answer was {said}. Look at the client id, the secret and the environment.', {
      said,
    });
  return t('No token: the answer was {said}, without an access_token.', { said });
}

const claims = z.object({ exp: z.number() });

/** The token of a captured `Authorization: Bearer …`; undefined for another scheme. A JWT tells when it ends. */
export function readAuthorization(header: string): BearerToken | undefined {
  const value = /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  if (value === undefined) return undefined;
  const exp = claims.safeParse(payloadOf(value)).data?.exp;
  return { value, ...(exp !== undefined && { expiresAt: exp * 1000 }) };
}

function payloadOf(jwt: string): unknown {
  try {
    const reading = readJson(atob((jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    return 'value' in reading ? reading.value : undefined;
  } catch {
    return undefined;
  }
}

/** How a token goes into a draft: by its variable, so that the draft itself holds no secret. */
export const BEARER: Header = { name: 'Authorization', value: 'Bearer {{bearerToken}}' };

/** Headers with one put in the place of the first of its name, or at their end. */
export function withHeader(headers: readonly Header[], header: Header): Header[] {
  const at = headers.findIndex(({ name }) => name.trim().toLowerCase() === header.name.toLowerCase());
  return at < 0 ? [...headers, header] : headers.with(at, header);
}

/** Whether a header's value is a secret by itself: what its variables stand for is none of its own. */
export function holdsSecret({ name, value }: Header): boolean {
  const sensitivity = sensitivityOf(name.trim());
  if (sensitivity !== 'token' && sensitivity !== 'secret') return false;
  let rest = value;
  for (const { from, to } of findVariables(value, 'plain').reverse())
    rest = rest.slice(0, from) + rest.slice(to);
  return !/^\s*(?:Bearer|Basic)?\s*$/i.test(rest);
}

/** The latest `Authorization` header that was captured, on the same host where there is one. */
export function capturedAuthorization(
  exchanges: Iterable<Exchange>,
  host: string | undefined,
): { exchange: Exchange; value: string } | undefined {
  let elsewhere: { exchange: Exchange; value: string } | undefined;
  for (const exchange of exchanges) {
    if (exchange.origin === 'replay') continue;
    const header = exchange.request.headers.find(({ name }) => name.toLowerCase() === 'authorization');
    if (!header || header.value === '') continue;
    const found = { exchange, value: header.value };
    if (host === undefined || parseUrl(exchange.request.url)?.host === host) return found;
    elsewhere ??= found;
  }
  return elsewhere;
}

import type { Body, Exchange, Header } from '../../src/model/exchange.ts';
import { utf8Length } from '../../src/model/exchange.ts';
import { hostileTexts } from './corpus.ts';

const bodyOf = (text: string): Body => ({ text, bytes: utf8Length(text) });

let made = 0;

interface Parts {
  /** Path and query after the host. */
  path?: string;
  host?: string;
  method?: string;
  headers?: readonly Header[];
  body?: string;
  status?: number;
  statusText?: string;
  answerHeaders?: readonly Header[];
  answer?: string;
}

/** A call of V3 as a browser, or a hostile HAR, might tell of it. */
export function exchangeOf(parts: Parts): Exchange {
  const { path = '/v3/mfa', host = 'https://shop.example.com', method = 'POST' } = parts;
  made++;
  return {
    id: `hostile-${made}`,
    origin: 'imported',
    startedAt: Date.UTC(2026, 0, 15, 12) + made,
    duration: 5,
    request: {
      method,
      url: `${host}${path}`,
      headers: [{ name: 'Content-Type', value: 'application/json' }, ...(parts.headers ?? [])],
      ...(parts.body !== undefined && { body: bodyOf(parts.body) }),
    },
    response: {
      status: parts.status ?? 200,
      statusText: parts.statusText ?? 'OK',
      headers: [{ name: 'Content-Type', value: 'application/json' }, ...(parts.answerHeaders ?? [])],
      ...(parts.answer !== undefined && { body: bodyOf(parts.answer) }),
    },
  };
}

/** One text in every place that a text of another can stand in, in calls of one flow and of none. */
export function exchangesWith(text: string): Exchange[] {
  const headers = [
    { name: text, value: text },
    { name: 'Authorization', value: text },
    { name: 'Cookie', value: `${text}=${text}` },
    { name: 'Origin', value: text },
    { name: 'Content-Length', value: text },
    { name: 'Content-Encoding', value: text },
  ];
  const everywhere = {
    headers,
    answerHeaders: headers,
    statusText: text,
    body: JSON.stringify({ possessionType: text, phoneNumber: text, finalTargetUrl: text, [text]: [text] }),
    answer: JSON.stringify({
      correlationId: text,
      authToken: text,
      success: text,
      next: { [text]: text },
      code: 8000,
      message: text,
      [text]: { [text]: text },
    }),
  };
  const later = { correlationId: text, [text]: text };
  return [
    exchangeOf({ ...everywhere, path: `/v3/mfa?${text}=${text}#${text}` }),
    exchangeOf({ ...everywhere, path: '/v3/mfa-status', body: JSON.stringify(later) }),
    exchangeOf({ ...everywhere, path: '/v3/mfa-status', body: JSON.stringify(later) }),
    exchangeOf({ ...everywhere, path: '/v3/mfa-bind', body: JSON.stringify(later), status: 400 }),
    exchangeOf({ ...everywhere, path: '/v3/start', host: 'https://platform.uat.proveapis.com' }),
    exchangeOf({ ...everywhere, path: '/v3/validate', body: JSON.stringify(later) }),
    exchangeOf({ ...everywhere, path: `/v3/identity/${text}/v3/unify-status`, host: `https://${text}` }),
    exchangeOf({ ...everywhere, path: `/${text}/v3/mfa`, method: text }),
    exchangeOf({ ...everywhere, path: '/v3/mfa', body: text, answer: text }),
    exchangeOf({
      ...everywhere,
      path: '/token',
      host: 'https://platform.uat.proveapis.com',
      body: `grant_type=${text}&${text}=${text}&client_secret=${text}`,
    }),
    exchangeOf({ ...everywhere, path: `/v1/client/${text}`, host: 'https://device.uat.proveapis.com:4443' }),
  ];
}

/** A body in the request and in the answer of a first and of a later call. */
export const exchangesOfBody = (text: string): Exchange[] =>
  ['/v3/mfa', '/v3/mfa-status', '/token', '/v3/identity/batch/enroll'].map((path) =>
    exchangeOf({ path, host: 'https://platform.uat.proveapis.com', body: text, answer: text }),
  );

/** All exchanges of the corpus that are small, by what they try. */
export const hostileExchanges = (): [name: string, exchanges: Exchange[]][] =>
  Object.entries(hostileTexts).map(([name, text]) => [name, exchangesWith(text)]);

import { type Header, headerValue } from '../../src/model/exchange.ts';
import type { Answer } from './answer.ts';

/** The headers that let the asking page read an answer, cookies included (sendBeacon always sends them). */
export function corsHeaders(requestHeaders: readonly Header[]): Record<string, string> {
  const origin = headerValue(requestHeaders, 'origin');
  return origin === undefined
    ? {}
    : { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true', Vary: 'Origin' };
}

/** Answers a preflight; a refused one lacks the headers that a browser looks for. */
export function answerPreflight(requestHeaders: readonly Header[], allowed: boolean): Answer {
  if (!allowed) return { status: 403, headers: {}, body: '' };
  return {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, DELETE',
      'Access-Control-Allow-Headers': headerValue(requestHeaders, 'access-control-request-headers') ?? '',
      // So that a preflight is seen before every call, not before some.
      'Access-Control-Max-Age': '0',
    },
    body: '',
  };
}

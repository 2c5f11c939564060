import { readJson } from '../body/json-text.ts';
import type { Call } from '../call.ts';
import { type Body, type Exchange, utf8Length } from '../exchange.ts';
import { inspect } from '../problems/inspect.ts';
import { interpretBody } from '../problems/interpret-body.ts';
import { explainMismatch } from './explain-mismatch.ts';
import { proposeRoute } from './looks-like-v3.ts';
import { matchOperation } from './match-operation.ts';
import type { Route } from './route.ts';
import { activeRoutes, type StoredRoute } from './stored-route.ts';

/** A request as its user pasted it, to see what becomes of it. */
export interface TriedRequest {
  method: string;
  url: string;
  body: string;
  /** The answer's body, where it is known. */
  answer: string;
}

/** What becomes of a request: a call, or the reasons why it is none and a route that would make it one. */
export type Trial =
  | {
      call: Call;
      /** The V3 body that was found in the request's, as JSON. */
      body: string | undefined;
    }
  | { reasons: readonly string[]; proposal: Route | undefined };

/** Takes a request the way that the recorder and the log would, by the user's routes. Never throws. */
export function tryRequest(tried: TriedRequest, routes: readonly StoredRoute[]): Trial {
  const exchange = toExchange(tried);
  const active = activeRoutes(routes);
  const call = inspect(exchange, { routes: active });
  if (!call) return { reasons: explainMismatch(exchange, routes), proposal: proposeRoute(exchange) };
  return { call, body: v3BodyOf(exchange, active) };
}

function v3BodyOf(exchange: Exchange, routes: readonly Route[]): string | undefined {
  const match = matchOperation(exchange, routes);
  const text = exchange.request.body?.text ?? '{}';
  const reading = readJson(text);
  if (!match || 'offence' in reading) return undefined;
  const { operation, route, values } = match;
  const read = interpretBody(operation, reading.value, {
    envelope: route?.envelope?.request,
    snakeCase: route?.snakeCase,
    values: route && values,
  });
  return read && JSON.stringify(read.value, null, 2);
}

const toExchange = ({ method, url, body, answer }: TriedRequest): Exchange => ({
  id: 'tried',
  origin: 'imported',
  startedAt: 0,
  duration: 0,
  request: {
    method,
    url: url.trim(),
    headers: jsonHeaders,
    ...(body.trim() !== '' && { body: asBody(body) }),
  },
  ...(answer.trim() !== '' && {
    response: { status: 200, statusText: 'OK', headers: jsonHeaders, body: asBody(answer) },
  }),
});

const jsonHeaders = [{ name: 'Content-Type', value: 'application/json' }];

const asBody = (text: string): Body => ({ text, bytes: utf8Length(text) });

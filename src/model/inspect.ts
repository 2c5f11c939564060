import type { Operation } from '../schemas/operation.ts';
import type { Call, Note } from './call.ts';
import { type Body, type Exchange, headerValue } from './exchange.ts';
import { type BodyInspection, type BodySurroundings, inspectBody } from './inspect-body.ts';
import { inspectResponse } from './inspect-response.ts';
import { type Match, matchOperation } from './match-operation.ts';
import { locate } from './place-problems.ts';
import { readFacts } from './read-facts.ts';

/**
 * Matches an exchange to its operation, reads both bodies and finds their problems.
 * Pure and total: any exchange gives a call, or undefined where it is none of V3's. Never throws.
 */
export function inspect(exchange: Exchange): Call | undefined {
  const match = matchOperation(exchange);
  return match && inspectCall(exchange, match);
}

function inspectCall(exchange: Exchange, { operation, environment }: Match): Call {
  const { request, response } = exchange;
  const notes: Note[] = [];
  if (request.method !== operation.method)
    notes.push({ code: 'method', got: request.method, expected: operation.method });
  if (request.body?.truncated)
    notes.push({
      code: 'truncated',
      in: 'request',
      kept: request.body.text.length,
      bytes: request.body.bytes,
    });

  const inspected = inspectWire(operation, request.body, {
    region: environment?.region,
    contentType: headerValue(request.headers, 'content-type'),
  });
  if (inspected.verdict === 'unreadable' && request.body && looksUndecoded(request.body))
    notes.push({ code: 'encoding' });
  const answer = response && inspectResponse(operation, response, inspected.verdict, notes);
  const authorized =
    !operation.bearer || !environment || headerValue(request.headers, 'authorization') !== undefined;
  const header = authorized
    ? []
    : [locate({ code: 'auth.missing', path: '' }, 'request', '', { from: 0, to: 0 })];
  return {
    exchange,
    operation,
    ...(environment && { environment }),
    verdict: inspected.verdict,
    problems: [...inspected.problems, ...header, ...(answer?.problems ?? [])],
    notes,
    facts: readFacts(operation, inspected, answer?.value),
  };
}

function inspectWire(operation: Operation, body: Body | undefined, around: BodySurroundings): BodyInspection {
  if (body?.truncated) return { verdict: 'truncated', problems: [] };
  if (body?.binary)
    return {
      verdict: 'unreadable',
      problems: [locate({ code: 'body.syntax', path: '' }, 'request', '', { from: 0, to: 0 })],
    };
  return inspectBody(operation, body?.text, around);
}

const looksUndecoded = (body: Body) => body.binary === true || /[\0\uFFFD]/.test(body.text.slice(0, 1000));

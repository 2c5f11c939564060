import type { Call, Note } from '../call.ts';
import { type Body, type Exchange, type ExchangeRequest, headerValue } from '../exchange.ts';
import { readFacts } from '../flows/read-facts.ts';
import { type Match, matchOperation } from '../routes/match-operation.ts';
import type { Route } from '../routes/route.ts';
import { checkAround } from './check-around.ts';
import { type BodyInspection, type BodySurroundings, inspectBody } from './inspect-body.ts';
import { inspectResponse } from './inspect-response.ts';
import { locate } from './place-problems.ts';
import { compareProblems, type Finding, type Problem, severityOf, type Verdict } from './problem.ts';

export interface InspectOptions {
  /** Rules of the user, looked at before anything else. Keep one list as long as it does not change. */
  routes?: readonly Route[] | undefined;
}

/**
 * Matches an exchange to its operation, reads both bodies and finds their problems.
 * Pure and total: any exchange gives a call, or undefined where it is none of V3's. Never throws.
 */
export function inspect(exchange: Exchange, { routes }: InspectOptions = {}): Call | undefined {
  const match = matchOperation(exchange, routes);
  return match && inspectCall(exchange, match);
}

function inspectCall(exchange: Exchange, match: Match): Call {
  const { operation, environment, region, by, route } = match;
  const { request, response } = exchange;
  const inspected = inspectWire(match, request);
  const outside = checkAround(match, request.headers, route ? undefined : match.values);
  const broken = outside.some((finding) => severityOf(finding) === 'error');
  const judged = inspected.verdict === 'valid' || inspected.verdict === 'absent';
  const verdict = broken && judged ? 'invalid' : inspected.verdict;
  const answer = response && inspectResponse(match, response, verdict);
  return {
    exchange,
    operation,
    environment,
    region,
    by,
    route,
    verdict,
    problems: joined(inspected.problems, outside, answer?.problems),
    notes: notesOf(request, match, inspected.verdict, answer?.note),
    facts: readFacts(operation, inspected, answer?.value),
  };
}

const NO_NOTES: readonly Note[] = [];

function notesOf(
  { method, body }: ExchangeRequest,
  { operation, route, formerPath }: Match,
  verdict: Verdict,
  ofAnswer: Note | undefined,
): readonly Note[] {
  const isOtherMethod = !route && method !== operation.method;
  if (!isOtherMethod && formerPath === undefined && verdict !== 'truncated' && verdict !== 'unreadable')
    return ofAnswer ? [ofAnswer] : NO_NOTES;
  const notes: Note[] = [];
  if (isOtherMethod) notes.push({ code: 'method', got: method, expected: operation.method });
  if (formerPath !== undefined) notes.push({ code: 'path', got: formerPath, expected: operation.path });
  if (body?.truncated)
    notes.push({ code: 'truncated', in: 'request', kept: body.text.length, bytes: body.bytes });
  if (verdict === 'unreadable' && body && looksUndecoded(body)) notes.push({ code: 'encoding' });
  if (ofAnswer) notes.push(ofAnswer);
  return notes;
}

function inspectWire(match: Match, request: ExchangeRequest): BodyInspection {
  const { body } = request;
  if (body?.truncated) return { verdict: 'truncated', problems: [] };
  if (body?.binary)
    return {
      verdict: 'unreadable',
      problems: [locate({ code: 'body.syntax', path: '' }, 'request', '', NOWHERE)],
    };
  return inspectBody(match.operation, body?.text, surroundingsOf(match, request));
}

/** What a body is judged by besides its operation: the rules of the host, and what the route says of own bodies. */
export function surroundingsOf(
  { region, route, values }: Match,
  { method, headers }: Pick<ExchangeRequest, 'method' | 'headers'>,
): BodySurroundings {
  const around: BodySurroundings = { region, contentType: headerValue(headers, 'content-type') };
  if (route) {
    around.keepsId = true;
    around.inUrl = method !== 'POST' && method !== 'PUT' && method !== 'PATCH';
    around.envelope = route.envelope?.request;
    around.snakeCase = route.snakeCase;
    around.values = values;
  }
  return around;
}

const NOWHERE = { from: 0, to: 0 };

/** Problems of the request, those of its URL and headers among them, then those of the answer. */
function joined(
  ofBody: readonly Problem[],
  outside: readonly Finding[],
  ofAnswer: readonly Problem[] | undefined,
): readonly Problem[] {
  const ofRequest =
    outside.length === 0
      ? ofBody
      : [...ofBody, ...outside.map((finding) => locate(finding, 'request', '', NOWHERE))].sort(
          compareProblems,
        );
  return ofAnswer && ofAnswer.length > 0 ? [...ofRequest, ...ofAnswer] : ofRequest;
}

const looksUndecoded = (body: Body) => body.binary === true || /[\0\uFFFD]/.test(body.text.slice(0, 1000));

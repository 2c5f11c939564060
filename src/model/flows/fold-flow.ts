import { type FlowPart, flowRoleOf } from '../../schemas/flow-kind.ts';
import { mapJson } from '../body/json-text.ts';
import type { Call } from '../call.ts';
import { endOf } from '../exchange.ts';
import { placeProblems } from '../problems/place-problems.ts';
import type { Finding, Problem } from '../problems/problem.ts';
import { isSameOrigin } from '../url.ts';
import type { End, FlowFold } from './flow-fold.ts';
import { judgeCall } from './judge-call.ts';

/** Takes the next call by start into account: its problems within the flow, then what its answer changes. */
export function foldCall(fold: FlowFold, call: Call): void {
  fold.count++;
  const part = flowRoleOf(call.operation.id);
  if (!part) return;
  const { exchange } = call;
  const request = judgeCall(fold, call, part);
  const response = takeAnswer(fold, call, part);
  takeStanding(fold, call, part);
  fold.lastEnd = Math.max(fold.lastEnd, endOf(exchange));
  if (request.length === 0 && response.length === 0) return;
  fold.problems ??= new Map();
  fold.problems.set(exchange.id, [
    ...place(request, 'request', exchange.request.body?.text ?? ''),
    ...place(response, 'response', exchange.response?.body?.text ?? ''),
  ]);
}

/** What an answer changes in its flow, and what is to be said about it. */
function takeAnswer(
  fold: FlowFold,
  { exchange, facts }: Call,
  { kind, step, role }: FlowPart,
): readonly Finding[] {
  const status = exchange.response?.status ?? 0;
  if (status < 200 || status >= 300) return NONE;
  const at = endOf(exchange);
  if (kind.next) fold.answers = [...fold.answers, { at, next: facts.next }];
  const { success } = facts;
  if (success !== undefined) {
    const state = Object.hasOwn(step.ends, success) ? step.ends[success] : undefined;
    // An answer that names what may follow leaves the flow open, also where it says "false".
    const open = kind.next && namesAny(facts.next, kind.next.prefix);
    if (state && !open) takeEnd(fold, { at, success, state });
    else if (kind.next && facts.next?.includes(kind.next.done))
      takeEnd(fold, { at, success, state: success === 'false' ? 'failed' : 'succeeded' });
    else if (kind.asksForPossession && role === 'status' && success === 'possession_required')
      fold.possessionRequired = Math.min(fold.possessionRequired ?? at, at);
  }
  const truthy = success === 'false' && facts.successIsText && (role === 'status' || role === 'bind');
  return truthy ? [{ code: 'flow.truthy-success', path: '/success' }] : NONE;
}

const NONE: readonly Finding[] = [];

const namesAny = (next: readonly string[] | undefined, prefix: string) =>
  next?.some((name) => name.startsWith(prefix));

/** The code of "invalid correlation ID". */
export const INVALID_ID = 8008;

/** Does the API still know the id? Only the same host, asked for the same kind of flow, can tell. */
function takeStanding(fold: FlowFold, { exchange, facts }: Call, { kind }: FlowPart) {
  const { first } = fold;
  if (!first || flowRoleOf(first.operation.id)?.kind !== kind) return;
  if (!isSameOrigin(exchange.request.url, first.exchange.request.url)) return;
  const status = exchange.response?.status ?? 0;
  if (status >= 200 && status < 300) fold.takenAt = Math.max(fold.takenAt, endOf(exchange));
  else if (facts.errorCode === INVALID_ID) fold.disownedAt = Math.max(fold.disownedAt, endOf(exchange));
}

function takeEnd(fold: FlowFold, end: End) {
  if (!fold.firstEnd || end.at < fold.firstEnd.at) fold.firstEnd = end;
  if (!fold.end || end.at >= fold.end.at) fold.end = end;
}

const place = (findings: readonly Finding[], side: Problem['in'], text: string) =>
  placeProblems(findings, side, text, (pointers) => mapJson(text, pointers));

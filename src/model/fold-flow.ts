import { flowRoleOf } from '../schemas/flow-kind.ts';
import type { Call } from './call.ts';
import { endOf } from './exchange.ts';
import { mapJson } from './json-text.ts';
import { placeProblems } from './place-problems.ts';
import type { Finding, Problem, ProblemCode } from './problem.ts';

/** What is known of a flow after its first `count` calls. Grows call by call. */
export interface FlowFold {
  count: number;
  /** The call that returned the id, wherever it stands. */
  first: Call | undefined;
  /** The terminal answer; the last one where there are several. */
  end: { at: number; success: string } | undefined;
  /** The first terminal answer. */
  firstEnd: { at: number; success: string } | undefined;
  /** When a status first answered "possession_required", in ms since the epoch. */
  possessionRequired: number | undefined;
  /** A bind has carried the number. */
  bound: boolean;
  lastStatusAt: number | undefined;
  fastPolls: number;
  /** When the last answer was there, in ms since the epoch. */
  lastEnd: number;
  problems: Map<string, Problem[]>;
}

/** Status polls closer than this are called fast, in ms; so many of them are worth a hint. */
const FAST_POLL = 1000;
const FAST_POLLS = 3;

const documentedTypes: ReadonlySet<string> = new Set(['desktop', 'mobile', 'none']);

/** Answers that end a flow. "success" stands in the vendor's old samples. */
const terminal = new Set(['true', 'false', 'success']);

export function startFold(calls: readonly Call[]): FlowFold {
  return {
    count: 0,
    first: calls.find((call) => flowRoleOf(call.operation.id)?.role === 'first'),
    end: undefined,
    firstEnd: undefined,
    possessionRequired: undefined,
    bound: false,
    lastStatusAt: undefined,
    fastPolls: 0,
    lastEnd: Number.NEGATIVE_INFINITY,
    problems: new Map(),
  };
}

/** Takes the next call by start into account: its problems within the flow, then what its answer changes. */
export function foldCall(fold: FlowFold, call: Call): void {
  fold.count++;
  const own = flowRoleOf(call.operation.id);
  if (!own) return;
  const request = [...idFindings(fold, call), ...(own.role === 'first' ? [] : laterFindings(fold, call))];
  const { exchange, facts } = call;
  const endedAt = endOf(exchange);
  const answered =
    exchange.response !== undefined && exchange.response.status >= 200 && exchange.response.status < 300;
  const response: Finding[] = [];
  if (own.role !== 'first' && answered && facts.success !== undefined) {
    if (facts.success === 'false' && facts.successIsText)
      response.push({ code: 'flow.truthy-success', path: '/success' });
    if (terminal.has(facts.success)) {
      const end = { at: endedAt, success: facts.success };
      if (!fold.firstEnd || endedAt < fold.firstEnd.at) fold.firstEnd = end;
      if (!fold.end || endedAt >= fold.end.at) fold.end = end;
    } else if (own.role === 'status' && facts.success === 'possession_required') {
      fold.possessionRequired = Math.min(fold.possessionRequired ?? endedAt, endedAt);
    }
  }
  fold.lastEnd = Math.max(fold.lastEnd, endedAt);
  const problems = [
    ...place(request, 'request', exchange.request.body?.text ?? ''),
    ...place(response, 'response', exchange.response?.body?.text ?? ''),
  ];
  if (problems.length > 0) fold.problems.set(exchange.id, problems);
}

const place = (findings: Finding[], side: Problem['in'], text: string) =>
  placeProblems(findings, side, text, (pointers) => mapJson(text, pointers));

/** Whose id is this? */
function idFindings({ first }: FlowFold, call: Call): Finding[] {
  const at = (code: ProblemCode, details = {}): Finding[] => [{ code, path: '/correlationId', details }];
  if (!first) return at('flow.correlation-id-unknown');
  if (call === first) return [];
  const own = flowRoleOf(call.operation.id);
  const kind = flowRoleOf(first.operation.id)?.kind;
  if (own?.kind !== kind) return at('flow.correlation-id-reused', { kind: kind?.id ?? '' });
  return own?.role === 'first' ? [{ code: 'flow.correlation-id-reused', path: '' }] : [];
}

/** May this status or bind come now, and with this body? Silent where the first call is unknown. */
function laterFindings(fold: FlowFold, call: Call): Finding[] {
  const { startedAt } = call.exchange;
  const findings: Finding[] = [];
  const role = flowRoleOf(call.operation.id)?.role;
  if (role === 'status') {
    if (fold.lastStatusAt !== undefined && startedAt - fold.lastStatusAt < FAST_POLL) fold.fastPolls++;
    if (fold.fastPolls === FAST_POLLS && startedAt - (fold.lastStatusAt ?? 0) < FAST_POLL)
      findings.push({ code: 'flow.polling-fast', path: '', details: { times: FAST_POLLS } });
    fold.lastStatusAt = startedAt;
  }
  // Only what was answered before this call began can be held against it.
  const { firstEnd } = fold;
  if (firstEnd && startedAt >= firstEnd.at)
    findings.push({ code: 'flow.after-end', path: '', details: { success: firstEnd.success } });
  const { first } = fold;
  if (!first) return findings;
  const lifetime = flowRoleOf(first.operation.id)?.kind.lifetime ?? Number.POSITIVE_INFINITY;
  if (startedAt - first.exchange.startedAt > lifetime)
    findings.push({ code: 'flow.expired', path: '', details: { minutes: lifetime / 60_000 } });
  const afterPossession = fold.possessionRequired !== undefined && startedAt >= fold.possessionRequired;
  if (role === 'bind' && !afterPossession) findings.push({ code: 'flow.bind-early', path: '' });
  const { possessionType } = first.facts;
  if (possessionType === undefined || !call.facts.readable) return findings;
  if (possessionType !== 'none' && call.facts.hasPhone) {
    // Any other value is whatever somebody sent there, and is not repeated.
    const details = documentedTypes.has(possessionType) ? { possessionType } : {};
    findings.push({ code: 'flow.phone-not-allowed', path: '/phoneNumber', details });
  }
  // Once a bind has carried the number, a later status need not.
  const due = role === 'bind' || (afterPossession && !fold.bound);
  if (possessionType === 'none' && due && !call.facts.hasPhone && !hasPhoneError(call))
    findings.push({ code: 'flow.phone-required', path: '/phoneNumber' });
  if (role === 'bind' && call.facts.hasPhone) fold.bound = true;
  return findings;
}

/** A number of the wrong JSON type (null for "left out") has its own error and breaks no further rule. */
const hasPhoneError = ({ problems }: Call) =>
  problems.some(
    ({ code, in: side, path }) => code === 'field.type' && side === 'request' && path === '/phoneNumber',
  );

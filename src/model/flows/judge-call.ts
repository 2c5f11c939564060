import { type FlowPart, flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Call } from '../call.ts';
import type { Finding } from '../problems/problem.ts';
import type { FlowFold } from './flow-fold.ts';

/** Status polls closer than this are called fast, in ms; so many of them are worth a hint. */
const FAST_POLL = 1000;
const FAST_POLLS = 3;

const documentedTypes: ReadonlySet<string> = new Set(['desktop', 'mobile', 'none']);

/** What is wrong with a request at its place in the flow. Takes note of what later calls are judged by. */
export function judgeCall(fold: FlowFold, call: Call, part: FlowPart): Finding[] {
  const findings = idFindings(fold, call, part);
  if (part.role === 'first') return findings;
  const { startedAt } = call.exchange;
  if (part.role === 'status') pollFindings(fold, startedAt, findings);
  // Only what was answered before this call began can be held against it.
  const { firstEnd, first } = fold;
  const ended = firstEnd && startedAt >= firstEnd.at ? firstEnd : undefined;
  const astray = part.kind.next && orderFindings(fold, call, part, findings);
  if (ended && !astray)
    findings.push({ code: 'flow.after-end', path: '', details: { success: ended.success } });
  const opened = first && flowRoleOf(first.operation.id)?.kind;
  if (!first || !opened) return findings;
  if (startedAt - first.exchange.startedAt > opened.lifetime)
    findings.push({ code: 'flow.expired', path: '', details: { minutes: opened.lifetime / 60_000 } });
  const asked = fold.possessionRequired !== undefined && startedAt >= fold.possessionRequired;
  if (part.role === 'bind' && opened.asksForPossession && !asked)
    findings.push({ code: 'flow.bind-early', path: '' });
  if (opened.bindsPhone) phoneFindings(fold, first, call, part, asked, findings);
  return findings;
}

/** Whose id is this? */
function idFindings({ first }: FlowFold, call: Call, part: FlowPart): Finding[] {
  const path = '/correlationId';
  if (!first) return [{ code: 'flow.correlation-id-unknown', path, details: {} }];
  if (call === first) return [];
  const kind = flowRoleOf(first.operation.id)?.kind;
  if (part.kind !== kind)
    return [{ code: 'flow.correlation-id-reused', path, details: { kind: kind?.id ?? '' } }];
  return part.role === 'first' ? [{ code: 'flow.correlation-id-reused', path: '' }] : [];
}

function pollFindings(fold: FlowFold, startedAt: number, out: Finding[]) {
  const fast = fold.lastStatusAt !== undefined && startedAt - fold.lastStatusAt < FAST_POLL;
  if (fast && ++fold.fastPolls === FAST_POLLS)
    out.push({ code: 'flow.polling-fast', path: '', details: { times: FAST_POLLS } });
  fold.lastStatusAt = startedAt;
}

/** Does the `next` of the last answer name this operation? True where it does not. */
function orderFindings(fold: FlowFold, call: Call, { kind }: FlowPart, out: Finding[]): boolean {
  const { startedAt } = call.exchange;
  const { first } = fold;
  // Calls come by start: of the answers that were there by now, later calls need the last one only.
  const there = fold.answers.filter(({ at }) => at <= startedAt);
  const latest = there.reduce(
    (best, answer) => (answer.at >= best.at ? answer : best),
    there[0] ?? NO_ANSWER,
  );
  if (there.length > 1) fold.answers = [latest, ...fold.answers.filter(({ at }) => at > startedAt)];
  if (!first || flowRoleOf(first.operation.id)?.kind !== kind || !latest.next || !kind.next) return false;
  const { prefix, done } = kind.next;
  if (latest.next.includes(prefix + call.operation.id)) return false;
  const named = latest.next.filter(
    (name) => Object.hasOwn(kind.steps, name.replace(prefix, '')) || name === done,
  );
  out.push({
    code: 'flow.out-of-order',
    path: '',
    details: { next: named.map((name) => name.replace(prefix, '')).join(', ') },
  });
  return true;
}

const NO_ANSWER = { at: Number.NEGATIVE_INFINITY, next: undefined };

/** May, or must, this call carry the number that was proved? Silent where the first call's type is unknown. */
function phoneFindings(
  fold: FlowFold,
  first: Call,
  call: Call,
  { role }: FlowPart,
  asked: boolean,
  out: Finding[],
) {
  const { possessionType } = first.facts;
  if (possessionType === undefined || !call.facts.readable) return;
  if (possessionType !== 'none' && call.facts.hasPhone) {
    // Any other value is whatever somebody sent there, and is not repeated.
    const details = documentedTypes.has(possessionType) ? { possessionType } : {};
    out.push({ code: 'flow.phone-not-allowed', path: '/phoneNumber', details });
  }
  // Once a bind has carried the number, a later status need not.
  const due = role === 'bind' || (asked && !fold.bound);
  if (possessionType === 'none' && due && !call.facts.hasPhone && !hasPhoneError(call))
    out.push({ code: 'flow.phone-required', path: '/phoneNumber' });
  if (role === 'bind' && call.facts.hasPhone) fold.bound = true;
}

/** A number of the wrong JSON type (null for "left out") has its own error and breaks no further rule. */
const hasPhoneError = ({ problems }: Call) =>
  problems.some(
    ({ code, in: side, path }) => code === 'field.type' && side === 'request' && path === '/phoneNumber',
  );

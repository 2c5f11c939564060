import { flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Operation } from '../../schemas/operation.ts';
import { findOperation } from '../../schemas/operations.ts';
import type { Call } from '../call.ts';
import { baseOf, blankDraft, type Draft, draftFromExchange } from '../compose/draft.ts';
import { keepOwnHeaders } from '../compose/draft-headers.ts';
import { headerValue } from '../exchange.ts';
import type { Flow } from './flow.ts';

/** A call that may be made now, ready to be looked over and sent. */
export interface NextCall {
  operation: Operation;
  /** `again`: opens another flow with the body that opened this one. */
  kind: 'next' | 'again';
  draft: Draft;
}

/** What may follow in a flow at a time in ms since the epoch, the likeliest first; then its first call once more. */
export function nextCalls(flow: Flow, now: number): NextCall[] {
  const following = followingIds(flow, now).flatMap((id) => findOperation(id) ?? []);
  const again: NextCall[] = flow.first
    ? [
        {
          operation: flow.first.operation,
          kind: 'again',
          draft: draftFromExchange(flow.first.exchange, flow.first.operation),
        },
      ]
    : [];
  return [
    ...following.map(
      (operation): NextCall => ({ operation, kind: 'next', draft: draftFor(operation, flow) }),
    ),
    ...again,
  ];
}

/** By the last answer that was no refusal: its `next` where it has one, else what its kind of flow allows. */
function followingIds(flow: Flow, now: number): readonly string[] {
  const state = flow.stateAt(now);
  if (state !== 'waiting' && state !== 'possession-required') return [];
  const last = flow.calls.findLast(({ exchange }) => (exchange.response?.status ?? 400) < 400);
  const part = last && flowRoleOf(last.operation.id);
  if (!part) return [];
  const { kind, step } = part;
  if (kind.next && last.facts.next) {
    const { prefix, done } = kind.next;
    return last.facts.next.filter((name) => name !== done).map((name) => name.replace(prefix, ''));
  }
  const bindFirst = state === 'possession-required';
  const rank = (id: string) => (flowRoleOf(id)?.role === 'bind' ? 0 : 1);
  return bindFirst ? [...step.followedBy].sort((a, b) => rank(a) - rank(b)) : step.followedBy;
}

/** A call of an operation with all that the flow knows: where it runs, its headers, its ids and its data. */
function draftFor(operation: Operation, flow: Flow): Draft {
  const like = flow.calls.findLast((call) => call.operation === operation);
  const last = like ?? flow.calls.at(-1);
  const base = last ? baseOf(last.exchange.request.url, last.operation) : '';
  const blank = blankDraft(operation, base);
  const headers = last ? keepOwnHeaders(last.exchange.request.headers) : [];
  return {
    ...blank,
    url: like?.exchange.request.url ?? blank.url,
    headers: headerValue(headers, 'content-type') === undefined ? [...blank.headers, ...headers] : headers,
    way: 'page',
    body: operation.bodyKind === 'json' ? JSON.stringify(bodyFor(operation, flow), null, 2) : blank.body,
  };
}

/** Told again with every call where they were told once. */
const carriedOn: ReadonlySet<string> = new Set(['clientRequestId', 'clientCustomerId', 'clientHumanId']);

function bodyFor(operation: Operation, flow: Flow): Record<string, unknown> {
  const known = knownOf(flow.calls);
  const example = operation.exampleRequest ?? {};
  const body: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(operation.request?.shape ?? {})) {
    const required = !field.safeParse(undefined).success;
    const bound = name === 'phoneNumber' && flowRoleOf(operation.id)?.role === 'bind';
    if (name === 'correlationId' && flow.correlationId !== null) body[name] = flow.correlationId;
    else if (required || bound) body[name] = fits(field, known[name]) ? known[name] : example[name];
    else if (carriedOn.has(name) && fits(field, known[name])) body[name] = known[name];
  }
  return body;
}

const fits = (field: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  value !== undefined && field.safeParse(value).success;

/** What the bodies of a flow have said so far, by the name of the field; what came later counts. */
function knownOf(calls: readonly Call[]): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = {};
  for (const { exchange } of calls)
    for (const body of [exchange.response?.body, exchange.request.body])
      for (const [name, value] of Object.entries(body?.truncated ? {} : readObject(body?.text)))
        if (value !== '' && value !== null) known[name] = value;
  return known;
}

function readObject(text = ''): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

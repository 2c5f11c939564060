import { flowRoleOf } from '../schemas/flow-kind.ts';
import type { Call } from './call.ts';
import { Flow } from './flow.ts';

/** Why a call stands in no flow. */
export type NoFlowReason =
  /** Its operation has no flow (token, identity). */
  | 'no-flow-operation'
  /** A first call that got no answer, so that no id is known. */
  | 'no-answer'
  /** A first call whose answer holds no correlationId that could be read. */
  | 'no-id-returned'
  /** A later call without a correlationId. */
  | 'no-id'
  /** A later call whose body could not be read. */
  | 'unreadable'
  /** A correlationId that no captured answer returned: the first call was not captured. */
  | 'unknown-id';

/** Groups calls into flows. Adding a call costs the same however many there are, and touches one flow only. */
export class FlowIndex {
  readonly #flows = new Map<string, Flow>();
  readonly #flowOf = new Map<string, Flow>();
  readonly #lone = new Map<string, { call: Call; reason: NoFlowReason }>();

  /** Adds a call; returns the flow that it touched, if any. */
  add(call: Call): Flow | undefined {
    const place = placeOf(call);
    if (typeof place === 'string') {
      this.#lone.set(call.exchange.id, { call, reason: place });
      return undefined;
    }
    let flow = this.#flows.get(place.id);
    if (!flow) {
      flow = new Flow(place.id, place.correlationId);
      this.#flows.set(place.id, flow);
    }
    flow.add(call);
    this.#flowOf.set(call.exchange.id, flow);
    return flow;
  }

  /** Takes a call out again; returns the flow that it was in, if any. */
  remove(call: Call): Flow | undefined {
    const { id } = call.exchange;
    this.#lone.delete(id);
    const flow = this.#flowOf.get(id);
    if (!flow) return undefined;
    this.#flowOf.delete(id);
    flow.remove(call);
    if (flow.calls.length === 0) this.#flows.delete(flow.id);
    return flow;
  }

  /** The flow that a call belongs to by its id, opened or not. */
  flowOf(exchangeId: string): Flow | undefined {
    return this.#flowOf.get(exchangeId);
  }

  /** Why a call stands in no flow; undefined where it stands in one. */
  reasonOf(exchangeId: string): NoFlowReason | undefined {
    const flow = this.#flowOf.get(exchangeId);
    if (flow) return flow.first ? undefined : 'unknown-id';
    return this.#lone.get(exchangeId)?.reason;
  }

  /** The flows whose first call was captured, by start. */
  opened(): Flow[] {
    return [...this.#flows.values()]
      .filter((flow) => flow.first)
      .sort((a, b) => a.startedAt - b.startedAt || compareIds(a.id, b.id));
  }

  /** The calls that stand in no flow, by start. */
  withoutFlow(): { call: Call; reason: NoFlowReason }[] {
    const orphans = [...this.#flows.values()]
      .filter((flow) => !flow.first)
      .flatMap((flow) => flow.calls.map((call) => ({ call, reason: 'unknown-id' as const })));
    return [...this.#lone.values(), ...orphans].sort(
      ({ call: { exchange: a } }, { call: { exchange: b } }) =>
        a.startedAt - b.startedAt || compareIds(a.id, b.id),
    );
  }
}

/** What began in the same ms is told apart by id, so that the order never depends on arrival. */
const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function placeOf(call: Call): { id: string; correlationId: string | null } | NoFlowReason {
  const { exchange, facts } = call;
  const own = flowRoleOf(call.operation.id);
  if (!own) return 'no-flow-operation';
  const id = own.role === 'first' ? facts.responseId : facts.requestId;
  if (id !== undefined) return { id, correlationId: id };
  if (own.role !== 'first') return facts.readable ? 'no-id' : 'unreadable';
  const status = exchange.response?.status ?? 0;
  if (status >= 400) return { id: exchange.id, correlationId: null };
  return status === 0 ? 'no-answer' : 'no-id-returned';
}

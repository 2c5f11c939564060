import { flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Call } from '../call.ts';
import { Flow } from './flow.ts';
import { SessionGuess } from './session-guess.ts';

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

// Never added to: `#note` begins a list of its own.
const NO_FLOWS: Flow[] = [];
const NO_CALLS: Call[] = [];

/** Groups calls into flows. Adding a call costs the same however many there are, and touches one flow only. */
export class FlowIndex {
  readonly #flows = new Map<string, Flow>();
  readonly #flowOf = new Map<string, Flow>();
  readonly #lone = new Map<string, Lone>();
  readonly #guess = new SessionGuess();
  #touched = NO_FLOWS;
  #moved = NO_CALLS;

  /** Adds a call; returns the flow that it is in, if any. */
  add(call: Call): Flow | undefined {
    const place = placeOf(call);
    const { id } = call.exchange;
    let flow: Flow | undefined;
    if (typeof place === 'string') this.#lone.set(id, { call, reason: place });
    else {
      flow = this.#flowWith(place);
      this.#enter(flow, call);
    }
    if (place === 'no-id') {
      this.#guess.addOrphan(call);
      this.#tie(call);
    } else if (isOpener(call)) for (const orphan of this.#guess.addOpener(call)) this.#tie(orphan);
    return flow ?? this.#flowOf.get(id);
  }

  /** Takes a call out again; returns the flow that it was in, if any. */
  remove(call: Call): Flow | undefined {
    const { id } = call.exchange;
    const flow = this.#flowOf.get(id);
    this.#guess.removeOrphan(call);
    const orphans = isOpener(call) ? this.#guess.removeOpener(call) : [];
    for (const orphan of orphans) this.#tie(orphan);
    this.#untie(call);
    this.#leave(call);
    this.#lone.delete(id);
    return flow;
  }

  /** The flows that have changed since they were last asked for. */
  takeTouched(): readonly Flow[] {
    const touched = this.#touched;
    this.#touched = NO_FLOWS;
    return eachOnce(touched);
  }

  /** The calls that have entered or left a flow since they were last asked for. */
  takeMoved(): readonly Call[] {
    const moved = this.#moved;
    this.#moved = NO_CALLS;
    return eachOnce(moved);
  }

  #flowWith({ id, correlationId }: Place): Flow {
    let flow = this.#flows.get(id);
    if (!flow) {
      flow = new Flow(id, correlationId);
      this.#flows.set(id, flow);
    }
    return flow;
  }

  #enter(flow: Flow, call: Call) {
    flow.add(call);
    this.#flowOf.set(call.exchange.id, flow);
    this.#note(flow, call);
  }

  /** A list that is begun with its first item takes a third of the memory of an empty one that grows. */
  #note(flow: Flow, call: Call) {
    if (this.#touched.length === 0) this.#touched = [flow];
    else this.#touched.push(flow);
    if (this.#moved.length === 0) this.#moved = [call];
    else this.#moved.push(call);
  }

  #leave(call: Call) {
    const flow = this.#flowOf.get(call.exchange.id);
    if (!flow) return;
    this.#flowOf.delete(call.exchange.id);
    flow.remove(call);
    this.#note(flow, call);
    if (flow.calls.length === 0) this.#flows.delete(flow.id);
  }

  /** Puts a call without an id into the flow that it probably belongs to. */
  #tie(orphan: Call) {
    const opener = this.#guess.openerOf(orphan);
    const present = this.#flowOf.get(orphan.exchange.id);
    if (opener && present && this.#flowOf.get(opener.exchange.id) === present) return;
    this.#untie(orphan);
    if (!opener) return;
    const { id } = opener.exchange;
    let flow = this.#flowOf.get(id);
    if (!flow) {
      // A first call whose answer keeps the id back becomes a flow as soon as some call follows.
      flow = this.#flowWith(unnamedPlace(id));
      this.#enter(flow, opener);
      this.#lone.delete(id);
    }
    flow.addGuess(orphan);
    this.#flowOf.set(orphan.exchange.id, flow);
    this.#lone.delete(orphan.exchange.id);
    this.#note(flow, orphan);
  }

  #untie(orphan: Call) {
    const flow = this.#flowOf.get(orphan.exchange.id);
    if (!flow?.isGuess(orphan)) return;
    this.#leave(orphan);
    this.#lone.set(orphan.exchange.id, { call: orphan, reason: 'no-id' });
    const [opener] = flow.calls;
    if (flow.correlationId !== null || flow.guessed || !opener || placeOf(opener) !== 'no-id-returned')
      return;
    this.#leave(opener);
    this.#lone.set(opener.exchange.id, { call: opener, reason: 'no-id-returned' });
  }

  /** A flow by its own id. */
  find(flowId: string): Flow | undefined {
    return this.#flows.get(flowId);
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

const eachOnce = <T>(items: readonly T[]): readonly T[] => (items.length > 1 ? [...new Set(items)] : items);

interface Lone {
  call: Call;
  reason: NoFlowReason;
}

interface Place {
  id: string;
  correlationId: string | null;
}

/** Whether a call has opened a flow that calls without an id may belong to. */
function isOpener(call: Call): boolean {
  const status = call.exchange.response?.status ?? 0;
  return flowRoleOf(call.operation.id)?.role === 'first' && status >= 200 && status < 300;
}

/** What began in the same ms is told apart by id, so that the order never depends on arrival. */
const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The id of the flow that a call names itself: no look at other calls is needed for it. */
export function ownFlowId({ operation, facts }: Call): string | undefined {
  const own = flowRoleOf(operation.id);
  return own && (own.role === 'first' ? facts.responseId : facts.requestId);
}

/** A flow of which no correlationId is known; one of a mock server may look like the id of its first exchange. */
const unnamedPlace = (exchangeId: string): Place => ({ id: `unnamed-${exchangeId}`, correlationId: null });

function placeOf(call: Call): Place | NoFlowReason {
  const { exchange, facts } = call;
  const own = flowRoleOf(call.operation.id);
  if (!own) return 'no-flow-operation';
  const id = ownFlowId(call);
  if (id !== undefined) return { id, correlationId: id };
  if (own.role !== 'first') return facts.readable ? 'no-id' : 'unreadable';
  const status = exchange.response?.status ?? 0;
  if (status >= 400) return unnamedPlace(exchange.id);
  return status === 0 ? 'no-answer' : 'no-id-returned';
}

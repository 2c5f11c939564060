import { flowKinds } from '../../src/schemas/flow-kind.ts';
import type { Clock } from './clock.ts';
import { createExpiringMap, type ExpiringMap } from './expiring-map.ts';

/** The life of an OAuth token, in ms. */
export const TOKEN_LIFETIME = 60 * 60_000;

/** One MFA flow, as the server keeps it. */
export interface MfaFlow {
  /** The flow began with `possessionType: "none"`: the customer checks possession itself. */
  bringsOwnPossession: boolean;
  /** The number given, discovered or bound. */
  phoneNumber: string | undefined;
  /** Statuses answered so far. */
  polls: number;
  /** A status answered `possession_required`. */
  possessionRequired: boolean;
  /** How the check ended, once a number was bound. */
  bound: boolean | undefined;
  /** A status gave the final answer: the correlationId is used up. */
  ended: boolean;
}

/** What the sandbox remembers between requests. Each kind of flow has a map of its own: an id of one is foreign to the others. */
export interface SandboxState {
  clock: Clock;
  /** Statuses that answer `pending` before the result. */
  pendingPolls: number;
  tokens: ExpiringMap<true>;
  mfaFlows: ExpiringMap<MfaFlow>;
  /** The proveId of each enrolled number. */
  identities: Map<string, string>;
}

/** Creates an empty memory. */
export const createState = (clock: Clock, pendingPolls: number): SandboxState => ({
  clock,
  pendingPolls,
  tokens: createExpiringMap(clock, TOKEN_LIFETIME),
  mfaFlows: createExpiringMap(clock, lifetimeOf('mfa')),
  identities: new Map(),
});

/** The life of a correlationId, in ms. */
export function lifetimeOf(kindId: string): number {
  const kind = flowKinds.find(({ id }) => id === kindId);
  if (!kind) throw new Error(`No flow kind "${kindId}" in src/schemas/flow-kind.ts.`);
  return kind.lifetime;
}

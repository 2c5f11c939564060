import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { createExpiringMap, type ExpiringMap } from './expiring-map.ts';
import { numberKey } from './sandbox-users.ts';

/** The life of an OAuth token, in ms. */
export const TOKEN_LIFETIME = 60 * 60_000;

/** The life of a correlationId of any kind of flow, in ms. */
export const CORRELATION_LIFETIME = 15 * 60_000;

/** One MFA or Unify flow, as the server keeps it. */
export interface PossessionFlow {
  possessionType: string;
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
  /** What the first call wants to be given back. */
  echoed: Readonly<Record<string, string>>;
  checkReputation: boolean;
}

/** The steps of a start flow that follow the first, by the names that `next` has for them. */
export type Step = 'v3-validate' | 'v3-challenge' | 'v3-complete';

export interface StartFlow {
  phoneNumber: string;
  /** A date of birth or a social security number was given. */
  identified: boolean;
  /** What may be called now; nothing once the flow has ended. */
  next: Step | 'done';
}

/** A flow of the former verify. */
export interface VerifyFlow {
  phoneNumber: string;
  bringsOwnPossession: boolean;
  polls: number;
  ended: boolean;
}

/** A number under identity management. */
export interface Identity {
  proveId: string;
  phoneNumber: string;
  active: boolean;
  /** ms since the epoch. */
  createdAt: number;
  clientCustomerId: string | undefined;
  deviceId: string | undefined;
  attributes: readonly { attributeId: string; attributeValue: string }[];
}

/** A link between the sandbox's domain and another, or the request for one. */
export interface DomainLink {
  pcid: string;
  name: string;
  /** `from` begins at the other domain, `to` at the sandbox's own. */
  direction: 'from' | 'to';
  accepted: boolean;
  /** ms since the epoch, when it was asked for or accepted. */
  at: number;
  scopes: readonly string[];
}

/** What the sandbox remembers between requests. Each kind of flow has a map of its own: an id of one is foreign to the others. */
export interface SandboxState {
  clock: Clock;
  /** Statuses that answer `pending` before the result. */
  pendingPolls: number;
  tokens: ExpiringMap<true>;
  mfaFlows: ExpiringMap<PossessionFlow>;
  unifyFlows: ExpiringMap<PossessionFlow>;
  startFlows: ExpiringMap<StartFlow>;
  verifyFlows: ExpiringMap<VerifyFlow>;
  /** The proveId of each number that was ever asked about, enrolled or not. */
  proveIds: Map<string, string>;
  /** Enrolled identities by proveId, in the order of enrolment. */
  identities: Map<string, Identity>;
  /** Prove Keys that can be revoked. */
  devices: Set<string>;
  domainLinks: DomainLink[];
}

/** Creates a memory with one linked domain and one that asks for a link. */
export function createState(clock: Clock, pendingPolls: number): SandboxState {
  const flows = <T>() => createExpiringMap<T>(clock, CORRELATION_LIFETIME);
  const partner = { direction: 'from', at: clock.now(), scopes: ['identity'] } as const;
  return {
    clock,
    pendingPolls,
    tokens: createExpiringMap(clock, TOKEN_LIFETIME),
    mfaFlows: flows(),
    unifyFlows: flows(),
    startFlows: flows(),
    verifyFlows: flows(),
    proveIds: new Map(),
    identities: new Map(),
    devices: new Set(),
    domainLinks: [
      { ...partner, pcid: '12345', name: 'Client A', accepted: true },
      { ...partner, pcid: '67890', name: 'Client B', accepted: false },
    ],
  };
}

/** The proveId of a number: always the same, however the number is written. */
export function proveIdOf({ proveIds }: SandboxState, phoneNumber: string): string {
  const key = numberKey(phoneNumber);
  const proveId = proveIds.get(key) ?? randomUUID();
  proveIds.set(key, proveId);
  return proveId;
}

/** The number that a proveId stands for. */
export const numberOf = ({ proveIds }: SandboxState, proveId: string): string | undefined =>
  [...proveIds].find(([, id]) => id === proveId)?.[0];

/** What an operation does in a flow. */
export type FlowRole = 'first' | 'status' | 'bind';

/** One kind of flow: which operations make it up. A new kind is one more entry of `flowKinds`. */
export interface FlowKind {
  id: string;
  roles: Readonly<Record<string, FlowRole>>;
  /** How long a correlationId lives, counted from the first call, in ms. */
  lifetime: number;
}

const QUARTER_OF_AN_HOUR = 15 * 60_000;

export const flowKinds: readonly FlowKind[] = [
  {
    id: 'mfa',
    roles: { mfa: 'first', 'mfa-status': 'status', 'mfa-bind': 'bind' },
    lifetime: QUARTER_OF_AN_HOUR,
  },
];

const byOperation = new Map(
  flowKinds.flatMap((kind) => Object.entries(kind.roles).map(([id, role]) => [id, { kind, role }] as const)),
);

/** The part that an operation plays in a flow, or undefined where it belongs to none. */
export const flowRoleOf = (operationId: string): { kind: FlowKind; role: FlowRole } | undefined =>
  byOperation.get(operationId);

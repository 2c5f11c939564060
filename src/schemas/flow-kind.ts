/** What an operation does in a flow. A `step` is taken in the order that each answer's `next` names. */
export type FlowRole = 'first' | 'status' | 'bind' | 'step';

export type FlowEnd = 'succeeded' | 'failed';

/** The part of one operation in a kind of flow. */
export interface FlowStep {
  role: FlowRole;
  /** The answers that end the flow here, by `success` as text. */
  ends: Readonly<Record<string, FlowEnd>>;
  /** The operations that may follow, by id, the likeliest first. Where an answer has a `next`, that decides. */
  followedBy: readonly string[];
}

/** One kind of flow, tied together by the correlationId. A new kind is one more entry of `flowKinds`. */
export interface FlowKind {
  id: string;
  /** By operation id. */
  steps: Readonly<Record<string, FlowStep>>;
  /** How long a correlationId lives, counted from the first call, in ms. */
  lifetime: number;
  /** Whether a status may answer "possession_required", which a bind must wait for. */
  asksForPossession: boolean;
  /** Whether the phone number of a later call depends on the possessionType of the first. */
  bindsPhone: boolean;
  /** How an answer's `next` names an operation, and the end; only where it has one. */
  next?: { prefix: string; done: string };
}

const QUARTER_OF_AN_HOUR = 15 * 60_000;
const NOWHERE: FlowStep['ends'] = {};

/** `success` as a string; "success" stands in the vendor's old samples. */
const textEnds: FlowStep['ends'] = { true: 'succeeded', success: 'succeeded', false: 'failed' };

/** MFA and Unify, which took its place under another name. */
const possession = (id: string, bindsPhone: boolean): FlowKind => ({
  id,
  steps: {
    [id]: { role: 'first', ends: NOWHERE, followedBy: [`${id}-status`] },
    [`${id}-status`]: { role: 'status', ends: textEnds, followedBy: [`${id}-status`, `${id}-bind`] },
    [`${id}-bind`]: { role: 'bind', ends: textEnds, followedBy: [`${id}-status`] },
  },
  lifetime: QUARTER_OF_AN_HOUR,
  asksForPossession: true,
  bindsPhone,
});

export const flowKinds: readonly FlowKind[] = [
  possession('mfa', true),
  // Current Unify allows a phone number with possessionType "none".
  possession('unify', false),
  {
    id: 'start',
    steps: {
      start: { role: 'first', ends: NOWHERE, followedBy: ['validate'] },
      validate: { role: 'step', ends: { false: 'failed' }, followedBy: ['challenge', 'complete'] },
      challenge: { role: 'step', ends: { false: 'failed' }, followedBy: ['complete'] },
      complete: { role: 'step', ends: textEnds, followedBy: [] },
    },
    lifetime: QUARTER_OF_AN_HOUR,
    asksForPossession: false,
    bindsPhone: false,
    next: { prefix: 'v3-', done: 'done' },
  },
  {
    id: 'verify',
    steps: {
      // Answers at once, so that it is a flow of one call.
      verify: { role: 'first', ends: textEnds, followedBy: [] },
      'verify-v1': { role: 'first', ends: textEnds, followedBy: ['verify-status'] },
      'verify-status': { role: 'status', ends: textEnds, followedBy: ['verify-status'] },
    },
    lifetime: QUARTER_OF_AN_HOUR,
    asksForPossession: false,
    bindsPhone: false,
  },
];

export interface FlowPart {
  kind: FlowKind;
  step: FlowStep;
  role: FlowRole;
}

const byOperation = new Map(
  flowKinds.flatMap((kind) =>
    Object.entries(kind.steps).map(([id, step]): [string, FlowPart] => [id, { kind, step, role: step.role }]),
  ),
);

/** The part that an operation plays in a flow, or undefined where it belongs to none. */
export function flowRoleOf(operationId: string): FlowPart | undefined {
  // Each call is asked for it several times.
  if (operationId !== lastId) {
    lastPart = byOperation.get(operationId);
    lastId = operationId;
  }
  return lastPart;
}

let lastId = '';
let lastPart: FlowPart | undefined;

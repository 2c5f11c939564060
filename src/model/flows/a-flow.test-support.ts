import type { Call } from '../call.ts';
import { call, type Scene, seconds } from '../fixtures.test-support.ts';
import type { Flow } from './flow.ts';
import { FlowIndex } from './flow-index.ts';

/** What is unlike the ordinary in one turn of a story. */
export interface Turn extends Pick<Scene, 'answer' | 'status' | 'took' | 'host' | 'truncated' | 'id'> {
  /** Since the call before began; two seconds where nothing is said. */
  after?: number;
  /** Counted from `NOON`, whatever came before. */
  at?: number;
  /** Sent with the call; `null` is sent by nobody. */
  phone?: unknown;
  /** Instead of the ordinary body. */
  body?: unknown;
}

/** The correlationId of the flow with this letter. */
export const idOf = (letter: string): string =>
  '########-####-4###-8###-############'.replaceAll('#', letter);

/** The token for the client SDK that the flow with this letter returned. */
export const tokenOf = (letter: string): string => `eyJhbGciOi.${letter}.sig`;

/** `aFlow().mfa('none').status('possession_required').bind('true')`: one flow, told call by call. */
export class Story {
  readonly calls: Call[] = [];
  readonly correlationId: string;
  #at: number;

  constructor(
    readonly letter: string,
    begins: number,
  ) {
    this.correlationId = idOf(letter);
    this.#at = begins - seconds(2);
  }

  mfa(possessionType: string, turn: Turn = {}): this {
    const { correlationId } = this;
    const body = {
      possessionType,
      ...(possessionType === 'desktop' && { finalTargetUrl: 'https://www.example.com/landing-page' }),
      ...(possessionType !== 'none' && { phoneNumber: '2001004011' }),
    };
    return this.#tell(
      'mfa',
      body,
      { authToken: tokenOf(this.letter), correlationId, success: 'pending' },
      turn,
    );
  }

  status(success: unknown, turn: Turn = {}): this {
    return this.#tell('mfa-status', this.#later(turn.phone), { phoneNumber: '2001004011', success }, turn);
  }

  bind(success: unknown, turn: Turn = {}): this {
    const phone = turn.phone === undefined ? '2001004011' : turn.phone;
    return this.#tell('mfa-bind', this.#later(phone), { phoneNumber: '2001004011', success }, turn);
  }

  /** Opens a Unify flow; `unifyStatus` and `unifyBind` follow. */
  unify(possessionType: string, turn: Turn = {}): this {
    const body = {
      possessionType,
      clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
      ...(possessionType === 'desktop' && { finalTargetUrl: 'https://www.example.com/landing-page' }),
      ...(turn.phone !== null && { phoneNumber: '2001004014' }),
    };
    const { correlationId } = this;
    return this.#tell(
      'unify',
      body,
      { authToken: tokenOf(this.letter), correlationId, success: 'pending' },
      turn,
    );
  }

  unifyStatus(success: unknown, turn: Turn = {}): this {
    return this.#tell('unify-status', this.#later(turn.phone), { success }, turn);
  }

  unifyBind(success: unknown, turn: Turn = {}): this {
    const phone = turn.phone === undefined ? '2001004014' : turn.phone;
    return this.#tell('unify-bind', this.#later(phone), { success }, turn);
  }

  /** Opens a Pre-Fill or Identity flow; its answers name what comes next. */
  start(turn: Turn = {}): this {
    const { correlationId } = this;
    const body = { flowType: 'mobile', phoneNumber: '2001001695' };
    const answer = { authToken: tokenOf(this.letter), correlationId, next: nextOf('validate') };
    return this.#tell('start', body, answer, turn);
  }

  validate(next: string, turn: Turn & { success?: boolean } = {}): this {
    const { success = true, ...rest } = turn;
    const answer = { success, challengeMissing: next === 'challenge', next: nextOf(next) };
    return this.#tell('validate', this.#later(null), answer, rest);
  }

  challenge(next: string, turn: Turn & { success?: boolean } = {}): this {
    const { success = true, ...rest } = turn;
    return this.#tell(
      'challenge',
      { ...this.#later(null), dob: '1981-01' },
      { success, next: nextOf(next) },
      rest,
    );
  }

  complete(success: boolean, turn: Turn = {}): this {
    const body = { ...this.#later(null), individual: { firstName: 'Tod', lastName: 'Weedall' } };
    return this.#tell('complete', body, { success, next: nextOf('done') }, turn);
  }

  /** The current verify, which answers at once. */
  verify(success: string, turn: Turn = {}): this {
    const body = {
      phoneNumber: '2001004053',
      firstName: 'Elena',
      lastName: 'Coldman',
      verificationType: 'verifiedUser',
      clientRequestId: '71010d88-d0e7-4a24-9297-d1be6fefde81',
    };
    const { correlationId } = this;
    return this.#tell('verify', body, { success, correlationId, phoneNumber: '2001004053' }, turn);
  }

  /** The verify of before 2025-10-22, which `verifyStatus` follows. */
  verifyV1(success: string, turn: Turn = {}): this {
    const { correlationId } = this;
    const body = {
      possessionType: 'mobile',
      firstName: 'Elena',
      lastName: 'Coldman',
      phoneNumber: '2001004011',
    };
    const results = { possessionResult: 'pending', verifyResult: 'pending' };
    return this.#tell('verify-v1', body, { success, correlationId, ...results }, turn);
  }

  verifyStatus(success: string, turn: Turn = {}): this {
    const results = { possessionResult: 'pending', verifyResult: 'pending' };
    return this.#tell('verify-status', this.#later(null), { success, ...results }, turn);
  }

  /** So many status polls that find the check still running. */
  polls(times: number, turn: Turn = {}): this {
    for (let i = 0; i < times; i++) this.status('pending', turn);
    return this;
  }

  #later = (phone: unknown) => ({
    correlationId: this.correlationId,
    ...(phone !== undefined && phone !== null && { phoneNumber: phone }),
  });

  #tell(operation: string, body: unknown, answer: unknown, { after, at, phone, ...turn }: Turn): this {
    this.#at = at ?? this.#at + (after ?? seconds(2));
    const id = `${this.letter}${this.calls.length + 1}`;
    this.calls.push(call({ operation, body, answer, id, at: this.#at, ...turn }));
    return this;
  }
}

const nextOf = (step: string) => (step === 'done' ? { done: 'done' } : { [`v3-${step}`]: `/v3/${step}` });

/** Begins the story of a flow; the letter tells several apart. Its calls have the ids a1, a2, a3 … */
export const aFlow = (letter = 'a', { at = 0 } = {}): Story => new Story(letter, at);

/** An index that holds these calls, added in this order. */
export function indexOf(...calls: readonly (Call | Story)[]): FlowIndex {
  const index = new FlowIndex();
  for (const entry of calls) for (const one of entry instanceof Story ? entry.calls : [entry]) index.add(one);
  return index;
}

/** The one flow that a story makes; a mistake of the test where there is none, or more. */
export function flowOf(story: Story): Flow {
  const [flow, ...more] = indexOf(story).opened();
  if (!flow || more.length > 0) throw new Error('The story makes no single flow.');
  return flow;
}

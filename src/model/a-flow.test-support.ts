import type { Call } from './call.ts';
import { call, type Scene, seconds } from './fixtures.test-support.ts';
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
    return this.#tell('mfa', body, { authToken: 'eyJhbGciOi...', correlationId, success: 'pending' }, turn);
  }

  status(success: unknown, turn: Turn = {}): this {
    return this.#tell('mfa-status', this.#later(turn.phone), { phoneNumber: '2001004011', success }, turn);
  }

  bind(success: unknown, turn: Turn = {}): this {
    const phone = turn.phone === undefined ? '2001004011' : turn.phone;
    return this.#tell('mfa-bind', this.#later(phone), { phoneNumber: '2001004011', success }, turn);
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

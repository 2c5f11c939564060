import { type Exchange, endOf } from '../exchange.ts';
import type { SdkCall } from './sdk-call.ts';

const NONE: readonly SdkCall[] = [];

/** The calls of the client SDK by the token that they carry; constant for one that comes last. */
export class SdkIndex {
  readonly #byId = new Map<string, SdkCall>();
  readonly #byToken = new Map<string, SdkCall[]>();

  get size(): number {
    return this.#byId.size;
  }

  find(id: string): SdkCall | undefined {
    // Mostly there are none.
    return this.#byId.size > 0 ? this.#byId.get(id) : undefined;
  }

  /** In the order of arrival. */
  all(): Iterable<SdkCall> {
    return this.#byId.values();
  }

  /** By start. */
  carrying(token: string): readonly SdkCall[] {
    return this.#byToken.get(token) ?? NONE;
  }

  /** The same for several tokens. */
  carryingAny(tokens: ReadonlySet<string>): readonly SdkCall[] {
    const [token, ...more] = tokens;
    if (token === undefined) return NONE;
    if (more.length === 0) return this.carrying(token);
    return [...tokens].flatMap((one) => this.carrying(one)).sort(byStart);
  }

  add(call: SdkCall): void {
    this.#byId.set(call.exchange.id, call);
    if (call.authToken === undefined) return;
    const calls = this.#byToken.get(call.authToken) ?? [];
    let at = calls.length;
    while (at > 0 && isBefore(call, calls[at - 1])) at--;
    calls.splice(at, 0, call);
    this.#byToken.set(call.authToken, calls);
  }

  remove(call: SdkCall): void {
    this.#byId.delete(call.exchange.id);
    const calls = this.#byToken.get(call.authToken ?? '');
    const at = calls?.indexOf(call) ?? -1;
    if (!calls || at < 0) return;
    calls.splice(at, 1);
    if (calls.length === 0) this.#byToken.delete(call.authToken ?? '');
  }
}

/** By start; what began in the same ms by id. */
export const byStart = (
  { exchange: a }: { exchange: Exchange },
  { exchange: b }: { exchange: Exchange },
): number => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);

/** By start, then by end, then by id, so that the order never depends on arrival. */
function isBefore({ exchange: a }: SdkCall, other: SdkCall | undefined): boolean {
  if (!other) return false;
  const { exchange: b } = other;
  const byTime = a.startedAt - b.startedAt || endOf(a) - endOf(b);
  return byTime < 0 || (byTime === 0 && a.id < b.id);
}

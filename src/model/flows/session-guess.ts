import { flowRoleOf } from '../../schemas/flow-kind.ts';
import type { Call } from '../call.ts';
import { endOf } from '../exchange.ts';
import { originOf } from '../url.ts';
import { isBefore } from './call-fold.ts';

/**
 * Guesses which calls without an id belong together: a back end that keeps the correlationId in its session has
 * one flow of a kind at a time, so that a later call belongs to the last flow that its host has opened.
 */
export class SessionGuess {
  readonly #sessions = new Map<string, Session>();

  /** Takes note of a call that has opened a flow; returns the calls without an id that it may change. */
  addOpener(call: Call): readonly Call[] {
    const session = this.#sessionOf(call);
    if (!session) return NONE;
    insert(session.openers, call);
    return followers(session, call);
  }

  removeOpener(call: Call): readonly Call[] {
    const session = this.#sessionOf(call);
    if (!session || !withdraw(session.openers, call)) return NONE;
    return followers(session, call);
  }

  addOrphan(call: Call): void {
    const session = this.#sessionOf(call);
    if (session) insert(session.orphans, call);
  }

  removeOrphan(call: Call): void {
    const session = this.#sessionOf(call);
    if (session) withdraw(session.orphans, call);
  }

  /** The call that probably opened the flow of this one: the last whose answer was there when it began. */
  openerOf(orphan: Call): Call | undefined {
    const openers = this.#sessionOf(orphan)?.openers ?? NONE;
    for (let i = openers.length - 1; i >= 0; i--) {
      const opener = openers[i];
      if (!opener || isOver(orphan, opener)) break;
      if (mayFollow(orphan, opener)) return opener;
    }
    return undefined;
  }

  /** Prove's own hosts keep no session, so that there is nothing to guess. */
  #sessionOf({ environment, operation, exchange }: Call): Session | undefined {
    const kind = flowRoleOf(operation.id)?.kind;
    if (environment || !kind) return undefined;
    const key = `${kind.id} ${originOf(exchange.request.url)}`;
    let session = this.#sessions.get(key);
    if (!session) {
      session = { openers: [], orphans: [] };
      this.#sessions.set(key, session);
    }
    return session;
  }
}

/** The calls of one kind and host, each list by start. */
interface Session {
  openers: Call[];
  orphans: Call[];
}

const NONE: readonly Call[] = [];

const mayFollow = (orphan: Call, { exchange }: Call): boolean => orphan.exchange.startedAt >= endOf(exchange);

/** Whether a flow had ended by itself when a call began. */
const isOver = (orphan: Call, { exchange, operation }: Call): boolean =>
  orphan.exchange.startedAt - exchange.startedAt > (flowRoleOf(operation.id)?.kind.lifetime ?? 0);

/** The calls without an id that may follow a first call; the latest are looked at first. */
function followers({ orphans }: Session, opener: Call): Call[] {
  const found: Call[] = [];
  for (let i = orphans.length - 1; i >= 0; i--) {
    const orphan = orphans[i];
    if (!orphan || orphan.exchange.startedAt < opener.exchange.startedAt) break;
    if (!isOver(orphan, opener) && mayFollow(orphan, opener)) found.push(orphan);
  }
  return found;
}

function insert(calls: Call[], call: Call) {
  let at = calls.length;
  while (at > 0 && isBefore(call, calls[at - 1])) at--;
  calls.splice(at, 0, call);
}

function withdraw(calls: Call[], call: Call): boolean {
  const at = calls.indexOf(call);
  if (at >= 0) calls.splice(at, 1);
  return at >= 0;
}

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type BearerToken,
  readAuthorization,
  readTokenAnswer,
  tokenRequest,
} from '../../model/compose/bearer-token.ts';
import { describeFailure } from '../../model/compose/describe-failure.ts';
import { t } from '../../model/words/words.ts';
import type { Outbox } from './outbox.ts';

/** The token at hand, and where it is from. */
export interface HeldToken extends BearerToken {
  from: string;
}

/** Fetches a bearer token and holds it, the credentials too: in memory only, never in storage or in a draft. */
export class TokenStore {
  /** Whether its part of the composer is open. */
  readonly open = signal(false);
  readonly clientId = signal('');
  readonly clientSecret = signal('');
  readonly held = signal<HeldToken | undefined>(undefined);
  readonly phase = signal<'idle' | 'asking' | 'fetching'>('idle');
  /** Why there is no token, as a sentence. */
  readonly notice = signal<string | undefined>(undefined);
  /** The production host that is about to be asked, until its user says yes. */
  readonly production = signal<string | undefined>(undefined);

  readonly value: ReadonlySignal<string | undefined> = computed(() => this.held.value?.value);

  #aborter: AbortController | undefined;

  constructor(private readonly outbox: Outbox) {}

  /**
   * Fetches a token at the base of an environment; asks first before it goes to production. It is sent from the
   * extension, so that no page sees the secret. To be called from a click or a key.
   */
  async fetch(base: string, { confirmed = false } = {}): Promise<void> {
    if (this.phase.peek() !== 'idle') return;
    this.notice.value = undefined;
    this.production.value = undefined;
    const wire = tokenRequest(base, this.clientId.peek().trim(), this.clientSecret.peek());
    const { origin, host } = new URL(wire.url);
    const [production] = this.outbox.hostsToAsk([wire.url]);
    if (production !== undefined && !confirmed) {
      this.production.value = production;
      return;
    }
    const aborter = new AbortController();
    const { signal } = aborter;
    this.#aborter = aborter;
    try {
      this.phase.value = 'asking';
      const allowed = await this.outbox.gainAccess(origin);
      if (signal.aborted) return;
      if (!allowed) {
        this.notice.value = t(
          'No token: the extension has no access to {origin}. Press Fetch token to be asked again.',
          { origin },
        );
        return;
      }
      this.phase.value = 'fetching';
      const { exchange } = await this.outbox.send(wire, 'extension', { signal });
      if (signal.aborted) return;
      const read = exchange.failure
        ? describeFailure(exchange.failure, 'extension')
        : readTokenAnswer(exchange);
      if (typeof read === 'string') this.notice.value = read;
      else this.held.value = { ...read, from: t('fetched from {host}', { host }) };
    } catch (error) {
      this.notice.value = t('No token: {error}', { error: String(error) });
    } finally {
      if (this.#aborter === aborter) this.phase.value = 'idle';
    }
  }

  /** The answer to the question about production: yes, for now or for as long as DevTools is open. */
  confirm(base: string, { always = false } = {}): Promise<void> {
    const host = this.production.peek();
    if (always && host !== undefined) this.outbox.allow(host);
    return this.fetch(base, { confirmed: true });
  }

  /** Stops a fetch, or leaves a question unanswered. */
  cancel(): void {
    this.#aborter?.abort();
    this.#aborter = undefined;
    this.phase.value = 'idle';
    this.production.value = undefined;
  }

  /** Takes over the token of a captured header; false where it holds none. */
  takeOver(header: string, from: string): boolean {
    const read = readAuthorization(header);
    if (!read) return false;
    this.held.value = { ...read, from };
    this.notice.value = undefined;
    return true;
  }

  forget(): void {
    this.held.value = undefined;
  }
}

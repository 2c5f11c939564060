import { type ReadonlySignal, signal } from '@preact/signals';
import { exchangeFromSend } from '../../model/compose/draft.ts';
import type { SendProgress, SendWay, WireRequest } from '../../model/compose/send.ts';
import type { Exchange } from '../../model/exchange.ts';
import { defaultSettings, type SendSettings } from '../../model/settings.ts';
import { t } from '../../model/words/words.ts';
import { environmentOf } from '../../schemas/environment.ts';
import type { Host } from '../host.ts';

/** What became of a send. */
export interface Answer {
  exchange: Exchange;
  way: SendWay;
  /** Where the answer came from, when redirects led elsewhere. */
  redirectedTo?: string;
}

/** What an outbox needs of the rest of the panel. */
export interface OutboxSurroundings {
  host: Pick<Host, 'send' | 'hostAccess'>;
  /** Where every send ends. */
  record: (exchange: Exchange) => void;
  /** The user's choices; the defaults where none are given. */
  settings?: ReadonlySignal<SendSettings>;
  changeSettings?: (change: Partial<SendSettings>) => void;
}

/** How a send is watched and stopped. */
export interface Watch {
  signal: AbortSignal;
  onProgress?: (progress: SendProgress) => void;
}

/** The one way out: whatever sends goes through here, is recorded, and shares what its user has allowed. */
export class Outbox {
  readonly settings: ReadonlySignal<SendSettings>;
  /** Production hosts that need no question any more; forgotten when DevTools is closed. */
  readonly #allowed = new Set<string>();

  constructor(private readonly surroundings: OutboxSurroundings) {
    this.settings = surroundings.settings ?? signal(defaultSettings);
  }

  changeSettings(change: Partial<SendSettings>): void {
    this.surroundings.changeSettings?.(change);
  }

  /** The hosts among these URLs that are production and were not allowed for this session. */
  hostsToAsk(urls: readonly string[]): string[] {
    const hosts = new Set(urls.map((url) => new URL(url).hostname));
    return [...hosts].filter((host) => environmentOf(host)?.production && !this.#allowed.has(host));
  }

  /** No more questions about this host until DevTools is closed. */
  allow(host: string): void {
    this.#allowed.add(host);
  }

  /** Whether the extension may call an origin; asks the user if need be, so call it from a click. */
  async gainAccess(origin: string): Promise<boolean> {
    const { hostAccess } = this.surroundings.host;
    return (await hostAccess.has(origin)) || (await hostAccess.request(origin));
  }

  /** Sends once and records what became of it. Rejects where nothing could be sent at all. */
  async send(wire: WireRequest, way: SendWay, { signal, onProgress }: Watch): Promise<Answer> {
    const { timeLimit, followRedirects } = this.settings.peek();
    const id = `r${crypto.randomUUID()}`;
    const outcome = await this.surroundings.host.send(wire, {
      id,
      way,
      signal,
      timeLimit: timeLimit * 1000,
      followRedirects,
      ...(onProgress && { onProgress }),
    });
    const exchange = exchangeFromSend(id, wire, outcome);
    this.surroundings.record(exchange);
    const { redirectedTo } = outcome;
    return { exchange, way, ...(redirectedTo !== undefined && { redirectedTo }) };
  }
}

/** Why a send from the extension did not go out. */
export const noAccess = (origin: string): string =>
  t(
    'Nothing was sent: the extension has no access to {origin}. Press Send to be asked again, or send from the page.',
    { origin },
  );

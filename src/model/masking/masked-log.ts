import type { Exchange } from '../exchange.ts';
import { Log } from '../log.ts';
import type { NavigationMark } from '../navigation-mark.ts';
import type { Steps } from './in-steps.ts';
import { MIN_KNOWN } from './known-values.ts';
import { ExchangeMask } from './mask-exchange.ts';
import { writtenForms } from './written-forms.ts';

/** Of more new values than these one will stand somewhere: all is masked anew, rather than looked through for each. */
const MANY = 20;

/**
 * A log with stand-ins for all that is personal or secret, kept beside the real one. Stand-ins look like their values,
 * so that verdicts, problems and flows are the same; ids of exchanges are.
 */
export class MaskedLog {
  readonly log: Log;
  /** Ids to be learned from and then to be added, in their order; some again, since more is known by now. */
  readonly #ids: string[] = [];
  #learned = 0;
  #added = 0;
  #evicted: number;
  /** So many values have been looked for in what was masked before them. */
  #known = 0;
  /** What is masked anew, and waits for it. */
  readonly #again = new Set<string>();
  #running: Steps<void> | undefined;
  /** How often the log has got something. */
  changes = 0;

  constructor(
    private readonly source: Log,
    readonly mask = new ExchangeMask(),
  ) {
    // What has to go is decided by the source.
    const unbounded = { calls: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
    this.log = new Log(unbounded, source.options);
    this.#evicted = source.evicted;
    for (const { id } of source.exchanges()) this.#ids.push(id);
    for (const mark of source.marks) this.mark(mark);
    for (const id of source.pinnedIds) this.log.pin(id);
  }

  /** Takes up an exchange that the source has got; it is there after `work`. */
  add(id: string): void {
    this.#ids.push(id);
  }

  remove(ids: Iterable<string>): void {
    this.log.removeAll(ids);
  }

  mark(mark: NavigationMark): void {
    this.log.mark({ ...mark, url: this.mask.texts.url(mark.url) });
  }

  /** Learns from all exchanges before it adds the first; returns whether it is done. Rests in long bodies too. */
  work(isTimeUp: () => boolean = () => false): boolean {
    this.#followEvictions();
    for (;;) {
      this.#running ??= this.#next();
      if (!this.#running) break;
      if (this.#running.next().done) this.#running = undefined;
      if (isTimeUp()) break;
    }
    if (this.#running || this.#hasMore()) return false;
    this.#ids.length = 0;
    this.#learned = 0;
    this.#added = 0;
    return true;
  }

  #hasMore(): boolean {
    return this.#added < this.#ids.length || this.mask.size > this.#known;
  }

  #next(): Steps<void> | undefined {
    if (this.mask.size > this.#known) return this.#maskAnew();
    if (this.#learned < this.#ids.length) return this.#learn(this.#ids[this.#learned++] ?? '');
    if (this.#added < this.#ids.length) return this.#add(this.#ids[this.#added++] ?? '');
    return undefined;
  }

  *#learn(id: string): Steps<void> {
    const exchange = this.#find(id);
    if (exchange) yield* this.mask.learnSteps(exchange);
  }

  *#add(id: string): Steps<void> {
    this.#again.delete(id);
    const exchange = this.#find(id);
    if (!exchange) return;
    const masked = yield* this.mask.maskSteps(exchange);
    // It may be gone meanwhile.
    if (!this.#find(id)) return;
    this.log.add(masked);
    this.changes++;
  }

  /** A value that is known only now may stand in what was masked before. */
  *#maskAnew(): Steps<void> {
    const values = this.mask.values(this.#known);
    this.#known = this.mask.size;
    const forms = values.filter(({ length }) => length >= MIN_KNOWN).flatMap(writtenForms);
    const isIn = (exchange: Exchange) =>
      values.length > MANY || textsOf(exchange).some((text) => forms.some((form) => text.includes(form)));
    for (const { id } of this.log.exchanges()) {
      const exchange = this.#again.has(id) ? undefined : this.#find(id);
      if (exchange && isIn(exchange)) {
        this.#again.add(id);
        this.#ids.push(id);
      }
      yield;
    }
  }

  #find(id: string): Exchange | undefined {
    return (this.source.find(id) ?? this.source.findSdkCall(id))?.exchange;
  }

  #followEvictions() {
    if (this.source.evicted === this.#evicted) return;
    this.#evicted = this.source.evicted;
    const shown = this.log.exchanges();
    this.log.removeAll(shown.flatMap(({ id }) => (this.#find(id) ? [] : [id])));
  }
}

/** All texts of an exchange. */
const textsOf = ({ request, response, failure }: Exchange): string[] => [
  request.url,
  request.body?.text ?? '',
  response?.body?.text ?? '',
  response?.statusText ?? '',
  failure?.detail ?? '',
  ...[...request.headers, ...(response?.headers ?? [])].map(({ value }) => value),
];

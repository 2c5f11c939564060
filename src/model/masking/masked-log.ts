import type { Exchange } from '../exchange.ts';
import { Log } from '../log.ts';
import type { NavigationMark } from '../navigation-mark.ts';
import { ExchangeMask } from './mask-exchange.ts';
import { writtenForms } from './written-forms.ts';

/** Shorter values stand in too many texts to be looked for. */
const MIN_LENGTH = 4;

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

  constructor(
    private readonly source: Log,
    readonly mask = new ExchangeMask(),
  ) {
    // What has to go is decided by the source.
    const unbounded = { calls: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
    this.log = new Log(unbounded, source.options);
    this.#evicted = source.evicted;
    for (const { id } of source.exchangesSince(Number.NEGATIVE_INFINITY)) this.#ids.push(id);
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

  /** Learns from all exchanges before it adds the first; returns whether it is done. */
  work(isTimeUp: () => boolean = () => false): boolean {
    this.#followEvictions();
    this.#maskAnew();
    while (this.#added < this.#ids.length) {
      if (this.#learned < this.#ids.length) this.#learn(this.#ids[this.#learned++] ?? '');
      else {
        const exchange = this.#find(this.#ids[this.#added++] ?? '');
        if (exchange) this.log.add(this.mask.mask(exchange));
      }
      if (isTimeUp()) break;
    }
    if (this.#added < this.#ids.length) return false;
    this.#ids.length = 0;
    this.#learned = 0;
    this.#added = 0;
    return true;
  }

  #learn(id: string) {
    const exchange = this.#find(id);
    if (!exchange) return;
    this.mask.learn(exchange);
    this.#maskAnew();
  }

  /** A value that is known only now may stand in what was masked before. */
  #maskAnew() {
    if (this.mask.size === this.#known) return;
    const values = this.mask.values(this.#known);
    this.#known = this.mask.size;
    const forms = values.filter(({ length }) => length >= MIN_LENGTH).flatMap(writtenForms);
    for (const { id } of this.log.exchangesSince(Number.NEGATIVE_INFINITY)) {
      const exchange = this.#find(id);
      if (exchange && textsOf(exchange).some((text) => forms.some((form) => text.includes(form))))
        this.#ids.push(id);
    }
  }

  #find(id: string): Exchange | undefined {
    return (this.source.find(id) ?? this.source.findSdkCall(id))?.exchange;
  }

  #followEvictions() {
    if (this.source.evicted === this.#evicted) return;
    this.#evicted = this.source.evicted;
    const shown = this.log.exchangesSince(Number.NEGATIVE_INFINITY);
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

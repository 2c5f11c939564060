import type { Exchange, Header } from '../../model/exchange.ts';
import type { Log } from '../../model/log.ts';
import { ExchangeMask } from '../../model/masking/mask-exchange.ts';
import { MaskedLog } from '../../model/masking/masked-log.ts';
import type { NavigationMark } from '../../model/navigation-mark.ts';
import { runInSlices } from '../run-in-slices.ts';
import type { TextsMask } from './texts-mask.ts';

interface Told {
  /** Another log is shown from now on, which is being filled. */
  show(log: Log): void;
  changed(): void;
  /** All that was there is masked. */
  done(): void;
}

/** Keeps the masked log beside the real one, in slices where there is much to do. */
export class MaskRun {
  readonly #mask = new ExchangeMask();
  #masked: MaskedLog | undefined;
  #busy = false;
  #stop = () => {};

  constructor(private readonly told: Told) {}

  begin(source: Log): void {
    this.stop();
    const masked = new MaskedLog(source, this.#mask);
    this.#masked = masked;
    this.#busy = true;
    this.told.show(masked.log);
    this.#stop = runInSlices(
      (isTimeUp) => {
        const done = masked.work(isTimeUp);
        if (done) {
          this.#busy = false;
          this.told.done();
        }
        return done;
      },
      () => this.told.changed(),
    );
  }

  stop(): void {
    this.#stop();
  }

  add(id: string): void {
    this.#masked?.add(id);
    this.#work();
  }

  remove(ids: Iterable<string>): void {
    this.#masked?.remove(ids);
  }

  mark(mark: NavigationMark): void {
    this.#masked?.mark(mark);
  }

  /** One more is masked at once; until all that was there before is gone through, it waits with the rest. */
  #work() {
    if (this.#busy) return;
    this.#masked?.work();
    this.told.changed();
  }

  /** What other views show may hold a value that calls hold too. */
  get texts(): TextsMask {
    const mask = this.#mask;
    const noting =
      <Given, Taken>(give: (given: Given) => Taken) =>
      (given: Given) => {
        const known = mask.size;
        const masked = give(given);
        if (mask.size > known) queueMicrotask(() => this.#work());
        return masked;
      };
    return {
      body: noting((text: string) => mask.texts.body(text)),
      url: noting((text: string) => mask.texts.url(text)),
      text: noting((text: string) => mask.texts.text(text)),
      header: noting((header: Header) => mask.header(header)),
      field: noting((field: Header) => mask.field(field)),
      exchange: noting((exchange: Exchange) => mask.mask(exchange)),
    };
  }
}

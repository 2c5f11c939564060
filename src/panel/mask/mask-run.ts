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
  #stop: (() => void) | undefined;

  constructor(private readonly told: Told) {}

  begin(source: Log): void {
    this.stop();
    const masked = new MaskedLog(source, this.#mask);
    this.#masked = masked;
    this.told.show(masked.log);
    this.#work();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
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

  /** One more is masked at once, unless it is large; while others are being gone through, it waits with them. */
  #work() {
    const masked = this.#masked;
    if (!masked || this.#stop) return;
    let told = -1;
    let done = false;
    let stopped = false;
    this.#stop = () => {
      stopped = true;
    };
    runInSlices(
      (isTimeUp) => {
        done = !stopped && masked.work(isTimeUp);
        if (done) this.#stop = undefined;
        return done || stopped;
      },
      () => {
        if (stopped) return;
        // A large body takes many slices in which there is nothing to draw.
        if (masked.changes !== told || done) this.told.changed();
        told = masked.changes;
        if (done) this.told.done();
      },
    );
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
      get size() {
        return mask.size;
      },
      body: noting((text: string) => mask.texts.body(text)),
      url: noting((text: string) => mask.texts.url(text)),
      text: noting((text: string) => mask.texts.text(text)),
      header: noting((header: Header) => mask.header(header)),
      field: noting((field: Header) => mask.field(field)),
      exchange: noting((exchange: Exchange) => mask.mask(exchange)),
    };
  }
}

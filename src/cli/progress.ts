import { printable } from '../model/printable.ts';
import type { Output } from './streams.ts';

/** What is done sooner needs no progress, in ms. */
const PATIENCE = 700;
/** Between two looks at it, in ms. */
const PAUSE = 100;

/** Tells on a terminal how far the reading of a file is, where it takes long. */
export class Progress {
  readonly #begunAt = Date.now();
  #read = 0;
  #nextAt = this.#begunAt + PATIENCE;
  #shown = false;

  constructor(
    private readonly name: string,
    /** In bytes; undefined where it is not known. */
    private readonly size: number | undefined,
    private readonly output: Output,
  ) {}

  add(bytes: number): void {
    this.#read += bytes;
    if (!this.output.isTTY || Date.now() < this.#nextAt) return;
    this.#nextAt = Date.now() + PAUSE;
    this.#shown = true;
    const far = this.size ? `${Math.min(100, Math.floor((this.#read / this.size) * 100))}%` : '';
    const megabytes = `${(this.#read / 1_000_000).toFixed(0)} MB`;
    this.output.write(`\r\x1b[KReading ${printable(this.name)} … ${far || megabytes}`);
  }

  /** Takes the line away again. */
  end(): void {
    if (this.#shown) this.output.write('\r\x1b[K');
  }
}

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { Log } from '../../model/log.ts';
import type { NavigationMark } from '../../model/navigation-mark.ts';
import type { MaskRun } from './mask-run.ts';
import type { TextsMask } from './texts-mask.ts';

/**
 * The log as it is shown while Mask is on. Nothing is shown before it is masked: until the code is loaded and all
 * calls are gone through, `shown` is a log of those that are ready.
 */
export class ScreenMask {
  readonly #texts: Signal<TextsMask | undefined> = signal(undefined);
  readonly #preparing = signal(false);
  #source: Log;
  #run: MaskRun | undefined;
  #shown: Log | undefined;

  /** `changed` is called with every change of what is shown; with `true` where another log is shown from now on. */
  constructor(
    source: Log,
    private readonly changed: (another: boolean) => void,
  ) {
    this.#source = source;
  }

  /** The masked log; undefined while Mask is off. */
  get shown(): Log | undefined {
    return this.#shown;
  }

  /** Masks other texts with the same stand-ins; undefined while Mask is off, or not ready. */
  get texts(): ReadonlySignal<TextsMask | undefined> {
    return this.#texts;
  }

  /** Calls are still being masked. */
  get preparing(): ReadonlySignal<boolean> {
    return this.#preparing;
  }

  switch(on: boolean): void {
    if (on === (this.#shown !== undefined)) return;
    this.#run?.stop();
    this.#run = undefined;
    this.#texts.value = undefined;
    const empty = on ? new Log() : undefined;
    this.#shown = empty;
    this.#preparing.value = on;
    this.changed(true);
    if (!on) return;
    import('./mask-run.ts').then(
      ({ MaskRun }) => {
        // It may have been switched off meanwhile, and on again.
        if (empty === undefined || this.#shown === undefined || this.#run) return;
        this.#run = new MaskRun({
          show: (log) => {
            this.#shown = log;
            this.#preparing.value = true;
            this.changed(true);
          },
          changed: () => this.changed(false),
          done: () => {
            this.#preparing.value = false;
          },
        });
        this.#texts.value = this.#run.texts;
        this.#run.begin(this.#source);
      },
      (error: unknown) => console.error(error),
    );
  }

  /** Another log has taken the place of the source; stand-ins stay as they are. */
  follow(source: Log): void {
    this.#source = source;
    if (this.#run) this.#run.begin(source);
    else if (this.#shown) this.#shown = new Log();
  }

  /** The source has got an exchange. */
  add(id: string): void {
    this.#run?.add(id);
  }

  remove(ids: Iterable<string>): void {
    this.#run?.remove(ids);
  }

  mark(mark: NavigationMark): void {
    this.#run?.mark(mark);
  }
}

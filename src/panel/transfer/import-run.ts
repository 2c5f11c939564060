import { type Signal, signal } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import type { ImportOutcome } from '../../model/har/describe-import.ts';
import { isFromFile } from '../../model/is-from-file.ts';
import { activeRoutes } from '../../model/routes/stored-route.ts';
import type { Store } from '../store.ts';
import { givingWay } from './give-way.ts';
import { importFile } from './import-file.ts';

/** A file that is being read, or was. */
export interface ImportedFile {
  name: string;
  /** In bytes. */
  size: number;
  /** In bytes. */
  read: number;
  /** V3 calls so far. */
  calls: number;
  state: 'waiting' | 'reading' | 'cancelled' | ImportOutcome;
}

/** Between two reports of progress, in ms: with each, all that has come is drawn. */
const PAUSE = 500;
/** So many calls are taken out again at once. */
const PORTION = 500;

/** Reads files into the log, one after the other. */
export class ImportRun {
  readonly files: Signal<readonly ImportedFile[]> = signal([]);
  readonly busy = signal(false);
  readonly #waiting: File[] = [];
  #stop = new AbortController();

  constructor(private readonly store: Store) {}

  /** Adds files to those that are to be read, and begins with them. */
  async add(files: readonly File[]): Promise<void> {
    if (!this.busy.peek()) this.files.value = [];
    this.#waiting.push(...files);
    this.files.value = [
      ...this.files.value,
      ...files.map(({ name, size }): ImportedFile => ({ name, size, read: 0, calls: 0, state: 'waiting' })),
    ];
    if (this.busy.peek()) return;
    this.busy.value = true;
    this.#stop = new AbortController();
    for (let at = 0; at < this.files.value.length; at++) {
      const file = this.#waiting.shift();
      if (file) await this.#read(file, at);
    }
    this.busy.value = false;
  }

  /** Stops. What came of the file that was being read goes again; what was read before stays. */
  cancel(): void {
    this.#stop.abort();
  }

  /** Takes all calls that came from files out of the log. */
  async removeAll(): Promise<void> {
    this.files.value = [];
    const imported = this.store.log.exchanges().filter(isFromFile);
    await this.#remove(imported.map(({ id }) => id));
  }

  async #read(file: File, at: number): Promise<void> {
    const { signal } = this.#stop;
    const { store } = this;
    if (signal.aborted) return this.#tell(at, { state: 'cancelled' });
    this.#tell(at, { state: 'reading' });
    const before = new Set(store.log.exchanges().map(traitsOf));
    const evicted = store.log.evicted;
    const ids: string[] = [];
    let calls = 0;
    let known = 0;
    let read = 0;
    let tellAt = 0;
    const end = await importFile(file, {
      routes: activeRoutes(store.settings.peek().routes),
      signal,
      onPiece: (exchanges, bytes) => {
        const fresh = exchanges.filter((exchange) => !before.has(traitsOf(exchange)));
        calls += store.recordAll(fresh).length;
        known += exchanges.length - fresh.length;
        for (const { id } of fresh) ids.push(id);
        read += bytes;
        const now = performance.now();
        if (now < tellAt) return;
        tellAt = now + PAUSE;
        this.#tell(at, { read, calls });
      },
    });
    if (!end) {
      await this.#remove(ids);
      return this.#tell(at, { state: 'cancelled', calls: 0 });
    }
    const { doubles } = end;
    calls -= doubles.filter((id) => store.log.find(id)).length;
    store.remove(doubles);
    this.#tell(at, {
      read,
      calls,
      state: { calls, known, dropped: Math.max(0, store.log.evicted - evicted), end },
    });
  }

  async #remove(ids: readonly string[]): Promise<void> {
    const giveWay = givingWay();
    for (let at = 0; at < ids.length; at += PORTION) {
      this.store.remove(ids.slice(at, at + PORTION));
      await giveWay();
    }
  }

  #tell(at: number, change: Partial<ImportedFile>) {
    this.files.value = this.files.value.map((file, index) => (index === at ? { ...file, ...change } : file));
  }
}

/** Equal for an exchange and for what was exported of it, masked or not: stand-ins are as long as their values. */
const traitsOf = ({ startedAt, duration, request }: Exchange): string =>
  `${startedAt} ${duration} ${request.method} ${request.url.length}`;

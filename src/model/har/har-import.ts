import type { Exchange } from '../exchange.ts';
import { mayBeSdkCall } from '../flows/sdk-call.ts';
import { mayBeV3 } from '../routes/match-operation.ts';
import type { Route } from '../routes/route.ts';
import { HarFile, type HarItem } from './har-file.ts';
import type { EntryTrouble, HarTrouble } from './har-trouble.ts';
import type { HarReading } from './read-har-entry.ts';
import { isWorkerDouble } from './worker-double.ts';

/** So many broken entries are told one by one; the others are counted. */
const TOLD = 5;

/** What became of a HAR beside its exchanges. */
export interface ImportEnd {
  entries: number;
  /** The first broken entries, counted from 0. */
  broken: readonly { entry: number; trouble: EntryTrouble }[];
  /** All broken entries, the told ones among them. */
  brokenCount: number;
  /** Ids of exchanges that have turned out to be a service worker's own halves of others: they count once. */
  doubles: readonly string[];
  /** Why the file is no complete HAR; absent where it is one. */
  trouble?: HarTrouble;
}

interface ImportOptions {
  /** Begins the id of each exchange; tells this import from all others. */
  prefix: string;
  routes: readonly Route[];
}

/** Reads a HAR while its bytes come in, and hands over each exchange that may be of interest, marked as imported. */
export class HarImport {
  readonly #har: HarFile;
  readonly #broken: { entry: number; trouble: EntryTrouble }[] = [];
  readonly #pages: HarReading[] = [];
  readonly #lone: { id: string; reading: HarReading }[] = [];
  #brokenCount = 0;
  #entries = 0;

  constructor(
    private readonly onExchange: (exchange: Exchange) => void,
    private readonly options: ImportOptions,
  ) {
    const { routes } = options;
    this.#har = new HarFile((item) => this.#take(item), {
      wants: (url) => mayBeV3(url, routes) || mayBeSdkCall(url),
    });
  }

  push(bytes: Uint8Array): void {
    this.#har.push(bytes);
  }

  /** To be called after the last byte, or after the last one that could be read: then with the reason why. */
  end(cut?: HarTrouble): ImportEnd {
    const trouble = cut ?? this.#har.end();
    return {
      entries: this.#entries,
      broken: this.#broken,
      brokenCount: this.#brokenCount,
      doubles: this.#doubles(),
      ...(trouble && { trouble }),
    };
  }

  #take(item: HarItem) {
    const entry = this.#entries++;
    if (item.kind === 'broken') {
      this.#brokenCount++;
      if (this.#broken.length < TOLD) this.#broken.push({ entry, trouble: item.trouble });
    }
    if (item.kind !== 'read') return;
    const { reading } = item;
    // Calls of the same ms stay in the order of the file, which ids of equal length keep.
    const id = `${this.options.prefix}-${String(entry).padStart(8, '0')}`;
    if (reading.viaServiceWorker) this.#pages.push(reading);
    else if (!reading.ofPage) this.#lone.push({ id, reading });
    this.onExchange({ ...reading.exchange, id, origin: 'imported' });
  }

  /** Each call that a service worker answered has one other half at the most. */
  #doubles(): string[] {
    if (this.#pages.length === 0) return [];
    const pages = new Map<string, HarReading[]>();
    for (const page of this.#pages) {
      const request = requestOf(page);
      const alike = pages.get(request);
      if (alike) alike.push(page);
      else pages.set(request, [page]);
    }
    return this.#lone.flatMap(({ id, reading }) => {
      const alike = pages.get(requestOf(reading)) ?? [];
      const at = alike.findIndex((page) => isWorkerDouble(page.exchange, reading.exchange));
      if (at >= 0) alike.splice(at, 1);
      return at >= 0 ? [id] : [];
    });
  }
}

const requestOf = ({ exchange: { request } }: HarReading): string => `${request.method} ${request.url}`;

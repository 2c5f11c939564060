import type { HarReading } from '../model/har/read-har-entry.ts';
import { isWorkerDouble } from '../model/har/worker-double.ts';

interface Seen {
  reading: HarReading;
  id: string;
}

/**
 * In Chromium a call that a service worker passes on shows twice: as the page's request and as the
 * worker's own, which lies within it. One row is enough, and only the page's has the content.
 */
export class ServiceWorkerPairs {
  #workers: Seen[] = [];
  #pages: Seen[] = [];

  /** The id under which the worker's half of this request went out already, if it did. */
  idFor(page: HarReading): string | undefined {
    if (!page.viaServiceWorker) return undefined;
    const at = this.#workers.findIndex(({ reading }) => encloses(page, reading));
    return this.#workers.splice(at, at < 0 ? 0 : 1)[0]?.id;
  }

  /** Remembers a half; false for a worker's half whose page's half is there already. */
  keep(reading: HarReading, id: string): boolean {
    if (reading.viaServiceWorker) this.#pages = [...this.#pages.slice(-20), { reading, id }];
    else if (!reading.ofPage) {
      const at = this.#pages.findIndex(({ reading: page }) => encloses(page, reading));
      if (at >= 0) {
        this.#pages.splice(at, 1);
        return false;
      }
      this.#workers = [...this.#workers.slice(-20), { reading, id }];
    }
    return true;
  }
}

const encloses = (page: HarReading, worker: HarReading): boolean =>
  isWorkerDouble(page.exchange, worker.exchange);

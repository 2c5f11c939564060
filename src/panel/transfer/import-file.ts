import type { Exchange } from '../../model/exchange.ts';
import type { ImportEnd } from '../../model/har/har-import.ts';
import type { Route } from '../../model/routes/route.ts';
import type { ImportNews, ImportOrder } from './import-worker.ts';
import { ExchangeUnpacker } from './pack-exchanges.ts';

interface ImportOptions {
  routes: readonly Route[];
  signal: AbortSignal;
  /** Gets what a piece of the file held, and how many bytes it had; each piece is a task of its own. */
  onPiece: (exchanges: readonly Exchange[], bytes: number) => void;
}

let imports = 0;

const newWorker = () => new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });

let prepared: Worker | undefined;

/** Starts the worker of the next import while its file is being chosen: that takes as long as to read some MB. */
export function prepareImport(): void {
  if (prepared) return;
  const worker = newWorker();
  prepared = worker;
  worker.onerror = (event) => {
    event.preventDefault();
    // The import tries again, and tells.
    if (prepared === worker) prepared = undefined;
  };
}

/** Reads a HAR in a worker. Undefined where it was stopped; a file that cannot be read has a `trouble`. */
export function importFile(
  file: Blob,
  { routes, signal, onPiece }: ImportOptions,
): Promise<ImportEnd | undefined> {
  const worker = prepared ?? newWorker();
  prepared = undefined;
  const { port1, port2 } = new MessageChannel();
  const unpacker = new ExchangeUnpacker();
  return new Promise<ImportEnd | undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(unread(event.message));
    };
    port1.onmessage = ({ data }: MessageEvent<ImportNews>) => {
      if (signal.aborted) return;
      if (data.kind === 'end') return resolve(data.end);
      onPiece(unpacker.unpack(data.packed), data.bytes);
      port1.postMessage(null);
    };
    imports++;
    const prefix = `imported-${String(imports).padStart(4, '0')}`;
    const order: ImportOrder = { file, prefix, routes, port: port2 };
    worker.postMessage(order, [port2]);
  }).finally(() => {
    worker.terminate();
    port1.close();
  });
}

const unread = (why: string): ImportEnd => ({
  entries: 0,
  broken: [],
  brokenCount: 0,
  doubles: [],
  trouble: { code: 'worker-failed', detail: why },
});

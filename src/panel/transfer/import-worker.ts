import type { Exchange } from '../../model/exchange.ts';
import { HarImport, type ImportEnd } from '../../model/har/har-import.ts';
import type { HarTrouble } from '../../model/har/har-trouble.ts';
import type { Route } from '../../model/routes/route.ts';
import { ExchangePacker } from './pack-exchanges.ts';

// Runs in a worker: reads a HAR off the main thread and hands over what it finds, piece by piece.

/** What the panel asks of the worker. */
export interface ImportOrder {
  file: Blob;
  /** Begins the id of each exchange. */
  prefix: string;
  routes: readonly Route[];
  /** Tells `ImportNews`; hears one message for each piece that was dealt with. */
  port: MessagePort;
}

/** What the worker tells; `ExchangeUnpacker` reads what is packed. */
export type ImportNews = { kind: 'piece'; packed: string; bytes: number } | { kind: 'end'; end: ImportEnd };

/** So much is read at once, in bytes: what comes of it is dealt with in a few ms. */
const PIECE = 524_288;
/** So many pieces may wait to be dealt with; then the worker waits. */
const AHEAD = 32;

addEventListener('message', ({ data }: MessageEvent<ImportOrder>) => {
  void read(data);
});

async function read({ file, prefix, routes, port }: ImportOrder): Promise<void> {
  const tell = (news: ImportNews) => port.postMessage(news);
  const packer = new ExchangePacker();
  let found: Exchange[] = [];
  let waiting = 0;
  let goOn = () => {};
  port.onmessage = () => {
    waiting--;
    goOn();
  };
  const har = new HarImport((exchange) => found.push(exchange), { prefix, routes });
  let cut: HarTrouble | undefined;
  try {
    const reader = file.stream().getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.length; at += PIECE) {
        const piece = value.subarray(at, at + PIECE);
        har.push(piece);
        tell({ kind: 'piece', packed: packer.pack(found), bytes: piece.length });
        found = [];
        waiting++;
        if (waiting >= AHEAD) await new Promise<void>((resolve) => (goOn = resolve));
      }
    }
  } catch (error) {
    cut = { code: 'unread', detail: error instanceof Error ? error.message : String(error) };
  }
  const end = har.end(cut);
  // The last entry may have been found in what stands around the others.
  tell({ kind: 'piece', packed: packer.pack(found), bytes: 0 });
  tell({ kind: 'end', end });
}

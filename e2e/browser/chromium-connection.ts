import { type Browser, type ConnectOverCDPTransport, chromium, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { z } from '../../src/schemas/zod.ts';

/** What is looked at of a message to Chromium. */
interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
}

const answer = z.looseObject({});

/** Connects Playwright to the debugging interface of a Chromium, by the address of its web socket. */
export async function connectTo(address: string): Promise<Browser> {
  // Playwright's own connection packs messages, which costs both sides more than all the rest that they do for one.
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return chromium.connectOverCDP(new PlainTransport(socket));
}

/** The pages that a connection knows of. */
export const pagesOf = (browser: Browser): Page[] => browser.contexts().flatMap((context) => context.pages());

/** Messages as they are, less those about the resources of DevTools. */
class PlainTransport implements ConnectOverCDPTransport {
  onmessage?: (message: object) => void;
  onclose?: (reason?: string) => void;
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#deliver(answer.parse(JSON.parse(String(data)))));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.onclose?.());
  }

  send(message: Message): void {
    // Opening DevTools would be told in hundreds of events, for which nobody waits.
    if (message.method === 'Network.enable') {
      const { id, sessionId } = message;
      this.#deliver({ id, result: {}, ...(sessionId && { sessionId }) });
    } else if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  close(): void {
    this.#socket.close();
  }

  /** Hands a message over when what the one before it set off is done. */
  #deliver(message: object): void {
    setImmediate(() => this.onmessage?.(message));
  }
}

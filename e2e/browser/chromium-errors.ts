import type { CDPSession, Frame, Page } from '@playwright/test';
import { atMost } from './until.ts';

interface RemoteObject {
  description?: string;
  value?: unknown;
}

const inWords = ({ description, value }: RemoteObject) => description ?? JSON.stringify(value);

/** Collects the errors of documents in Chromium, those from before it was told of the document included. */
export class ChromiumErrors {
  readonly #errors: string[] = [];
  readonly #sessions: CDPSession[] = [];
  readonly #known = new WeakSet<Page | Frame>();

  /** The errors so far, each with the name of its document in front. */
  async all(): Promise<string[]> {
    // An answer comes after all that happened before it. A document that has gone gives none.
    const ask = (session: CDPSession) =>
      session.send('Runtime.evaluate', { expression: '0' }).catch(() => undefined);
    await atMost(2_000, Promise.all(this.#sessions.map(ask)));
    return [...this.#errors];
  }

  /** Follows a document from now on, under a name; a second call for the same one does nothing. */
  async follow(document: Page | Frame, name: string): Promise<void> {
    if (this.#known.has(document)) return;
    this.#known.add(document);
    const page = 'page' in document ? document.page() : document;
    const session = await page.context().newCDPSession(document);
    this.#sessions.push(session);
    this.#listen(session, name);
    // Both replay what happened before.
    await session.send('Runtime.enable');
    await session.send('Log.enable');
  }

  #listen(session: CDPSession, name: string): void {
    const add = (text: string) => this.#errors.push(`${name}: ${text}`);
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
      add(exception ? `${text} ${inWords(exception)}` : text);
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error' || type === 'assert') add(`console.${type} ${args.map(inWords).join(' ')}`);
    });
    session.on('Log.entryAdded', ({ entry: { source, level, text } }) => {
      // A failed request is what many specs are about; a violated policy never is.
      if (level === 'error' && (source === 'security' || source === 'violation')) add(text);
    });
  }
}

import type { Runtime } from 'webextension-polyfill';
import { exchangeSchema } from '../model/exchange-schema.ts';
import { z } from '../schemas/zod.ts';
import browser from './browser.ts';

/** What the devtools page tells the panel, in the order in which it happened. */
const recorderEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('exchange'), exchange: exchangeSchema }),
  z.object({ type: z.literal('navigated'), url: z.string(), at: z.number() }),
  /** When recording began, in ms since the epoch; told to each panel that is opened. */
  z.object({ type: z.literal('began'), at: z.number() }),
  z.object({ type: z.literal('seen'), requests: z.number() }),
  /** An answer to `reconcile`: so many calls had been missed; null where the browser did not say. */
  z.object({ type: z.literal('looked'), found: z.number().nullable() }),
]);
export type RecorderEvent = z.infer<typeof recorderEvent>;

/** A request that the panel is about to send from the page. */
const expectedSend = z.object({
  id: z.string(),
  /** The `sourceURL` of the script that sends it. */
  script: z.string(),
  method: z.string(),
  url: z.string(),
  body: z.string(),
  /** ms since the epoch. */
  at: z.number(),
  followRedirects: z.boolean(),
});
export type ExpectedSend = z.infer<typeof expectedSend>;

/** What the panel asks of the devtools page. */
const panelRequest = z.discriminatedUnion('type', [
  /** `at`: when its user pressed the button, in ms since the epoch. */
  z.object({ type: z.literal('record'), on: z.boolean(), at: z.number() }),
  z.object({ type: z.literal('shown') }),
  z.object({ type: z.literal('reconcile') }),
  z.object({ type: z.literal('expect'), send: expectedSend }),
]);
export type PanelRequest = z.infer<typeof panelRequest>;

/** Each DevTools window has its own pair of pages; the inspected tab tells them apart. */
const channelName = () => `log of tab ${browser.devtools.inspectedWindow.tabId}`;

/** The most that is kept until the panel is opened. */
const QUEUE = 20_000;

/** The devtools page's end: queues events until a panel is there, then hands them over as they come. */
export class RecorderEnd {
  #queue: RecorderEvent[] = [];
  #port: Runtime.Port | undefined;
  #flushAt = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onOpened` is called when a panel connects, `onRequest` for each thing that it asks. */
  constructor(onOpened: () => void, onRequest: (request: PanelRequest) => void) {
    browser.runtime.onConnect.addListener((port) => {
      if (port.name !== channelName()) return;
      this.#port = port;
      port.onDisconnect.addListener(() => {
        if (this.#port === port) this.#port = undefined;
      });
      port.onMessage.addListener((message) => {
        const request = panelRequest.safeParse(message);
        if (request.success) onRequest(request.data);
      });
      this.#flush();
      onOpened();
    });
  }

  send(event: RecorderEvent): void {
    // A count replaces the one before it, and can wait.
    const counts = event.type === 'seen';
    if (counts && this.#queue.at(-1)?.type === 'seen') this.#queue.pop();
    this.#queue.push(event);
    if (this.#queue.length > QUEUE) this.#queue.shift();
    this.#flushWithin(counts ? 500 : 16);
  }

  #flushWithin(ms: number) {
    const due = performance.now() + ms;
    if (!this.#port || due >= this.#flushAt) return;
    this.#flushAt = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), ms);
  }

  #flush() {
    this.#flushAt = Number.POSITIVE_INFINITY;
    if (!this.#port || this.#queue.length === 0) return;
    this.#port.postMessage(this.#queue);
    this.#queue = [];
  }
}

/** The panel's end. `onClosed` tells that the extension was reloaded or updated under the open panel. */
export function connectToRecorder(onEvents: (events: RecorderEvent[]) => void, onClosed: () => void) {
  const port = browser.runtime.connect({ name: channelName() });
  port.onMessage.addListener((message) => {
    const events = z.array(recorderEvent).safeParse(message);
    if (events.success) onEvents(events.data);
    else console.error('A message of the devtools page could not be read', events.error);
  });
  port.onDisconnect.addListener(onClosed);
  return { ask: (request: PanelRequest): void => port.postMessage(request) };
}

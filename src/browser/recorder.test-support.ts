import { expect, vi } from 'vitest';
import type { Exchange } from '../model/exchange.ts';
import type { DevtoolsNetwork, FinishedRequest } from './network.ts';
import { Recorder } from './recorder.ts';
import type { RecorderEvent } from './recorder-messages.ts';

/** Where the calls of these tests go, unless they say otherwise. */
export const MFA = 'https://platform.uat.proveapis.com/v3/mfa';

/** What a test says of an entry. */
export interface EntryOptions {
  url?: string;
  method?: string;
  body?: string;
  /** ms after the page began. */
  at?: number;
  status?: number;
  time?: number;
  /** What only one browser tells. */
  request?: object;
  response?: object;
  entry?: object;
}

/** When the page began, in ms since the epoch. */
export const began = Date.now() + 1000;

/** A HAR entry as Chromium tells it. */
export const entry = ({
  url = MFA,
  method = 'POST',
  body = '{"possessionType":"mobile"}',
  at = 0,
  status = 200,
  time = 12.5,
  ...more
}: EntryOptions = {}) => ({
  startedDateTime: new Date(began + at).toISOString(),
  time,
  pageref: 'page_1',
  request: { method, url, headers: [], postData: { text: body }, ...more.request },
  response: {
    status,
    statusText: '',
    headers: [],
    content: { size: 2, mimeType: 'application/json' },
    _error: null,
    ...more.response,
  },
  ...more.entry,
});

type Entry = ReturnType<typeof entry>;

/** A network that a test moves by hand. */
class PlayedNetwork implements DevtoolsNetwork {
  har: Entry[] = [];
  constructor(readonly harCostsCalls: boolean) {}
  isNew = true;
  #finished: (request: FinishedRequest) => void = () => undefined;
  #navigated: (url: string) => void = () => undefined;

  onRequestFinished(listener: (request: FinishedRequest) => void) {
    this.#finished = listener;
  }

  onNavigated(listener: (url: string) => void) {
    this.#navigated = listener;
  }

  /** How often `getHAR()` was asked. */
  asked = 0;
  getHar = async () => {
    this.asked++;
    return this.har.map(asRequest);
  };
  newDocument = async () => (this.isNew ? began : undefined);

  finish(raw: Entry, content: string | (() => string) = '{}') {
    const getContent = async () => ({ text: typeof content === 'string' ? content : content() });
    this.#finished({ ...asRequest(raw), getContent });
  }

  navigate(url: string) {
    this.#navigated(url);
  }
}

const asRequest = (raw: Entry): FinishedRequest => ({
  url: raw.request.url,
  raw,
  getContent: async () => undefined,
});

/** A recorder that has begun, with all that it tells. */
export async function record({ as = 'chromium' }: { as?: 'chromium' | 'firefox' } = {}) {
  const network = new PlayedNetwork(as === 'firefox');
  const events: RecorderEvent[] = [];
  const recorder = new Recorder(network, (event) => events.push(event));
  recorder.start();
  const exchanges = (): Exchange[] =>
    events.flatMap((event) => (event.type === 'exchange' ? [event.exchange] : []));
  /** Waits until the recorder has told of so many calls; the next one is the proof that no more came. */
  const calls = async (count: number) => {
    await vi.waitFor(() => expect(exchanges().length).toBeGreaterThanOrEqual(count), { timeout: 5_000 });
    return exchanges();
  };
  // The recorder's own first look at getHAR() is over.
  await everythingSoFar();
  expect(network.asked).toBe(as === 'chromium' ? 1 : 0);
  return { network, recorder, events, calls, exchanges };
}

/** Lets all promises that need no timer come to their end. */
export const everythingSoFar = () => new Promise((resolve) => setImmediate(resolve));

/** Settles what is under way: a last call that is told comes after everything before it. */
export async function settle({ network, calls }: Awaited<ReturnType<typeof record>>, so_far: number) {
  await everythingSoFar();
  network.finish(entry({ body: '{"last":true}', at: 9_000 }));
  const all = await calls(so_far + 1);
  return all.slice(0, -1);
}

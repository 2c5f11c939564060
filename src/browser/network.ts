import { isObject } from '../model/is-object.ts';
import { nextTask } from '../model/next-task.ts';
import { z } from '../schemas/zod.ts';
import browser from './browser.ts';
import { evaluateInPage } from './evaluate-in-page.ts';
import { within } from './within.ts';

/** A request as the browser's network monitor tells of it. */
export interface FinishedRequest {
  url: string;
  /** The HAR entry. */
  raw: unknown;
  /** The answer's content, or undefined where the entry holds it already or there is none. */
  getContent(): Promise<{ text: string; encoding?: string } | undefined>;
}

/** What the recorder needs of `devtools.network`; a test can play it. */
export interface DevtoolsNetwork {
  /**
   * Firefox: while `getHAR()` answers, its network monitor forgets calls that begin, for good; and of a call
   * that a preflight stopped it tells in `getHAR()` only. So there `getHAR()` is for need, and preflights are read.
   */
  readonly harCostsCalls: boolean;
  onRequestFinished(listener: (request: FinishedRequest) => void): void;
  onNavigated(listener: (url: string) => void): void;
  /** Rejects where the browser cannot tell now. */
  getHar(): Promise<FinishedRequest[]>;
  /** When the page's document began, in ms since the epoch; undefined where it is the one that was last asked for. */
  newDocument(): Promise<number | undefined>;
}

const harLog = z.object({ entries: z.array(z.unknown()) });
const contentPair = z.tuple([z.string().nullish(), z.string().nullish()]);
const documentTimesSchema = z.tuple([z.number(), z.number()]);
/** The origin may drift from the clock while a machine sleeps. */
const DOCUMENT_TIMES = '[performance.timeOrigin, Date.now() - performance.now()]';

/** How long the page may take to answer what document it has, in ms; a page held by a debugger never does. */
const EVAL_TIMEOUT = 1_000;
/** So often it is asked again at once; then after so many ms each. */
const PROMPT_TRIES = 5;
const EVAL_PAUSE = 30;
/** So late, in ms, a navigation may be told of; a document that began earlier was taken out of the browser's cache. */
const LATE = 10_000;

/** The network of the page that this DevTools inspects. */
export function inspectedNetwork(): DevtoolsNetwork {
  let knownDocument: number | undefined;
  return {
    harCostsCalls: 'getBrowserInfo' in browser.runtime,
    onRequestFinished: (listener) =>
      browser.devtools.network.onRequestFinished.addListener((request) => {
        const finished = toFinished(request);
        if (finished) listener(finished);
      }),
    onNavigated: (listener) => browser.devtools.network.onNavigated.addListener(listener),
    getHar: async () => {
      const { entries } = harLog.parse(await new Promise((resolve) => callGetHar(resolve)));
      return entries.flatMap((entry) => toFinished(entry) ?? []);
    },
    newDocument: async () => {
      const asked = Date.now();
      const [origin, began] = (await documentTimes()) ?? [undefined, asked];
      if (origin !== undefined && origin === knownDocument) return undefined;
      knownDocument = origin;
      return Math.max(asked - LATE, Math.min(asked, Math.floor(began)));
    },
  };
}

/**
 * What tells the page's document from others, and when it began by the clock of its requests, in ms since the
 * epoch. A page that has just been navigated needs a moment to tell, so it is asked again.
 */
async function documentTimes(): Promise<[origin: number, began: number] | undefined> {
  const deadline = performance.now() + EVAL_TIMEOUT;
  for (let tries = 1; performance.now() < deadline; tries++) {
    const answer = await within(EVAL_TIMEOUT, evaluateInPage(DOCUMENT_TIMES));
    const { data: times } = documentTimesSchema.safeParse(answer);
    if (times) return times;
    // In Chromium the timers of this hidden page may take a second, and Firefox may refuse a thousand times in one.
    if (tries <= PROMPT_TRIES) await nextTask();
    else await new Promise((resolve) => setTimeout(resolve, EVAL_PAUSE));
  }
  return undefined;
}

/** `getHAR` takes a callback in both browsers; the polyfill leaves it as it is. */
function callGetHar(callback: (log: unknown) => void): void {
  const getHar: unknown = Reflect.get(browser.devtools.network, 'getHAR');
  if (typeof getHar !== 'function') {
    callback(undefined);
    return;
  }
  const answer = (log: unknown) => {
    // Firefox refuses while its network monitor is being set up; an error that nobody looks at is reported as one of ours.
    void browser.runtime.lastError;
    callback(log);
  };
  Reflect.apply(getHar, browser.devtools.network, [answer]);
}

/** By hand: all requests of a busy page come through here. */
function toFinished(raw: unknown): FinishedRequest | undefined {
  const url = isObject(raw) && isObject(raw.request) ? raw.request.url : undefined;
  return typeof url === 'string' ? { url, raw, getContent: () => contentOf(raw) } : undefined;
}

function contentOf(raw: unknown): Promise<{ text: string; encoding?: string } | undefined> {
  return new Promise((resolve) => {
    const getContent: unknown =
      typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'getContent') : undefined;
    if (typeof getContent !== 'function') return resolve(undefined);
    const take = (pair: unknown) => resolve(readContent(pair));
    // The polyfill's requests promise a pair; the entries of Chromium's getHAR() call back with two arguments.
    const promised: unknown = Reflect.apply(getContent, raw, [(...pair: unknown[]) => take(pair)]);
    if (promised instanceof Promise) promised.then(take, () => resolve(undefined));
  });
}

/** Chromium tells the encoding; Firefox tells the type, and has base64 for what is no text. */
function readContent(pair: unknown): { text: string; encoding?: string } | undefined {
  const { data } = contentPair.safeParse(pair);
  const [text, note] = data ?? [];
  if (typeof text !== 'string') return undefined;
  const isType = note?.includes('/') === true;
  const encoded = isType ? !/^text\/|json|xml|javascript|html|urlencoded/.test(note) : note === 'base64';
  return encoded && /^[A-Za-z0-9+/\s]*={0,2}$/.test(text) ? { text, encoding: 'base64' } : { text };
}

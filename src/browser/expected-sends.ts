import { isRedirect } from '../model/compose/complete-replay.ts';
import { type Exchange, headerValue } from '../model/exchange.ts';
import type { HarReading } from '../model/har/read-har-entry.ts';
import type { ExpectedSend } from './recorder-messages.ts';

/** So many sends are waited for at once. */
const MEMORY = 50;

/** The sends from the page whose requests the browser will tell of, too. */
export class ExpectedSends {
  #expected: Expected[] = [];

  add(send: ExpectedSend): void {
    this.#expected = [...this.#expected.slice(-MEMORY), send];
  }

  /** The send that a request is of, which is then no longer expected; undefined where it is the page's own. */
  take({ exchange, scripts }: HarReading): Expected | undefined {
    const { method, url, body } = exchange.request;
    const found = this.#expected.find((send) => {
      if (scripts.length > 0) return scripts.includes(send.script);
      if (send.over) return false;
      // Firefox names no script, cuts long bodies, and forgets the body of a call that failed.
      const same = body?.truncated ? send.body.startsWith(body.text) : send.body === (body?.text ?? '');
      return same && send.method === method && send.url === url && exchange.startedAt >= send.at - 5;
    });
    if (!found) return undefined;
    const others = this.#expected.filter((send) => send !== found);
    const next = redirectTarget(exchange);
    // Where a redirect leads shows as another request, which is the same send; Chromium tells of it, as aborted,
    // also where it is not followed.
    this.#expected = next ? [...others, { ...found, ...next, over: !found.followRedirects }] : others;
    return found;
  }
}

/** `over`: its answer was a redirect that it does not follow. */
type Expected = ExpectedSend & { over?: boolean };

/** What a browser asks for next when an answer leads elsewhere. */
function redirectTarget({
  request,
  response,
}: Pick<Exchange, 'request' | 'response'>): Partial<ExpectedSend> | undefined {
  const location = response && isRedirect(response.status) && headerValue(response.headers, 'location');
  const target = location && URL.canParse(location, request.url) && new URL(location, request.url);
  if (!target) return undefined;
  const becomesGet = response.status === 303 || (response.status < 303 && request.method === 'POST');
  return { url: target.href, ...(becomesGet && { method: 'GET', body: '' }) };
}

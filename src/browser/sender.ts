import type { SendOptions, SendOutcome, WireRequest } from '../model/compose/send.ts';
import { hostAccess } from './choose-host-access.ts';
import { evaluateInPage } from './evaluate-in-page.ts';
import type { HostAccess } from './host-access.ts';
import type { ExpectedSend } from './recorder-messages.ts';
import { sendFromExtension } from './send-from-extension.ts';
import { sendFromPage } from './send-from-page.ts';
import { within } from './within.ts';

/** How long the page may take to tell its origin, in ms. */
const ORIGIN_TIMEOUT = 1_000;

export interface Sender {
  send(request: WireRequest, options: SendOptions): Promise<SendOutcome>;
  hostAccess: Pick<HostAccess, 'has' | 'request'>;
  pageOrigin(): Promise<string | undefined>;
}

/** Sends requests both ways. `expect` tells the recorder of a send from the page before it is made. */
export function createSender(expect: (send: ExpectedSend) => void): Sender {
  const access = hostAccess();
  return {
    send: (request, options) =>
      options.way === 'page'
        ? sendFromPage(request, options, expect)
        : sendFromExtension(request, options, access),
    hostAccess: {
      has: (origin) => access.has(origin),
      request: (origin) => access.request(origin),
    },
    pageOrigin: async () => {
      const origin = await within(ORIGIN_TIMEOUT, evaluateInPage('location.origin'));
      return typeof origin === 'string' && /^https?:/.test(origin) ? origin : undefined;
    },
  };
}

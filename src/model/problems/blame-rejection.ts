import { failureDetails } from '../compose/describe-failure.ts';
import type { Failure } from '../exchange.ts';
import { parseUrl } from '../url.ts';

/** What is known when a page's fetch has rejected: the error itself says next to nothing, by design. */
export interface Rejection {
  /** The error's own words. */
  message: string;
  /** Origin of the page that sent; 'null' for one that has none. */
  pageOrigin: string;
  online: boolean;
  /** The page's policy reported a violation of connect-src meanwhile. */
  violated: boolean;
}

/** The most probable reason why a fetch of the page came to nothing. */
export function blameRejection(url: string, { message, pageOrigin, online, violated }: Rejection): Failure {
  const target = parseUrl(url);
  if (violated) return { kind: 'blocked', detail: failureDetails.connectSrc };
  const loopback = target !== undefined && isLoopback(target.hostname);
  if (!online && !loopback) return { kind: 'refused', detail: failureDetails.offline };
  if (pageOrigin.startsWith('https:') && target?.protocol === 'http:' && !loopback)
    return { kind: 'blocked', detail: failureDetails.mixedContent };
  return { kind: target?.origin === pageOrigin ? 'refused' : 'cors', detail: message };
}

const isLoopback = (hostname: string): boolean =>
  /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

import type { Failure } from '../exchange.ts';
import { describeNetError } from './describe-net-error.ts';
import type { SendWay } from './send.ts';

/** Details of failures that the product itself finds out; everything else is the browser's own word. */
export const failureDetails = {
  offline: 'offline',
  navigated: 'the page navigated away',
  connectSrc: 'Content Security Policy: connect-src',
  mixedContent: 'mixed content',
  noPage: 'the page runs no scripts',
  cut: 'the connection was cut',
  accessUnsure: 'access may have been taken back',
} as const;

type Sentence = (detail: string) => string;

const shared: Record<Failure['kind'], Sentence> = {
  refused: (detail) =>
    detail === failureDetails.offline
      ? 'The browser is offline. Connect to the network and send again.'
      : `No connection${because(detail)}: look at the host and the port, and whether the server runs.`,
  aborted: (detail) =>
    detail === failureDetails.navigated
      ? 'The page navigated away before the answer came; whether the request arrived is unknown. Send it again, or from the extension, which does not care where the page goes.'
      : 'Cancelled before the answer was complete. The API may have acted on the request all the same.',
  cors: () => 'The browser kept the answer from the page: the API does not allow its origin (CORS).',
  blocked: (detail) => `The browser blocked the request${because(detail)}.`,
  timeout: () =>
    'No answer within the time limit. The API may have acted on the request all the same; look at its state before sending again.',
  redirect: () =>
    'The API answered with a redirect, which was not followed. The browser shows neither its status nor where it leads; tick “Follow redirects” and send again to see where it ends.',
  unknown: (detail) =>
    detail === failureDetails.cut
      ? 'The connection was cut in the middle of the answer; what came of it is below. Send again, or look why the server gave up.'
      : `No answer came${because(detail)}, and the browser does not say why. Most often the API refused the preflight (CORS), nothing listens at this host, or the page gave up; the page’s console names the reason.`,
};

const fromPage: Partial<Record<Failure['kind'], Sentence>> = {
  cors: () =>
    'The page may not read the answer, or there is none: the API does not allow the page’s origin with cookies (CORS), or it cannot be reached. Send it from the extension, which knows no CORS.',
  blocked: (detail) => {
    if (detail === failureDetails.connectSrc)
      return 'The page’s Content Security Policy (connect-src) does not let it call this host. Send it from the extension, or add the host to the policy.';
    if (detail === failureDetails.mixedContent)
      return 'A page on https may not call plain http. Use https, or send it from the extension.';
    return `The browser blocked the request${because(detail)}. Send it from the extension.`;
  },
  unknown: (detail) => {
    if (detail === failureDetails.noPage)
      return 'The inspected page runs no scripts now (it is being loaded, paused in the debugger, or one of the browser’s own). Send it from the extension.';
    return detail === failureDetails.cut
      ? shared.unknown(detail)
      : `The page could not send this${because(detail)}.`;
  },
};

const fromExtension: Partial<Record<Failure['kind'], Sentence>> = {
  refused: (detail) => {
    if (detail === failureDetails.offline) return shared.refused(detail);
    const sentence =
      'No connection: the host refused it, has no such name, or has a certificate that the browser does not trust. Look at the URL and whether the server runs; opening the URL in a tab tells which.';
    return detail === failureDetails.accessUnsure
      ? `${sentence} Or access to the host was taken back: sending again checks that.`
      : sentence;
  },
  redirect: () =>
    'The API answered with a redirect, which was not followed. The browser shows the extension neither its status nor where it leads: send from the page, whose network log tells both, or tick “Follow redirects”.',
  cors: () =>
    'The extension has no access to this host any more, so CORS applied. Send again: you will be asked for access.',
  unknown: (detail) =>
    detail === failureDetails.cut
      ? shared.unknown(detail)
      : `The extension could not send this${because(detail)}.`,
};

/** What happened and what to do about it, in a sentence or two. `captured`: the page sent it by itself. */
export function describeFailure({ kind, detail }: Failure, way: SendWay | 'captured'): string {
  const known = describeNetError(detail);
  if (known !== undefined) return known;
  const own = way === 'page' ? fromPage : way === 'extension' ? fromExtension : {};
  return (own[kind] ?? shared[kind])(detail);
}

const because = (detail: string): string => (detail === '' ? '' : ` (${detail.replace(/[.\s]+$/, '')})`);

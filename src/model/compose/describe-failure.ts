import type { Failure } from '../exchange.ts';
import { t } from '../words/words.ts';
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
      ? t('The browser is offline. Connect to the network and send again.')
      : t('No connection{detail}: look at the host and the port, and whether the server runs.', {
          detail: because(detail),
        }),
  aborted: (detail) =>
    detail === failureDetails.navigated
      ? t(
          'The page navigated away or crashed before the answer came; whether the request arrived is unknown. Send it again, or from the extension, which does not care where the page goes.',
        )
      : t('Cancelled before the answer was complete. The API may have acted on the request all the same.'),
  cors: () => t('The browser kept the answer from the page: the API does not allow its origin (CORS).'),
  blocked: (detail) => t('The browser blocked the request{detail}.', { detail: because(detail) }),
  timeout: () =>
    t(
      'No answer within the time limit. The API may have acted on the request all the same; look at its state before sending again.',
    ),
  redirect: () =>
    t(
      'The API answered with a redirect, which was not followed. The browser shows neither its status nor where it leads; tick “Follow redirects” and send again to see where it ends.',
    ),
  unknown: (detail) =>
    detail === failureDetails.cut
      ? t(
          'The connection was cut in the middle of the answer; what came of it is below. Send again, or look why the server gave up.',
        )
      : t(
          'No answer came{detail}, and the browser does not say why. Most often the API refused the preflight (CORS), nothing listens at this host, or the page gave up; the page’s console names the reason.',
          { detail: because(detail) },
        ),
};

const fromPage: Partial<Record<Failure['kind'], Sentence>> = {
  cors: () =>
    t(
      'The page may not read the answer, or there is none: the API does not allow the page’s origin with cookies (CORS), or it cannot be reached. Send it from the extension, which knows no CORS.',
    ),
  blocked: (detail) => {
    if (detail === failureDetails.connectSrc)
      return t(
        'The page’s Content Security Policy (connect-src) does not let it call this host. Send it from the extension, or add the host to the policy.',
      );
    if (detail === failureDetails.mixedContent)
      return t('A page on https may not call plain http. Use https, or send it from the extension.');
    return t('The browser blocked the request{detail}. Send it from the extension.', {
      detail: because(detail),
    });
  },
  unknown: (detail) => {
    if (detail === failureDetails.noPage)
      return t(
        'The inspected page runs no scripts now (it is being loaded, paused in the debugger, or one of the browser’s own). Send it from the extension.',
      );
    return detail === failureDetails.cut
      ? shared.unknown(detail)
      : t('The page could not send this{detail}.', { detail: because(detail) });
  },
};

const fromExtension: Partial<Record<Failure['kind'], Sentence>> = {
  refused: (detail) => {
    if (detail === failureDetails.offline) return shared.refused(detail);
    const sentence = t(
      'No connection: the host refused it, has no such name, or has a certificate that the browser does not trust. Look at the URL and whether the server runs; opening the URL in a tab tells which.',
    );
    return detail === failureDetails.accessUnsure
      ? t('{sentence} Or access to the host was taken back: sending again checks that.', { sentence })
      : sentence;
  },
  redirect: () =>
    t(
      'The API answered with a redirect, which was not followed. The browser shows the extension neither its status nor where it leads: send from the page, whose network log tells both, or tick “Follow redirects”.',
    ),
  cors: () =>
    t(
      'The extension has no access to this host any more, so CORS applied. Send again: you will be asked for access.',
    ),
  unknown: (detail) =>
    detail === failureDetails.cut
      ? shared.unknown(detail)
      : t('The extension could not send this{detail}.', { detail: because(detail) }),
};

/** What happened and what to do about it, in a sentence or two. `captured`: the page sent it by itself. */
export function describeFailure({ kind, detail }: Failure, way: SendWay | 'captured'): string {
  const known = describeNetError(detail);
  if (known !== undefined) return known;
  const own = way === 'page' ? fromPage : way === 'extension' ? fromExtension : {};
  return (own[kind] ?? shared[kind])(detail);
}

const because = (detail: string): string => (detail === '' ? '' : ` (${detail.replace(/[.\s]+$/, '')})`);

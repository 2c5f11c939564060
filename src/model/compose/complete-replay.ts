import type { Body, Exchange } from '../exchange.ts';

/**
 * One exchange of two tellings: `sent` is what the composer knows of its own send, `seen` what the browser's
 * network log said of it. The log knows times and all headers; the sender knows the exact bytes, and whether
 * an answer could be read. Of two reasons for a failure, the browser's own word is the better.
 * A redirect is in the log in full, also where the sender was shown nothing of it; one that was followed is there
 * as a call of its own, whose answer is not the sender's.
 */
export function completeReplay(sent: Exchange, seen: Exchange): Exchange {
  const { failure: ofSent, response: answer, ...rest } = sent;
  const { failure: ofSeen, response: seenAnswer } = seen;
  if (answer && seenAnswer && isRedirect(seenAnswer.status) && !isRedirect(answer.status)) return sent;
  const body = betterBody(answer?.body, seenAnswer?.body);
  const response = seenAnswer ?? answer;
  const told = ofSent?.kind === 'redirect' && seenAnswer !== undefined;
  // That it was aborted, the browser knows from the sender, who knows why.
  const better = ofSeen && ofSeen.detail !== '' && ofSeen.kind !== 'aborted';
  const failure = ofSent && !told && (better ? ofSeen : ofSent);
  return {
    ...rest,
    startedAt: seen.startedAt,
    duration: seen.duration > 0 ? seen.duration : sent.duration,
    ...(seen.timings && { timings: seen.timings }),
    request: {
      ...sent.request,
      headers: seen.request.headers.length > 0 ? seen.request.headers : sent.request.headers,
    },
    ...(response && { response: { ...response, ...(body && { body }) } }),
    ...(failure && { failure }),
  };
}

/** Whether an answer of this status leads elsewhere. */
export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Firefox cuts what its log keeps without a word, so that only more than one's own is better. */
const betterBody = (own: Body | undefined, seen: Body | undefined): Body | undefined =>
  own === undefined || (own.truncated && seen && seen.text.length > own.text.length) ? (seen ?? own) : own;

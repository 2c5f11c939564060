import { failureDetails } from '../model/compose/describe-failure.ts';
import { announcedBytes } from '../model/compose/read-answer-body.ts';
import { ANSWER_LIMIT, type SendProgress } from '../model/compose/send.ts';
import type { Failure, Header } from '../model/exchange.ts';
import { blameRejection } from '../model/problems/blame-rejection.ts';

/** What the page says of a send that is over. */
export interface PageReport {
  /** ms. */
  duration: number;
  /** Bytes of the answer: all that came, and those that were kept. */
  total: number;
  kept: number;
  response?: { status: number; statusText: string; headers: Header[] };
  failure?: Failure;
  /** Where the answer came from, when redirects led elsewhere. */
  redirectedTo?: string;
}

/** Reads the lines that `sendInPage` reports; undefined where they are none of its own. */
export function readPageReport(url: string, text: string): PageReport | undefined {
  const [word = '', duration, pageOrigin = '', online, violated, total, kept, from, ...head] =
    text.split('\n');
  const [, kind, message = ''] = /^(answered|redirect|rejected|cut) ?(.*)$/.exec(word) ?? [];
  const numbers = { duration: Number(duration), total: Number(total), kept: Number(kept) };
  if (kind === undefined || Object.values(numbers).some(Number.isNaN)) return undefined;
  // A page can put anything in the place of what was left there.
  if (!Number.isSafeInteger(numbers.kept) || numbers.kept < 0 || numbers.kept > ANSWER_LIMIT)
    return undefined;
  if (kind === 'rejected') {
    const rejection = { message, pageOrigin, online: online === 'true', violated: violated === 'true' };
    return { ...numbers, failure: blameRejection(url, rejection) };
  }
  if (kind === 'redirect') return { ...numbers, failure: { kind, detail: '' } };
  return {
    ...numbers,
    response: readHead(head),
    ...(from && { redirectedTo: from }),
    ...(kind === 'cut' && { failure: { kind: 'unknown', detail: failureDetails.cut } }),
  };
}

/** Reads what the page says of a send that is under way; undefined where it says something else. */
export function readPageProgress(text: string): SendProgress | undefined {
  const [phase, bytes, ...head] = text.split('\n');
  if (phase === 'waiting') return { phase, bytes: 0 };
  if (phase !== 'receiving') return undefined;
  return { phase, bytes: Number(bytes), ...announcedBytes(readHead(head).headers) };
}

/** Status, status text and headers, a line each. */
const readHead = ([status, statusText = '', ...lines]: readonly string[]) => ({
  status: Number(status) || 0,
  statusText,
  headers: lines.map((line) => {
    const colon = line.indexOf(': ');
    return { name: line.slice(0, colon), value: line.slice(colon + 2) };
  }),
});

import { blameRejection } from '../model/blame-rejection.ts';
import { failureDetails } from '../model/describe-failure.ts';
import type { Failure, Header } from '../model/exchange.ts';

/** What the page says of a send that is over. */
export interface PageReport {
  /** ms. */
  duration: number;
  /** Bytes of the answer: all that came, and those that were kept. */
  total: number;
  kept: number;
  response?: { status: number; statusText: string; headers: Header[] };
  failure?: Failure;
}

/** Reads the lines that `sendInPage` reports; undefined where they are none of its own. */
export function readPageReport(url: string, text: string): PageReport | undefined {
  const [word = '', duration, pageOrigin = '', online, violated, total, kept, status, statusText, ...lines] =
    text.split('\n');
  const [, kind, message = ''] = /^(answered|rejected|cut) ?(.*)$/.exec(word) ?? [];
  const numbers = { duration: Number(duration), total: Number(total), kept: Number(kept) };
  if (kind === undefined || Object.values(numbers).some(Number.isNaN)) return undefined;
  if (kind === 'rejected') {
    const rejection = { message, pageOrigin, online: online === 'true', violated: violated === 'true' };
    return { ...numbers, failure: blameRejection(url, rejection) };
  }
  return {
    ...numbers,
    response: {
      status: Number(status),
      statusText: statusText ?? '',
      headers: lines.map((line) => {
        const colon = line.indexOf(': ');
        return { name: line.slice(0, colon), value: line.slice(colon + 2) };
      }),
    },
    ...(kind === 'cut' && { failure: { kind: 'unknown', detail: failureDetails.cut } }),
  };
}

import { copyAsCurl } from '../model/copy/copy-as-curl.ts';
import { copyAsFetch } from '../model/copy/copy-as-fetch.ts';
import type { Exchange } from '../model/exchange.ts';
import { maskExchangesSteps } from '../model/masking/mask-exchange.ts';
import { inTurns } from './transfer/give-way.ts';

// All that `copyRequests` loads when it is wanted.

interface Format {
  write: (exchange: Exchange) => string;
  /** What stands between two. */
  apart: string;
  withAnswer: boolean;
}

/** What can be copied of calls. */
export type CopyFormat = 'curl' | 'fetch' | 'url' | 'request-body' | 'response-body';

export const formats: Readonly<Record<CopyFormat, Format>> = {
  curl: { write: ({ request }) => copyAsCurl(request), apart: '\n\n', withAnswer: false },
  fetch: { write: ({ request }) => copyAsFetch(request), apart: '\n\n', withAnswer: false },
  url: { write: ({ request }) => request.url, apart: '\n', withAnswer: false },
  'request-body': { write: ({ request }) => request.body?.text ?? '', apart: '\n\n', withAnswer: false },
  'response-body': { write: ({ response }) => response?.body?.text ?? '', apart: '\n\n', withAnswer: true },
};

/** Masks exchanges, and lets keys and frames in meanwhile. */
export const mask = (exchanges: readonly Exchange[]): Promise<Exchange[]> =>
  inTurns(maskExchangesSteps(exchanges));

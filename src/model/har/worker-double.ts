import type { Exchange } from '../exchange.ts';

/**
 * Whether the second request is the service worker's own half of the first: Chromium shows a call that a worker
 * passes on twice, the worker's within the page's.
 */
export function isWorkerDouble(
  page: Pick<Exchange, 'request' | 'startedAt' | 'duration'>,
  worker: Pick<Exchange, 'request' | 'startedAt'>,
): boolean {
  return (
    page.request.method === worker.request.method &&
    page.request.url === worker.request.url &&
    page.request.body?.text === worker.request.body?.text &&
    worker.startedAt >= page.startedAt - 1 &&
    worker.startedAt <= page.startedAt + page.duration + 1
  );
}

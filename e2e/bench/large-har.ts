import type { Exchange } from '../../src/model/exchange.ts';
import { toHarEntry } from '../../src/model/har/write-har.ts';
import { exchanges } from './story.ts';

const requestHeaders = {
  Accept: 'application/json, text/plain, */*',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'en-GB,en;q=0.9,de;q=0.8',
  'Cache-Control': 'no-cache',
  Connection: 'keep-alive',
  Host: 'platform.uat.proveapis.com',
  Origin: 'https://shop.example.com',
  Pragma: 'no-cache',
  Referer: 'https://shop.example.com/checkout/identity',
  'Sec-Fetch-Dest': 'empty',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Site': 'cross-site',
  'User-Agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'sec-ch-ua': '"Chromium";v="142", "Not_A Brand";v="99"',
  'sec-ch-ua-mobile': '?0',
  'sec-ch-ua-platform': '"Linux"',
};

const responseHeaders = {
  'access-control-allow-origin': 'https://shop.example.com',
  'cache-control': 'no-store',
  date: 'Thu, 15 Jan 2026 12:00:00 GMT',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  'x-request-id': '5f2b7f0e-7b64-4d1c-8a4f-1f6f3a7c9d10',
};

const list = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

const frame = (at: number) => ({
  functionName: `step${at}`,
  scriptId: String(40 + at),
  url: `https://shop.example.com/assets/checkout-${at}.js`,
  lineNumber: at,
  columnNumber: 1234,
});

/** An entry as Chromium's DevTools exports it, with all that stands around a call there. */
function chromiumEntry(exchange: Exchange) {
  const { _v3: _, ...entry } = toHarEntry(exchange);
  const { request, response } = entry;
  return {
    _connectionId: '4711',
    _initiator: {
      type: 'script',
      stack: { callFrames: Array.from({ length: 8 }, (_each, at) => frame(at)) },
    },
    _priority: 'High',
    _resourceType: 'fetch',
    ...entry,
    connection: '443',
    pageref: 'page_1',
    request: { ...request, httpVersion: 'h2', headers: [...request.headers, ...list(requestHeaders)] },
    response: {
      ...response,
      httpVersion: 'h2',
      headers: [...response.headers, ...list(responseHeaders)],
      _transferSize: 800,
      _error: null,
      _fetchedViaServiceWorker: false,
    },
    serverIPAddress: '203.0.113.7',
    timings: { ...entry.timings, _blocked_queueing: 1.2, _workerStart: -1, _workerReady: -1 },
  };
}

/** The entries of one flow of ten calls as Chromium's DevTools exports them, about 5 kB each, without the list around. */
export const flowEntries = (): string =>
  exchanges(10)
    .map((exchange) => JSON.stringify(chromiumEntry(exchange), null, 2))
    .join(',\n');

import { describe, expect, test } from 'vitest';
import type { Failure } from '../exchange.ts';
import { blameRejection, type Rejection } from '../problems/blame-rejection.ts';
import { describeFailure, failureDetails } from './describe-failure.ts';

const kinds: Failure['kind'][] = ['refused', 'aborted', 'cors', 'blocked', 'timeout', 'redirect', 'unknown'];
const ways = ['page', 'extension', 'captured'] as const;

describe('the sentence of a failure', () => {
  test('is there for every kind, way and detail, and ends as one', () => {
    for (const kind of kinds)
      for (const way of ways)
        for (const detail of ['', 'net::ERR_FAILED', ...Object.values(failureDetails)])
          expect(describeFailure({ kind, detail }, way)).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each([
    [{ kind: 'cors', detail: '' }, 'page', /CORS.*extension/],
    [{ kind: 'cors', detail: '' }, 'extension', /access/],
    [{ kind: 'blocked', detail: failureDetails.connectSrc }, 'page', /connect-src/],
    [{ kind: 'blocked', detail: failureDetails.mixedContent }, 'page', /plain http/],
    [{ kind: 'refused', detail: failureDetails.offline }, 'extension', /offline/],
    [{ kind: 'aborted', detail: failureDetails.navigated }, 'page', /navigated away/],
    [{ kind: 'timeout', detail: '' }, 'page', /time limit/],
    [{ kind: 'redirect', detail: '' }, 'extension', /redirect.*send from the page/],
    [
      { kind: 'unknown', detail: 'net::ERR_NAME_NOT_RESOLVED' },
      'captured',
      /^No name server.*typing mistake/,
    ],
    [{ kind: 'refused', detail: 'net::ERR_CONNECTION_REFUSED' }, 'page', /^Nothing listens.*port/],
    [{ kind: 'unknown', detail: 'net::ERR_EMPTY_RESPONSE' }, 'page', /^The server cut.*look at its log/],
    [{ kind: 'unknown', detail: 'net::ERR_CERT_AUTHORITY_INVALID' }, 'page', /certificate/],
    [{ kind: 'unknown', detail: 'net::ERR_SOMETHING_NEW' }, 'captured', /\(net::ERR_SOMETHING_NEW\)/],
    [{ kind: 'aborted', detail: 'net::ERR_ABORTED' }, 'captured', /^Cancelled/],
  ] as const)('of %j %s names what happened', (failure, way, words) => {
    expect(describeFailure(failure, way)).toMatch(words);
  });
});

describe('a fetch of the page that rejects', () => {
  const rejection = (change: Partial<Rejection> = {}): Rejection => ({
    message: 'Failed to fetch',
    pageOrigin: 'https://shop.example.com',
    online: true,
    violated: false,
    ...change,
  });
  test.each([
    ['https://api.example.com/v3/mfa', {}, 'cors', 'Failed to fetch'],
    ['https://shop.example.com/v3/mfa', {}, 'refused', 'Failed to fetch'],
    ['https://api.example.com/v3/mfa', { violated: true }, 'blocked', failureDetails.connectSrc],
    ['http://api.example.com/v3/mfa', {}, 'blocked', failureDetails.mixedContent],
    ['http://127.0.0.1:8080/v3/mfa', {}, 'cors', 'Failed to fetch'],
    ['https://api.example.com/v3/mfa', { online: false }, 'refused', failureDetails.offline],
    ['http://localhost:8080/v3/mfa', { online: false }, 'cors', 'Failed to fetch'],
    ['https://api.example.com/', { pageOrigin: 'null' }, 'cors', 'Failed to fetch'],
  ] as const)('to %s with %j is taken for %s', (url, change, kind, detail) => {
    expect(blameRejection(url, rejection(change))).toEqual({ kind, detail });
  });
});

import { matchOperation, mayBeV3 } from './routes/match-operation.ts';
import type { Route } from './routes/route.ts';

/** A request that the inspected page itself knows of. */
export interface PageRequest {
  url: string;
  /** ms since the epoch. */
  startedAt: number;
  endedAt: number;
}

/** What may be known where no call is in the log. */
export interface EmptyLogFacts {
  connected: boolean;
  recording: boolean;
  /** When DevTools began to record this page, in ms since the epoch; undefined where nobody told. */
  openedAt: number | undefined;
  /** Since when a call would stand in the log: since then it was neither cleared nor was recording switched on. */
  since: number | undefined;
  /** Requests that the browser has told of, V3 or not. */
  seen: number;
  /** What the page remembers of its own requests. */
  pageRequests: readonly PageRequest[];
  routes?: readonly Route[];
  /** ms since the epoch. */
  now: number;
}

/** Why no call is in the log: the surest reasons that there are. */
export type EmptyLogReason =
  | { code: 'disconnected' | 'not-recording' | 'nothing-seen' | 'cleared' }
  /** So many V3 calls are older than DevTools. */
  | { code: 'opened-late'; calls: number }
  /** So many V3 calls ended, and the browser did not tell of them. */
  | { code: 'untold'; calls: number }
  | { code: 'no-match'; seen: number };

/** The browser may tell of a request so much later than the page knows of its end, in ms. */
const LATE = 2_000;

/** Tells why the log is empty, from what recorder and page know; the surest reason first. */
export function diagnoseEmptyLog(facts: EmptyLogFacts): EmptyLogReason[] {
  const { connected, recording, openedAt, since, seen, now } = facts;
  if (!connected) return [{ code: 'disconnected' }];
  const calls = facts.pageRequests.filter(({ url }) => isV3(url, facts.routes));
  const late = openedAt === undefined ? 0 : calls.filter(({ startedAt }) => startedAt < openedAt).length;
  const untold =
    since === undefined || !recording
      ? 0
      : calls.filter(({ startedAt, endedAt }) => startedAt >= since && endedAt <= now - LATE).length;
  const sure: EmptyLogReason[] = [
    ...(recording ? [] : [{ code: 'not-recording' as const }]),
    ...(untold > 0 ? [{ code: 'untold' as const, calls: untold }] : []),
    ...(late > 0 ? [{ code: 'opened-late' as const, calls: late }] : []),
  ];
  if (sure.length > 0) return sure;
  if (seen === 0) return [{ code: 'nothing-seen' }];
  return calls.length > 0 ? [{ code: 'cleared' }] : [{ code: 'no-match', seen }];
}

/** Whether an address alone tells that V3 is called. */
const isV3 = (url: string, routes: readonly Route[] = []): boolean =>
  mayBeV3(url, routes) &&
  matchOperation(
    {
      id: '',
      origin: 'captured',
      startedAt: 0,
      duration: 0,
      request: { method: 'POST', url, headers: [] },
    },
    routes,
  ) !== undefined;

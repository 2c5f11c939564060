import type { Call } from '../call.ts';
import type { Log } from '../log.ts';
import type { Verdict } from '../problems/problem.ts';
import { hostOf, pathOf } from '../url.ts';

/** What calls can be sorted by: the columns of the grid. */
export const callColumns = [
  'verdict',
  'problems',
  'operation',
  'method',
  'host',
  'path',
  'status',
  'flow',
  'start',
  'duration',
  'waterfall',
  'size',
] as const;

export type CallColumn = (typeof callColumns)[number];

export interface CallOrder {
  column: CallColumn;
  descending: boolean;
}

/** The order in which calls come. */
export const byStart: CallOrder = { column: 'start', descending: false };

/** Whether navigations have a place between calls in this order. */
export const isByTime = ({ column }: CallOrder): boolean => column === 'start' || column === 'waterfall';

/** Whether a call's place may change with the flow that it belongs to. */
export const isOfFlow = ({ column }: CallOrder): boolean =>
  column === 'verdict' || column === 'problems' || column === 'flow';

const verdictRanks: Record<Verdict, number> = {
  invalid: 0,
  unreadable: 1,
  truncated: 2,
  valid: 3,
  absent: 4,
};
const severityRanks = { error: 1_000_000, warning: 1000, hint: 1 };

/** What a call is sorted by in a column; numbers in one column, texts in another. */
export function rankOf(call: Call, log: Log, column: CallColumn): number | string {
  const { request, response, startedAt, duration } = call.exchange;
  switch (column) {
    case 'verdict':
      return verdictRanks[log.verdictOf(call)];
    case 'problems':
      return log.problemsOf(call).reduce((rank, { severity }) => rank + severityRanks[severity], 0);
    case 'operation':
      return call.operation.id;
    case 'method':
      return request.method;
    case 'host':
      return call.environment?.id ?? hostOf(request.url);
    case 'path':
      return pathOf(request.url);
    case 'status':
      return response && !call.exchange.failure ? response.status : 0;
    case 'flow':
      return log.flows.flowOf(call.exchange.id)?.startedAt ?? Number.POSITIVE_INFINITY;
    case 'duration':
      return duration;
    case 'size':
      return response?.body?.bytes ?? -1;
    case 'start':
    case 'waterfall':
      return startedAt;
  }
}

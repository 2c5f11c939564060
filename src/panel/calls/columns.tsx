import type { ComponentChild } from 'preact';
import type { Call } from '../../model/call.ts';
import type { CallColumn } from '../../model/filter/call-order.ts';
import { callColumns } from '../../model/filter/call-order.ts';
import type { CallsLayout } from '../../model/filter/calls-layout.ts';
import { formatBytes, formatDuration } from '../../model/format.ts';
import type { Log } from '../../model/log.ts';
import { visible } from '../../model/printable.ts';
import { worstSeverity } from '../../model/problems/problem.ts';
import { hostOf, pathOf } from '../../model/url.ts';
import { countProblems } from '../../model/words/names.ts';
import { t } from '../../model/words/words.ts';
import { VerdictChip } from '../chips.tsx';
import { OriginTag } from '../origin-tag.tsx';
import { formatTime, statusOf } from '../words.ts';

/** The time that the waterfall spans, in ms since the epoch. */
export interface Scale {
  from: number;
  to: number;
}

interface Column {
  label: () => string;
  /** CSS pixels, where there is room and the reader has not chosen another width. */
  width: number;
  /** What it does not give way below, where that is more than of others. */
  least?: number;
  cell: (call: Call, log: Log, scale: Scale) => ComponentChild;
  /** What the whole text is, where the cell may show a part. */
  title?: (call: Call) => string;
}

/** All columns in their order. */
export const columns: Record<CallColumn, Column> = {
  verdict: {
    label: () => t('Verdict'),
    width: 104,
    least: 92,
    cell: (call, log) => <VerdictChip verdict={log.verdictOf(call)} />,
  },
  problems: {
    label: () => t('Problems'),
    width: 90,
    cell: (call, log) => <ProblemCount call={call} log={log} />,
  },
  operation: {
    label: () => t('Operation'),
    width: 200,
    least: 112,
    cell: (call) => <OperationCell call={call} />,
    title: ({ exchange: { request } }) => visible(`${request.method} ${request.url}`),
  },
  method: { label: () => t('Method'), width: 64, cell: ({ exchange }) => visible(exchange.request.method) },
  host: {
    label: () => t('Host'),
    width: 150,
    cell: ({ environment, exchange }) => environment?.id ?? visible(hostOf(exchange.request.url)),
    title: ({ exchange }) => visible(hostOf(exchange.request.url)),
  },
  path: {
    label: () => t('Path'),
    width: 180,
    cell: ({ exchange }) => visible(pathOf(exchange.request.url)),
    title: ({ exchange }) => visible(exchange.request.url),
  },
  status: { label: () => t('Status'), width: 108, least: 64, cell: statusOf, title: statusOf },
  flow: {
    label: () => t('Flow'),
    width: 80,
    least: 76,
    cell: ({ exchange }, { flows }) => visible(flows.flowOf(exchange.id)?.correlationId?.slice(0, 8) ?? ''),
  },
  start: {
    label: () => t('Start'),
    width: 100,
    least: 100,
    cell: ({ exchange }) => formatTime(exchange.startedAt),
  },
  duration: {
    label: () => t('Duration'),
    width: 76,
    cell: ({ exchange }) => formatDuration(exchange.duration),
  },
  waterfall: {
    label: () => t('Waterfall'),
    width: 160,
    cell: (call, _, scale) => <Bar call={call} scale={scale} />,
  },
  size: {
    label: () => t('Size'),
    width: 72,
    cell: ({ exchange }) =>
      exchange.response?.body === undefined ? '' : formatBytes(exchange.response.body.bytes),
  },
};

/** What is shown where there is no room, in CSS pixels, for more. */
const compactColumns: readonly { column: CallColumn; from: number }[] = [
  { column: 'verdict', from: 0 },
  { column: 'operation', from: 0 },
  { column: 'status', from: 0 },
  { column: 'flow', from: 380 },
];

/** Below this width, in CSS pixels, only the columns that tell most are shown. */
const NARROW = 520;
/** Below this width, in CSS pixels, they leave what they can to the operation. */
const TIGHT = 440;

/** The columns to show in a width, in their order; in a narrow grid those that tell most. */
export function shownColumns({ columns: chosen }: CallsLayout, width: number): readonly CallColumn[] {
  const shown = callColumns.filter((column) => chosen.includes(column));
  if (width >= NARROW) return shown;
  const few = compactColumns.filter(({ column, from }) => chosen.includes(column) && from <= width);
  return few.length > 0 ? few.map(({ column }) => column) : shown.slice(0, 2);
}

/** A column that was not resized gives way down to this width, in CSS pixels. */
const LEAST = 60;

/**
 * The widths of columns as CSS grid tracks, and the least that they take together in CSS pixels. A width that the
 * reader chose stays, the others give way; one column takes what is left.
 */
export function tracksOf(
  shown: readonly CallColumn[],
  { widths }: CallsLayout,
  width: number,
): { tracks: string; least: number } {
  const narrow = width < NARROW;
  const grows = shown.includes('waterfall') ? 'waterfall' : 'operation';
  let least = 0;
  const tracks = shown.map((column) => {
    const { width: usual, least: own = LEAST } = columns[column];
    const chosen = narrow ? undefined : widths[column];
    const smallest = chosen ?? (narrow && width >= TIGHT && column !== grows ? usual : Math.min(usual, own));
    least += smallest;
    if (chosen !== undefined) return `${chosen}px`;
    if (width < TIGHT && column !== grows) return `${smallest}px`;
    return `minmax(${smallest}px, ${column === grows ? '1fr' : `${usual}px`})`;
  });
  if (!tracks.some((track) => track.endsWith('1fr)'))) tracks.push('1fr');
  return { tracks: tracks.join(' '), least };
}

function OperationCell({ call: { operation, exchange, notes } }: { call: Call }) {
  return (
    <>
      {operation.id}
      <OriginTag exchange={exchange} />
      {notes.some(({ code }) => code === 'method') && (
        <span class="tag">{visible(exchange.request.method)}</span>
      )}
    </>
  );
}

function ProblemCount({ call, log }: { call: Call; log: Log }) {
  const problems = log.problemsOf(call);
  const worst = worstSeverity(problems);
  return worst === undefined ? null : (
    <span class={`tone-${worst}`}>
      {countProblems(worst, problems.filter(({ severity }) => severity === worst).length)}
    </span>
  );
}

function Bar({ call: { exchange }, scale }: { call: Call; scale: Scale }) {
  const percent = (ms: number) => `${((ms / Math.max(1, scale.to - scale.from)) * 100).toFixed(2)}%`;
  return (
    <span
      class="waterfall"
      style={`--since: ${percent(exchange.startedAt - scale.from)}; --took: ${percent(exchange.duration)}`}
    />
  );
}

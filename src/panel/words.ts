import type { Call, Note } from '../model/call.ts';
import type { FlowState } from '../model/flow.ts';
import type { NoFlowReason } from '../model/flow-index.ts';
import type { Severity } from '../model/problem.ts';

/** Short texts that several views show; sentences of problems and failures live in the model. */

export const stateNames: Record<FlowState, string> = {
  waiting: 'waiting',
  'possession-required': 'possession required',
  succeeded: 'succeeded',
  failed: 'failed',
  refused: 'refused',
  expired: 'expired',
};

export const noFlowReasons: Record<NoFlowReason, string> = {
  'no-flow-operation': 'This operation is part of no flow.',
  'no-answer': 'No answer came, so no correlationId was returned.',
  'no-id-returned': 'The answer holds no correlationId that could be read.',
  'no-id': 'The request carries no correlationId.',
  unreadable: 'The body could not be read, so its correlationId is unknown.',
  'unknown-id': 'First call not captured: no captured answer returned this correlationId.',
};

/** A note on a call, as one sentence. */
export function describeNote(note: Note): string {
  switch (note.code) {
    case 'method':
      return `Sent with ${note.got}; this operation takes ${note.expected}.`;
    case 'encoding':
      return 'The body is not UTF-8 text; V3 takes UTF-8 JSON only.';
    case 'truncated':
      return note.kept === 0
        ? `The browser did not hand over the ${note.in === 'request' ? 'body' : 'answer'}; nothing is claimed about it.`
        : `The browser handed over ${formatBytes(note.kept)} of ${formatBytes(note.bytes)} only; nothing is claimed about the rest.`;
    case 'response-not-json':
      return `The answer is no JSON object (${note.type}).`;
  }
}

/** 1 error, 2 errors. */
export const countOf = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

export const severityNouns: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'hint' };

/** A duration in ms as people read it: 86 ms, 2.0 s, 3 min 10 s. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/** Bytes as people read them: 312 B, 1.4 kB, 5.2 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The time of day with ms, in the reader's time zone. */
export const formatTime = (at: number): string => {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
};

/** The status of a call in one or two words. */
export function statusOf({ exchange }: Call): string {
  const { response, failure } = exchange;
  if (failure) return failureNames[failure.kind];
  return response ? String(response.status) : 'failed';
}

const failureNames = {
  refused: 'failed · refused',
  aborted: 'failed · aborted',
  cors: 'failed · CORS',
  blocked: 'failed · blocked',
  timeout: 'failed · timeout',
  unknown: 'failed',
} as const;

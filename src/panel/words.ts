import type { Call, Note } from '../model/call.ts';
import { formatBytes } from '../model/format.ts';
import type { Severity } from '../model/problems/problem.ts';

/** Short texts that several views show; sentences of problems, flows and failures live in the model. */

/** A note on a call, as one sentence. */
export function describeNote(note: Note): string {
  switch (note.code) {
    case 'method':
      return `Sent with ${note.got}; this operation takes ${note.expected}.`;
    case 'path':
      return `Sent to ${note.got}; this operation is at ${note.expected}.`;
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

export const severityNouns: Record<Severity, string> = { error: 'error', warning: 'warning', hint: 'hint' };

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
  redirect: 'redirect',
  unknown: 'failed',
} as const;

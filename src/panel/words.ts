import type { Call, Note } from '../model/call.ts';
import { formatBytes } from '../model/format.ts';
import { visible } from '../model/printable.ts';
import { t } from '../model/words/words.ts';

/** Short texts that several views show; sentences of problems, flows and failures live in the model. */

/** A note on a call, as one sentence. */
export function describeNote(note: Note): string {
  switch (note.code) {
    case 'method':
      return t('Sent with {got}; this operation takes {expected}.', {
        got: visible(note.got),
        expected: note.expected,
      });
    case 'path':
      return t('Sent to {got}; this operation is at {expected}.', {
        got: visible(note.got),
        expected: note.expected,
      });
    case 'encoding':
      return t('The body is not UTF-8 text; V3 takes UTF-8 JSON only.');
    case 'truncated':
      if (note.kept > 0)
        return t('The browser handed over {kept} of {bytes} only; nothing is claimed about the rest.', {
          kept: formatBytes(note.kept),
          bytes: formatBytes(note.bytes),
        });
      return note.in === 'request'
        ? t('The browser did not hand over the body; nothing is claimed about it.')
        : t('The browser did not hand over the answer; nothing is claimed about it.');
    case 'response-not-json':
      return t('The answer is no JSON object ({type}).', { type: visible(note.type) });
  }
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
  if (failure) return failureNames[failure.kind]();
  return response ? String(response.status) : t('failed');
}

const failureNames = {
  refused: () => t('failed · refused'),
  aborted: () => t('failed · aborted'),
  cors: () => t('failed · CORS'),
  blocked: () => t('failed · blocked'),
  timeout: () => t('failed · timeout'),
  redirect: () => t('redirect'),
  unknown: () => t('failed'),
} as const;

import { signal } from '@preact/signals';
import type { Call, Note } from '../model/call.ts';
import { formatBytes } from '../model/format.ts';
import { visible } from '../model/printable.ts';
import type { TimeFormat } from '../model/settings.ts';
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

/** How times are shown: by which clock, and since when (in ms since the epoch) where it is since the first call. */
export const times = signal<{ format: TimeFormat; since: number | undefined }>({
  format: 'local',
  since: undefined,
});

/** A time with ms as the reader wants it: 14:03:22.123 by this machine's clock, with a Z in UTC, or +00:12.123. */
export const formatTime = (at: number): string => {
  const { format, since } = times.value;
  if (format === 'utc') return isoTime(at);
  if (format === 'elapsed' && since !== undefined) return formatElapsed(at - since);
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
};

/** The same to the second: 14:03:22, 14:03:22Z, or +00:12. */
export const formatClock = (at: number): string => formatTime(at).replace(/\.\d{3}(?=Z?$)/, '');

/** A captured or imported time may be none. */
const isoTime = (at: number): string =>
  Number.isFinite(new Date(at).getTime()) ? new Date(at).toISOString().slice(11) : '';

function formatElapsed(ms: number): string {
  const text = isoTime(Math.abs(ms)).slice(0, -1);
  const sign = ms < 0 ? '−' : '+';
  return sign + (text.startsWith('00:') ? text.slice(3) : text);
}

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

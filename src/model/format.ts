import { language, t } from './words/words.ts';

/** 1 error, 2 errors: in English, for reports of `check`. The interface counts by `tn`. */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;

/** Making one takes longer than all that it then does. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with so many decimals, as the language writes it: 2.0. */
export function formatDecimals(value: number, decimals: number): string {
  const key = `${language()} ${decimals}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, format);
  return format.format(value);
}

/** Whole milliseconds, however many. */
export const formatMs = (ms: number): string => `${Math.round(ms)} ms`;

/** A duration in ms as people read it: 86 ms, 2.0 s, 3 min 10 s. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return formatMs(ms);
  if (ms < 60_000) return `${formatDecimals(ms / 1000, 1)} s`;
  return t('{minutes} min {seconds} s', {
    minutes: Math.floor(ms / 60_000),
    seconds: Math.round((ms % 60_000) / 1000),
  });
}

/** Bytes as people read them: 312 B, 1.4 kB, 5.2 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${formatDecimals(bytes / 1000, 1)} kB`
    : `${formatDecimals(bytes / 1_000_000, 1)} MB`;
}

import type { Span } from '../body/json-text.ts';

/** A stretch of a text, and what is shown in its place. */
export interface MaskedSpan extends Span {
  standIn: string;
}

/** Strings and words with what is between them; masking replaces their content and leaves their number. */
const TOKEN = /"(?:[^"\\\r\n]|\\.)*"?|[^\s"{}[\],:&=]+/g;

/**
 * Where a text and the same text masked differ, value by value. Where the two cannot be laid side by side that way,
 * whole lines are taken, or all of it.
 */
export function maskedSpans(text: string, masked: string): MaskedSpan[] {
  if (text === masked) return [];
  return (
    pair(text, masked, TOKEN) ??
    pair(text, masked, /[^\n]+/g) ?? [{ from: 0, to: text.length, standIn: masked }]
  );
}

function pair(text: string, masked: string, pattern: RegExp): MaskedSpan[] | undefined {
  const parts = [...text.matchAll(pattern)];
  const others = [...masked.matchAll(pattern)];
  if (parts.length !== others.length) return undefined;
  // What is between the parts has to be the same, or they are not the same parts.
  if (text.replace(pattern, ' ') !== masked.replace(pattern, ' ')) return undefined;
  return parts.flatMap(({ index, 0: part }, at) => {
    const standIn = others[at]?.[0] ?? '';
    if (part === standIn) return [];
    const quoted = /^".*"$/s.test(part) && /^".*"$/s.test(standIn) ? 1 : 0;
    return [
      {
        from: index + quoted,
        to: index + part.length - quoted,
        standIn: quoted ? standIn.slice(1, -1) : standIn,
      },
    ];
  });
}

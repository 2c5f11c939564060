import { maskBody } from '../masking/mask.ts';
import { printable } from '../printable.ts';
import type { Problem } from '../problems/problem.ts';

/** A line of a body with the place of a problem under it, fit to be printed. */
export interface Quote {
  line: number;
  text: string;
  /** Spaces, then carets: to be printed below `text`. */
  carets: string;
}

/** So much of a long line is shown on each side of the place, in UTF-16 units. */
const BEFORE = 50;
const AFTER = 40;

/** Quotes lines of one body, which is masked once for all of its problems. */
export function quoter(body: string): (problem: Problem) => Quote | undefined {
  let masked: string | undefined;
  return (problem) => {
    masked ??= maskBody(body);
    return quote(masked, problem);
  };
}

function quote(text: string, { line, column, from, to }: Problem): Quote | undefined {
  if (text === '') return undefined;
  const start = from - (column - 1);
  const break_ = text.slice(from, from + 10_000).search(/[\r\n]/);
  const end = break_ < 0 ? Math.min(text.length, from + 10_000) : from + break_;
  let first = Math.max(start, from - BEFORE);
  // What is not much longer is shown whole.
  if (end - start <= BEFORE + AFTER + 10) first = start;
  // A pair of surrogates is one character.
  if (/[\uDC00-\uDFFF]/.test(text[first] ?? '')) first++;
  const shownEnd = Math.min(end, Math.max(first + BEFORE + AFTER + 10, Math.min(to, from + AFTER)));
  const lead = first > start ? '…' : '';
  const trail = shownEnd < end ? '…' : '';
  const under = printable(text.slice(from, Math.min(to, shownEnd)));
  return {
    line,
    text: `${lead}${printable(text.slice(first, shownEnd))}${trail}`,
    carets:
      ' '.repeat(lead.length + widthOf(printable(text.slice(first, from)))) +
      '^'.repeat(Math.max(1, widthOf(under))),
  };
}

const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

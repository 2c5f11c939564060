import type { Span } from './json-text.ts';
import type { TextEdit } from './text-edit.ts';

/** How a JSON text is laid out. */
interface Layout {
  lineBreak: string;
  /** What each level is indented by. */
  unit: string;
}

const BLANKS = /[ \t\r\n]*/y;
const FIRST_KEY = /"(?:[^"\\]+|\\.)*"([ \t]*:[ \t]*)/y;

/** A JSON text for a body that has none yet. */
export const writeJson = (value: unknown): string => JSON.stringify(value, null, 2);

/**
 * The edit that puts a value at the end of an object (as the member `key`) or of a list, written as its
 * neighbours are: on a line of its own with their indentation and line end, or behind them.
 */
export function insertJson(
  text: string,
  { from, to }: Span,
  key: string | undefined,
  value: unknown,
): TextEdit {
  const open = from + 1;
  const close = to - 1;
  const first = skipBlanks(text, open);
  const layout = layoutOf(text);
  const member = (json: string, colon: string) =>
    key === undefined ? json : JSON.stringify(key) + colon + json;
  if (first === close) {
    if (!/[\r\n]/.test(text) && text.trim() !== text.slice(from, to))
      return { from: open, to: close, insert: member(JSON.stringify(value), colonOf(text)) };
    const outer = layout.lineBreak + indentationAt(text, from);
    const inner = outer + layout.unit;
    const json = writeLines(value, inner, layout);
    return { from: open, to: close, insert: inner + member(json, ': ') + outer };
  }
  let end = close;
  while (skipBlanks(text, end - 1) > end - 1) end--;
  const lead = /(?:\r\n|\n|\r)[ \t]*$/.exec(text.slice(open, first))?.[0];
  const colon = colonOf(text, first);
  const json = lead === undefined ? JSON.stringify(value) : writeLines(value, lead, layout);
  const gap = lead ?? (text.slice(open, first) || (colon.endsWith(' ') ? ' ' : ''));
  return { from: end, to: end, insert: `,${gap}${member(json, colon)}` };
}

/** The offset of what is no blank, from an offset on. */
function skipBlanks(text: string, from: number): number {
  BLANKS.lastIndex = from;
  BLANKS.exec(text);
  return BLANKS.lastIndex;
}

/** What stands between a key and its value: in the object whose first key is at an offset, or else in the whole. */
function colonOf(text: string, at = skipBlanks(text, text.indexOf('{') + 1)): string {
  FIRST_KEY.lastIndex = at;
  const colon = FIRST_KEY.exec(text)?.[1];
  if (colon !== undefined) return colon;
  return at === skipBlanks(text, text.indexOf('{') + 1) ? ': ' : colonOf(text);
}

function layoutOf(text: string): Layout {
  const [, lineBreak = '\n'] = /(\r\n|\n|\r)/.exec(text) ?? [];
  const [, unit = '  '] = /[\r\n]([ \t]+)[^ \t\r\n]/.exec(text) ?? [];
  return { lineBreak, unit };
}

/** The blanks that the line of an offset begins with. */
function indentationAt(text: string, at: number): string {
  let start = at;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return /^[ \t]*/.exec(text.slice(start, at))?.[0] ?? '';
}

/** A value over several lines. Each but the first begins with `lead`, a line break and an indentation. */
const writeLines = (value: unknown, lead: string, { unit }: Layout): string =>
  JSON.stringify(value, null, unit).replaceAll('\n', lead);

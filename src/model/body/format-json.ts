import { createScanner } from 'jsonc-parser';
import { readJson, type Span } from './json-text.ts';
import type { TextEdit } from './text-edit.ts';

const LINE_END = /\r\n|\n|\r/;

/** Deeper levels stand no further to the right: the blanks of a text that is all brackets would be its length squared. */
const DEEPEST = 100;

/** The blanks before what stands at a level. */
export const indentOf = (level: number): string => '  '.repeat(Math.min(level, DEEPEST));

/**
 * The edits that lay a JSON text out, two blanks a level, with the line ends that it has; or the place where it is
 * no JSON. Only blanks and line ends change: numbers, escapes and double keys stay as they were written.
 * (jsonc-parser's own `format` writes "undefined" at the hundredth level.)
 */
export function formatJson(text: string): { edits: TextEdit[] } | { offence: Span } {
  const reading = readJson(text);
  if ('offence' in reading) return reading;
  const lineEnd = LINE_END.exec(text)?.[0] ?? '\n';
  const scanner = createScanner(text, true);
  const edits: TextEdit[] = [];
  let before = '';
  let end = 0;
  let level = 0;
  for (;;) {
    scanner.scan();
    const from = scanner.getTokenOffset();
    const after = text.charAt(from);
    if (closes(after)) level--;
    const insert = blankBetween(before, after, lineEnd + indentOf(level));
    if (text.slice(end, from) !== insert) edits.push({ from: end, to: from, insert });
    if (after === '') return { edits };
    if (opens(after)) level++;
    end = from + scanner.getTokenLength();
    before = after;
  }
}

/** What stands between two tokens, by their first characters; '' stands for the begin and the end of the text. */
function blankBetween(before: string, after: string, newLine: string): string {
  if (before === '' || after === '' || after === ',' || after === ':') return '';
  if (before === ':') return ' ';
  return opens(before) && closes(after) ? '' : newLine;
}

const opens = (character: string) => character === '{' || character === '[';
const closes = (character: string) => character === '}' || character === ']';

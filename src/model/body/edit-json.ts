import type { Remedy } from '../problems/propose-remedy.ts';
import type { Place } from './json-text.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * A remedy as edits of a JSON text, or undefined where the text does not stand as the remedy needs it.
 * Nothing else of the text changes.
 */
export function editJson(text: string, { key, value }: Place, remedy: Remedy): TextEdit[] | undefined {
  switch (remedy.kind) {
    case 'rename':
      return key && [{ ...key, insert: JSON.stringify(remedy.to) }];
    case 'drop':
      return key && [dropMember(text, key.from, value.to)];
    case 'replace':
      return [{ ...value, insert: JSON.stringify(remedy.with) }];
    case 'quote':
      if (text.slice(value.from, value.to) !== remedy.text) return undefined;
      return [
        { from: value.from, to: value.from, insert: '"' },
        { from: value.to, to: value.to, insert: '"' },
      ];
    case 'unquote':
      return [cut(value.from, value.from + 1), cut(value.to - 1, value.to)];
    case 'keep':
      return keep(text, value.from + 1, value.to - 1, remedy.characters);
  }
}

const cut = (from: number, to: number): TextEdit => ({ from, to, insert: '' });

const isBlank = (text: string, at: number) => /[ \t\r\n]/.test(text.charAt(at));

/** A member, or an item of a list, goes with the comma before it; the first one with the comma after it and the blanks up to the next. */
export function dropMember(text: string, from: number, to: number): TextEdit {
  let before = from - 1;
  while (isBlank(text, before)) before--;
  if (text[before] === ',') return cut(before, to);
  let after = to;
  while (isBlank(text, after)) after++;
  if (text[after] !== ',') return cut(from, to);
  after++;
  while (isBlank(text, after)) after++;
  return cut(from, after);
}

/** Cuts the stretches of a string that do not stay. A string with escapes is left alone. */
function keep(
  text: string,
  from: number,
  to: number,
  stays: (character: string, index: number) => boolean,
): TextEdit[] | undefined {
  if (text.slice(from, to).includes('\\')) return undefined;
  const edits: TextEdit[] = [];
  for (let i = from; i < to; i++) {
    if (stays(text.charAt(i), i - from)) continue;
    const last = edits.at(-1);
    if (last?.to === i) last.to = i + 1;
    else edits.push(cut(i, i + 1));
  }
  return edits;
}

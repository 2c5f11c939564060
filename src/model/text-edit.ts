/** One change of a text: what stands between two UTF-16 offsets (end exclusive) gives way to `insert`. */
export interface TextEdit {
  from: number;
  to: number;
  insert: string;
}

/**
 * A text with edits made, in one pass. Offsets are those of the text as it is given. Of edits that are equal one
 * is made; of edits that overlap, the one that begins first.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  let last: TextEdit | undefined;
  for (const edit of sorted) {
    if (edit.from < at || (last && isSameEdit(last, edit))) continue;
    result += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
    last = edit;
  }
  return result + text.slice(at);
}

const isSameEdit = (a: TextEdit, b: TextEdit) => a.from === b.from && a.to === b.to && a.insert === b.insert;

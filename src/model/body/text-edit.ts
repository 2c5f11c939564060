/** One change of a text: what stands between two UTF-16 offsets (end exclusive) gives way to `insert`. */
export interface TextEdit {
  from: number;
  to: number;
  insert: string;
}

/** The edits that are made of some, in order: of equal ones one, and of those that overlap the one that begins first. */
export function settleEdits(edits: readonly TextEdit[]): TextEdit[] {
  const settled: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = settled.at(-1);
    if (!last || (edit.from >= last.to && !isSameEdit(last, edit))) settled.push(edit);
  }
  return settled;
}

/** A text with edits made, in one pass. Offsets are those of the text as it is given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of settleEdits(edits)) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

const isSameEdit = (a: TextEdit, b: TextEdit) => a.from === b.from && a.to === b.to && a.insert === b.insert;

import { visible } from '../../model/printable.ts';
/** What CodeMirror leaves as it is and may be obeyed or overlooked: embeddings, blanks without width, halves of pairs. */
export const moreSpecialChars =
  /[\u180e\u202a-\u202c\u2060-\u2065\u2068\u206a-\u206f\ud800-\udfff\u{e0000}-\u{e007f}]/gu;

/**
 * Draws a character that cannot be seen: a control as its picture, others by their number, as `\\u202e`. Few fonts have
 * the picture that CodeMirror shows for a carriage return.
 */
export function showSpecialChar(code: number, description: string | null, picture: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = code === 13 ? 'carriage-return' : 'cm-specialChar';
  mark.textContent = code === 13 ? '↵' : code < 0xa0 ? picture : visible(String.fromCodePoint(code));
  mark.title = description ?? `U+${code.toString(16)}`;
  mark.setAttribute('aria-label', mark.title);
  return mark;
}

/** Draws a character that cannot be seen. Few fonts have the picture that CodeMirror shows for a carriage return. */
export function showSpecialChar(code: number, description: string | null, picture: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = code === 13 ? 'carriage-return' : 'cm-specialChar';
  mark.textContent = code === 13 ? '↵' : picture;
  mark.title = description ?? `U+${code.toString(16)}`;
  mark.setAttribute('aria-label', mark.title);
  return mark;
}

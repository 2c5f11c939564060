/** What is obeyed rather than seen: controls, signs that turn the direction or take no room, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Captured text could hold commands for the terminal and signs that turn the direction: none of them is printed. */
export const printable = (text: string): string => text.replace(/\t/g, ' ').replace(UNSEEN, '·');

/** Captured text for one line of the panel: what would be obeyed is written out, as `\u202e`. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });

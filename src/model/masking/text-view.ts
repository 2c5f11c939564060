/** A text as it reads once some of it is decoded, and where each of its signs stands in the text itself. */
export interface TextView {
  text: string;
  /** Where a UTF-16 unit stands in the text itself, or its end. */
  at: (offset: number) => number;
}

/** A way to write a text within another. */
export interface Writing {
  /** Undefined where a text does not use it. */
  view: (text: string) => TextView | undefined;
  write: (text: string) => string;
}

/** As a URL writes it; half of a surrogate pair has no UTF-8. */
export const toPercents = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));

/** As a form writes it. */
const toForm = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

const toEscapes = (text: string): string => JSON.stringify(text).slice(1, -1);

/** One sign of UTF-8 in a URL. */
const PERCENTS =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi;
const FORM = new RegExp(`${PERCENTS.source}|\\+`, 'gi');
const ESCAPES = /\\(?:u[\da-f]{4}|["\\/bfnrt])/gi;

/** Not encoded, or as JSON writes it. */
export const plainWriting: Writing = { view: () => undefined, write: toEscapes };

/** How values may be written in a text, and last of all plainly. */
export const writings: readonly Writing[] = [
  { view: (text) => viewOf(text, '%', PERCENTS, decodeURIComponent), write: toPercents },
  {
    view: (text) => viewOf(text, '+', FORM, (sign) => (sign === '+' ? ' ' : decodeURIComponent(sign))),
    write: toForm,
  },
  {
    view: (text) => viewOf(text, '\\', ESCAPES, (sign) => String(JSON.parse(`"${sign}"`))),
    write: toEscapes,
  },
  { view: (text) => ({ text, at: (offset) => offset }), write: toEscapes },
];

function viewOf(
  text: string,
  hint: string,
  pattern: RegExp,
  decode: (sign: string) => string,
): TextView | undefined {
  if (!text.includes(hint)) return undefined;
  const at = new Int32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let end = 0;
  const plain = (to: number) => {
    parts.push(text.slice(end, to));
    for (let i = end; i < to; i++) at[length++] = i;
  };
  for (const { index, 0: sign } of text.matchAll(pattern)) {
    let read: string;
    try {
      read = decode(sign);
    } catch {
      continue;
    }
    plain(index);
    parts.push(read);
    for (let i = 0; i < read.length; i++) at[length++] = index;
    end = index + sign.length;
  }
  if (parts.length === 0) return undefined;
  plain(text.length);
  at[length] = text.length;
  return { text: parts.join(''), at: (offset) => at[offset] ?? text.length };
}

import { t } from '../words/words.ts';
import { UnreadableText } from './unreadable-text.ts';

/** A command taken apart as its shell would. */
export interface CommandLine {
  words: readonly { text: string; from: number }[];
  /** Names of the shell's own variables that stood in it; each has become `{{name}}`. */
  variables: readonly string[];
  /** The sign at which the shell would have begun another command, or sent output elsewhere, and where. */
  end?: { sign: string; from: number };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
};

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/y;
const ANSI_CODE = /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3}))/y;

/**
 * Takes a command of a POSIX shell apart, with bash's `$'…'`. Nothing is run or expanded: a variable of the shell
 * becomes one of the composer, a command substitution stays as it was written.
 */
export function splitShellWords(text: string): CommandLine {
  const words: { text: string; from: number }[] = [];
  const variables = new Set<string>();
  let word: { text: string; from: number } | undefined;
  let at = 0;
  const add = (part: string, from: number) => {
    word ??= { text: '', from };
    word.text += part;
  };
  const variable = (): boolean => {
    VARIABLE.lastIndex = at;
    const found = VARIABLE.exec(text);
    const name = found?.[1] ?? found?.[2];
    if (!found || name === undefined) return false;
    variables.add(name);
    add(`{{${name}}}`, at);
    at += found[0].length;
    return true;
  };
  const done = () => {
    if (word) words.push(word);
    word = undefined;
  };

  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\\') {
      const next = /^\\(?:\r\n|\n)/.exec(text.slice(at, at + 3))?.[0];
      // A backslash before a line's end joins the lines.
      if (next === undefined) add(text[at + 1] ?? '\\', at);
      at += next?.length ?? 2;
    } else if (sign === "'") at = takeSingle(at);
    else if (sign === '$' && text[at + 1] === "'") at = takeAnsi(at);
    else if (sign === '"') takeDouble();
    else if (sign === '$' && variable()) continue;
    else if (/^`[ \t]*\r?\n/.test(text.slice(at, at + 20)))
      throw new UnreadableText(
        t('This line goes on as in PowerShell: copy the command “as cURL (bash)” or “as cURL (cmd)” instead'),
        text,
        at,
      );
    else if (/\s/.test(sign)) {
      // A new line ends a command; what stands before the first word does not.
      if (/[\r\n]/.test(sign) && (word || words.length > 0) && text.slice(at).trim() !== '')
        return finish({ sign: t('end of the line'), from: at });
      done();
      at++;
    } else if (sign === '#' && !word) while (at < text.length && text[at] !== '\n') at++;
    else if (/[|;&<>]/.test(sign)) return finish({ sign, from: at });
    else {
      add(sign, at);
      at++;
    }
  }
  return finish();

  function finish(end?: CommandLine['end']): CommandLine {
    done();
    return { words, variables: [...variables], ...(end && { end }) };
  }

  function takeSingle(from: number): number {
    const close = text.indexOf("'", from + 1);
    if (close < 0)
      throw new UnreadableText(
        t("The single quote that opens here is not closed: ' was expected"),
        text,
        from,
      );
    add(text.slice(from + 1, close), from);
    return close + 1;
  }

  function takeAnsi(from: number): number {
    add('', from);
    at = from + 2;
    while (text[at] !== "'") {
      if (at >= text.length)
        throw new UnreadableText(
          t("The quote {sign} that opens here is not closed: ' was expected", { sign: "$'" }),
          text,
          from,
        );
      if (text[at] !== '\\') {
        add(text[at++] ?? '', from);
        continue;
      }
      ANSI_CODE.lastIndex = at;
      const code = ANSI_CODE.exec(text);
      const value =
        code && (code[4] !== undefined ? Number.parseInt(code[4], 8) : hex(code[1] ?? code[2] ?? code[3]));
      if (code && value !== null && value <= 0x10ffff) add(bytesToText(code, value), from);
      else add(ESCAPES[text[at + 1] ?? ''] ?? text[at + 1] ?? '', from);
      at += code?.[0].length ?? 2;
    }
    return at + 1;

    /** `\xc3\xbc` is one character of two bytes. */
    function bytesToText(code: RegExpExecArray, value: number): string {
      if (code[1] === undefined && code[4] === undefined) return String.fromCodePoint(value);
      if (value < 0x80) return String.fromCharCode(value);
      const run = /^(?:\\x[0-9A-Fa-f]{2}|\\[0-7]{3})+/.exec(text.slice(at))?.[0] ?? code[0];
      const bytes = [...run.matchAll(/\\(?:x([0-9A-Fa-f]{2})|([0-7]{3}))/g)].map(([, x, o]) =>
        x === undefined ? Number.parseInt(o ?? '', 8) : hex(x),
      );
      at += run.length - code[0].length;
      return new TextDecoder().decode(Uint8Array.from(bytes));
    }
  }

  function takeDouble() {
    const from = at;
    add('', from);
    at++;
    while (text[at] !== '"') {
      if (at >= text.length)
        throw new UnreadableText(
          t('The double quote that opens here is not closed: " was expected'),
          text,
          from,
        );
      const next = text[at + 1] ?? '';
      if (text[at] === '\\' && /[$`"\\]/.test(next)) {
        add(next, from);
        at += 2;
      } else if (text[at] === '\\' && /[\r\n]/.test(next)) at += text.startsWith('\r\n', at + 1) ? 3 : 2;
      else if (text[at] !== '$' || !variable()) add(text[at++] ?? '', from);
    }
    at++;
  }
}

const hex = (digits: string | undefined): number => Number.parseInt(digits ?? '', 16);

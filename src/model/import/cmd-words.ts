import { t } from '../words/words.ts';
import type { CommandLine } from './shell-words.ts';
import { UnreadableText } from './unreadable-text.ts';

/** Whether a command is written for Windows: carets before quotes, or at the ends of lines. */
export function isCmdCommand(text: string): boolean {
  if (/^\s*\S+\s+\^"/.test(text)) return true;
  // What stands in a POSIX shell's quotes says nothing.
  const bare = text.replace(/'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]/g, "''");
  return /(?:^|\s)\^"/.test(bare) || /\s\^[ \t]*(?:\r\n|\n|$)/.test(bare);
}

interface Unit {
  sign: string;
  from: number;
}

/**
 * Takes a command of Windows' cmd.exe apart: first as cmd does (carets, line ends), then as programs split what
 * they are given (backslashes count before quotes only). `%NAME%` becomes the composer's `{{NAME}}`.
 */
export function splitCmdWords(text: string): CommandLine {
  const { units, variables, end } = readCarets(text);
  const words: { text: string; from: number }[] = [];
  let word: { text: string; from: number } | undefined;
  let quote: number | undefined;
  const add = (part: string, from: number) => {
    word ??= { text: '', from };
    word.text += part;
  };
  for (let i = 0; i < units.length; i++) {
    const { sign, from } = units[i] ?? { sign: '', from: text.length };
    if (sign === '\\') {
      let count = 1;
      while (units[i + count]?.sign === '\\') count++;
      const beforeQuote = units[i + count]?.sign === '"';
      add('\\'.repeat(beforeQuote ? count >> 1 : count), from);
      i += count - 1;
      if (beforeQuote && count % 2 === 1) {
        add('"', from);
        i++;
      }
    } else if (sign === '"') {
      add('', from);
      if (quote !== undefined && units[i + 1]?.sign === '"') {
        add('"', from);
        i++;
      } else quote = quote === undefined ? from : undefined;
    } else if (quote === undefined && /\s/.test(sign)) {
      if (word) words.push(word);
      word = undefined;
    } else add(sign, from);
  }
  if (quote !== undefined)
    throw new UnreadableText(
      t('The double quote that opens here is not closed: " was expected'),
      text,
      quote,
    );
  if (word) words.push(word);
  return { words, variables, ...(end && { end }) };
}

/** What cmd hands to the program: carets are gone, each sign keeps its place. */
function readCarets(text: string): { units: Unit[]; variables: string[]; end?: CommandLine['end'] } {
  const units: Unit[] = [];
  const variables = new Set<string>();
  let quoted = false;
  for (let at = 0; at < text.length; ) {
    const sign = text[at] ?? '';
    const name = sign === '%' ? /^%([A-Za-z_]\w*)%/.exec(text.slice(at, at + 200)) : null;
    const lineEnd = /^(?:\r\n|\n|\r)/.exec(text.slice(at, at + 2))?.[0];
    if (name?.[1] !== undefined) {
      variables.add(name[1]);
      units.push({ sign: `{{${name[1]}}}`, from: at });
      at += name[0].length;
    } else if (sign === '^' && !quoted) {
      const joined = /^\^[ \t]*(\r\n|\n|\r)/.exec(text.slice(at, at + 20));
      if (joined) {
        at += joined[0].length;
        // The line's end is gone; a second one is taken as it stands.
        const second = /^(?:\r\n|\n|\r)/.exec(text.slice(at, at + 2))?.[0];
        if (second !== undefined) {
          units.push({ sign: '\n', from: at });
          at += second.length;
        }
      } else {
        const next = text[at + 1];
        if (next !== undefined) units.push({ sign: next, from: at });
        at += 2;
      }
    } else if (lineEnd !== undefined) {
      if (text.slice(at).trim() === '') break;
      if (units.some((unit) => unit.sign.trim() !== ''))
        return { units, variables: [...variables], end: { sign: t('end of the line'), from: at } };
      at += lineEnd.length;
    } else if (!quoted && /[|&<>]/.test(sign)) {
      return { units, variables: [...variables], end: { sign, from: at } };
    } else {
      if (sign === '"') quoted = !quoted;
      units.push({ sign, from: at });
      at++;
    }
  }
  return { units, variables: [...variables] };
}

import { createScanner } from 'jsonc-parser';
import type { Span } from './json-text.ts';

/** What may be written at a place of a JSON text that is still being typed. */
export interface JsonCursor {
  expects: 'key' | 'value';
  /** What holds the place; `none` is the text as a whole. */
  within: 'object' | 'list' | 'none';
  /** From the root to what is written here: keys, and "0" for the items of a list. Of a key, the path of its object. */
  path: readonly string[];
  /** The name or value that stands here already, with its quotes. */
  token?: Span;
  /** The part of it that is compared with what could be meant: without quotes. */
  written: Span;
  /** The keys of the object, less one that is written here, with the texts that they hold. */
  siblings: ReadonlyMap<string, string | undefined>;
  /** Where a comma is missing between the last member and this place. */
  commaBefore?: number;
  /** What is to be written after it: a comma where a member follows without one, and a blank where none stands there. */
  commaAfter: '' | ',' | ', ';
  /** A colon follows, so that only the name is missing. */
  colonAfter: boolean;
}

// jsonc-parser declares these as a const enum, which isolated modules cannot use.
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, COMMA, COLON] = [1, 2, 3, 4, 5, 6];
const [STRING, NUMBER, UNKNOWN, END] = [10, 11, 16, 17];
const UNFINISHED = 2;

interface Token extends Span {
  kind: number;
  unfinished: boolean;
  text: string;
}

interface Frame {
  list: boolean;
  /** What was read last. */
  after: 'open' | 'key' | 'colon' | 'value' | 'comma';
  key: string;
  keys: Map<string, string | undefined>;
}

/** Reads what may be written at an offset. Never throws; undefined where nothing may be. */
export function readCursor(text: string, offset: number): JsonCursor | undefined {
  const tokens = readTokens(text);
  const reader = new Reader();
  let index = 0;
  let last: Token | undefined;
  for (let token = tokens[0]; token && token.to <= offset && !holds(token, offset); token = tokens[++index]) {
    reader.take(token);
    last = token;
  }
  const at = tokens[index];
  if (at && at.from < offset && !isWord(at)) return undefined;
  const top = reader.top;
  const role = roleAfter(top, last);
  if (!role) return undefined;
  const token = at && tokenHere(at, offset, { ...role, list: top?.list ?? false }, tokens[index + 1]);
  if (token === 'taken') return undefined;
  const following = token ? index + 1 : index;
  const path = reader.path();
  const siblings = siblingsAt(reader, role.expects, tokens, following);
  const next = tokens[following];
  return {
    expects: role.expects,
    within: top ? (top.list ? 'list' : 'object') : 'none',
    path: role.expects === 'key' ? path.slice(0, -1) : path,
    ...(token && { token: { from: token.from, to: token.to } }),
    written: token ? withoutQuotes(token) : { from: offset, to: offset },
    siblings,
    ...(role.needsComma && last && { commaBefore: last.to }),
    commaAfter: next && isStart(next) ? (next.from === (token?.to ?? offset) ? ', ' : ',') : '',
    colonAfter: next?.kind === COLON,
  };
}

/** The members before a place, and those after it up to the end of its object. */
function siblingsAt(
  reader: Reader,
  expects: 'key' | 'value',
  tokens: readonly Token[],
  from: number,
): JsonCursor['siblings'] {
  const { top, depth } = reader;
  const siblings = new Map(top?.keys);
  if (!top || top.list) return siblings;
  if (expects === 'value') top.after = 'value';
  for (let i = from, token = tokens[i]; token && reader.depth >= depth; token = tokens[++i])
    reader.take(token);
  for (const [key, value] of top.keys) if (!siblings.has(key)) siblings.set(key, value);
  return siblings;
}

/** Follows the tokens of a text that may be broken anywhere. */
class Reader {
  readonly #frames: Frame[] = [];
  /** How many of them are lists, so that a bracket that closes nothing costs nothing. */
  #lists = 0;

  get top(): Frame | undefined {
    return this.#frames.at(-1);
  }

  get depth(): number {
    return this.#frames.length;
  }

  path(): string[] {
    return this.#frames.map(({ list, key }) => (list ? '0' : key));
  }

  take({ kind, text }: Token): void {
    const { top } = this;
    if (kind === OPEN_BRACE || kind === OPEN_BRACKET) {
      const list = kind === OPEN_BRACKET;
      this.#frames.push({ list, after: 'open', key: '', keys: new Map() });
      if (list) this.#lists++;
    } else if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET) this.#close(kind === CLOSE_BRACKET);
    else if (!top) return;
    else if (kind === COMMA) top.after = 'comma';
    else if (kind === COLON) top.after = 'colon';
    else if (top.list) top.after = 'value';
    else if (top.after === 'colon') {
      top.after = 'value';
      if (kind === STRING) top.keys.set(top.key, text);
    } else {
      top.after = 'key';
      top.key = text;
      top.keys.set(text, undefined);
    }
  }

  #close(list: boolean) {
    if ((list ? this.#lists : this.depth - this.#lists) === 0) return;
    for (let frame = this.#frames.pop(); frame; frame = this.#frames.pop()) {
      if (frame.list) this.#lists--;
      if (frame.list === list) break;
    }
    if (this.top) this.top.after = 'value';
  }
}

/** What is expected after the tokens so far. */
function roleAfter(top: Frame | undefined, last: Token | undefined) {
  if (!top) return last ? undefined : { expects: 'value' as const, needsComma: false };
  const needsComma = top.after === 'value';
  if (top.list) return top.after === 'key' ? undefined : { expects: 'value' as const, needsComma };
  if (top.after === 'key') return undefined;
  return { expects: top.after === 'colon' ? ('value' as const) : ('key' as const), needsComma };
}

/** The token that is being written at an offset; `taken` where another value stands there. */
function tokenHere(
  at: Token,
  offset: number,
  { expects, list }: { expects: 'key' | 'value'; list: boolean },
  next: Token | undefined,
): Token | 'taken' | undefined {
  if (isWord(at) && (at.from < offset || (at.from === offset && at.kind !== STRING))) return at;
  if (expects === 'key' || list) return undefined;
  // A string that a colon follows is the next name: the value before it is missing.
  if (isWord(at)) return next?.kind === COLON ? undefined : at;
  return at.kind === OPEN_BRACE || at.kind === OPEN_BRACKET ? 'taken' : undefined;
}

/** Whether what is typed at an offset goes on with a token that ends there. */
const holds = (token: Token, offset: number): boolean =>
  token.to === offset && isWord(token) && (token.kind !== STRING || token.unfinished);

/** A string, number, literal or misspelt word. */
const isWord = ({ kind }: Token): boolean => (kind >= 7 && kind <= NUMBER) || kind === UNKNOWN;

/** Whether a token begins another member. */
const isStart = ({ kind }: Token): boolean => ![COMMA, CLOSE_BRACE, CLOSE_BRACKET, COLON].includes(kind);

const withoutQuotes = ({ kind, from, to, unfinished }: Token): Span =>
  kind === STRING ? { from: from + 1, to: unfinished ? to : to - 1 } : { from, to };

function readTokens(text: string): Token[] {
  const scanner = createScanner(text, true);
  const tokens: Token[] = [];
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    const unfinished = scanner.getTokenError() === UNFINISHED;
    tokens.push({ kind, from, to, unfinished, text: scanner.getTokenValue() });
  }
  return tokens;
}

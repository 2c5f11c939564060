import { createScanner } from 'jsonc-parser';
import { fromPointer, toPointer } from './json-pointer.ts';

/** A stretch of a text in UTF-16 offsets, end exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Both from 1. */
export interface Position {
  line: number;
  column: number;
}

/** Where a key and its value stand. The whole document and list items have no key. */
export interface Place {
  key?: Span;
  value: Span;
}

export type JsonReading = { value: unknown } | { offence: Span };

export interface JsonMap {
  /** Places of the pointers asked for, as far as the text has them. */
  places: ReadonlyMap<string, Place>;
  /** Keys that stand a second time in their object; the first hundreds of a hostile text. */
  duplicates: readonly { path: string; key: Span }[];
  /** The first place where the text stops being JSON. */
  offence?: Span;
}

/** Reads a text as JSON (RFC 8259). Never throws: a text that is no JSON gives the place of its first offence. */
export function readJson(text: string): JsonReading {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { offence: mapJson(text, []).offence ?? { from: 0, to: text.length } };
  }
}

/**
 * Whether a JSON text may hold a key twice: it has more keys than the value read from it.
 * A tenth of the cost of looking for them, and almost always the answer is no.
 */
export function mayRepeatKeys(text: string, value: unknown): boolean {
  const { keys, colons } = countKeys(value);
  // Where nothing is escaped, each colon belongs to a key or stands in a string that was read as it is.
  if (countColons(text) === keys + colons && !text.includes('\\')) return false;
  return countKeysIn(text) !== keys;
}

function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) count++;
  return count;
}

/** The strings of a JSON text that a colon follows. */
function countKeysIn(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open >= 0; ) {
    let close = text.indexOf('"', open + 1);
    while (text.charCodeAt(close - 1) === BACKSLASH && isEscaped(text, close))
      close = text.indexOf('"', close + 1);
    if (close < 0) break;
    let after = close + 1;
    while (text.charCodeAt(after) <= 32) after++;
    if (text.charCodeAt(after) === 58) count++;
    open = text.indexOf('"', after);
  }
  return count;
}

const BACKSLASH = 92;

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/** The keys of a value at any depth, and the colons in its strings, those in keys left out. */
function countKeys(value: unknown): { keys: number; colons: number } {
  let keys = 0;
  let colons = 0;
  // Most bodies hold nothing that holds anything.
  let open: Holder[] | undefined;
  for (let node = isHolder(value) ? value : undefined; node; node = open?.pop()) {
    const children: readonly unknown[] = Array.isArray(node) ? node : Object.values(node);
    if (!Array.isArray(node)) keys += children.length;
    for (const child of children) {
      if (typeof child === 'string') colons += countColons(child);
      else if (isHolder(child)) {
        if (open) open.push(child);
        else open = [child];
      }
    }
  }
  return { keys, colons };
}

type Holder = Readonly<Record<string, unknown>>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** The pointers asked for, as a tree that is walked beside the text. */
interface Wanted {
  pointer?: string;
  steps: Map<string, Wanted>;
}

/** Naming a duplicate costs its depth, so that a hostile text could make many of them dear. */
const MAX_DUPLICATES = 200;

type Expectation = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

interface Frame {
  list: boolean;
  wanted: Wanted | undefined;
  start: number;
  /** Keys met so far. */
  keys: Set<string>;
  /** The step that is being read: a key or an index. */
  step: string | number;
  key?: Span;
}

// jsonc-parser declares these as a const enum, which isolated modules cannot use.
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, COMMA, COLON] = [1, 2, 3, 4, 5, 6];
const [STRING, NUMBER, LINE_BREAK, TRIVIA, END] = [10, 11, 14, 15, 17];
const isLiteral = (token: number) => token >= 7 && token <= 11;

/**
 * Finds where the given pointers stand in a text, which keys stand twice, and where it stops being JSON.
 * One pass without recursion: linear in the text, at any depth.
 */
export function mapJson(text: string, pointers: Iterable<string>): JsonMap {
  const root = plant(pointers);
  const places = new Map<string, Place>();
  const duplicates: { path: string; key: Span }[] = [];
  const scanner = createScanner(text, false);
  const stack: Frame[] = [];
  let top: Frame | undefined;
  let expects: Expectation = 'value';

  const wantedHere = () => (top ? top.wanted?.steps.get(String(top.step)) : root);
  const settle = (from: number, to: number): Expectation => {
    const pointer = wantedHere()?.pointer;
    if (pointer !== undefined)
      places.set(pointer, { ...(top?.key && { key: top.key }), value: { from, to } });
    return top ? 'comma-or-close' : 'end';
  };

  for (;;) {
    const token: number = scanner.scan();
    if (token === LINE_BREAK || token === TRIVIA) continue;
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    const broken = scanner.getTokenError() !== 0;
    const offence = () => ({
      places,
      duplicates,
      offence: locateOffence(text, token, broken, { from, to }),
    });
    if (token === END) return expects === 'end' ? { places, duplicates } : offence();
    if (broken) return offence();

    if (expects === 'colon') {
      if (token !== COLON) return offence();
      expects = 'value';
    } else if (expects === 'comma-or-close' && token === COMMA && top) {
      if (top.list) top.step = Number(top.step) + 1;
      expects = top.list ? 'value' : 'key';
    } else if (
      top &&
      token === (top.list ? CLOSE_BRACKET : CLOSE_BRACE) &&
      (expects === 'comma-or-close' || expects === 'value-or-close' || expects === 'key-or-close')
    ) {
      const { start } = top;
      stack.pop();
      top = stack.at(-1);
      expects = settle(start, to);
    } else if ((expects === 'key' || expects === 'key-or-close') && top) {
      if (token !== STRING) return offence();
      const key = scanner.getTokenValue();
      top.step = key;
      top.key = { from, to };
      if (top.keys.has(key) && duplicates.length < MAX_DUPLICATES) {
        duplicates.push({ path: toPointer(stack.map((frame) => frame.step)), key: top.key });
        forget(top.wanted?.steps.get(key), places);
      }
      top.keys.add(key);
      expects = 'colon';
    } else if (expects === 'value' || expects === 'value-or-close') {
      if (token === OPEN_BRACE || token === OPEN_BRACKET) {
        const list = token === OPEN_BRACKET;
        top = { list, wanted: wantedHere(), start: from, keys: new Set(), step: list ? 0 : '' };
        stack.push(top);
        expects = list ? 'value-or-close' : 'key-or-close';
      } else if (isLiteral(token)) expects = settle(from, to);
      else return offence();
    } else return offence();
  }
}

function plant(pointers: Iterable<string>): Wanted {
  const root: Wanted = { steps: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const step of fromPointer(pointer)) {
      const next = node.steps.get(step) ?? { steps: new Map() };
      node.steps.set(step, next);
      node = next;
    }
    node.pointer = pointer;
  }
  return root;
}

/** Drops what was found inside of a value that its key's second value replaces. */
function forget(wanted: Wanted | undefined, places: Map<string, Place>) {
  const open = wanted ? [wanted] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.pointer !== undefined) places.delete(node.pointer);
    open.push(...node.steps.values());
  }
}

/** Narrows an offending token to the character that offends, for strings and numbers. */
function locateOffence(text: string, token: number, broken: boolean, { from, to }: Span): Span {
  if (token === NUMBER && broken) return { from: to, to: Math.min(to + 1, text.length) };
  if (token !== STRING || !broken) return { from, to: Math.min(text.length, Math.max(to, from + 1)) };
  for (let i = from + 1; i < to; i++) {
    if (text.charCodeAt(i) < 0x20) return { from: i, to: i + 1 };
    if (text[i] !== '\\') continue;
    const sequence = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i, i + 6));
    if (!sequence) return { from: i, to: Math.min(i + 2, to) };
    i += sequence[0].length - 1;
  }
  return { from: to, to: Math.min(to + 1, text.length) };
}

/** Line and column of an offset, both from 1, columns in UTF-16 units; lines end in \n, \r\n or \r. */
export const positionAt = (text: string, offset: number): Position => positionFinder(text)(offset);

/** Finds positions in a text: for offsets that only grow, it reads the text once. */
export function positionFinder(text: string): (offset: number) => Position {
  let line = 1;
  let start = 0;
  let at = 0;
  return (offset) => {
    if (offset < at) [line, start, at] = [1, 0, 0];
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== 10 && !(unit === 13 && text.charCodeAt(at + 1) !== 10)) continue;
      line++;
      start = at + 1;
    }
    return { line, column: offset - start + 1 };
  };
}

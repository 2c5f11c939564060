import { createScanner } from 'jsonc-parser';
import { readForm } from '../body/form-text.ts';
import { finish, STEP, type Steps } from './in-steps.ts';
import { type Holding, JsonWalk } from './json-walk.ts';
import { isFieldName, sensitivityOf } from './sensitive-names.ts';
import { findByLook, mergeSpans, type SensitiveSpan, sensitivityOfValue } from './sensitive-text.ts';
import { findInUrl } from './sensitive-url.ts';

// jsonc-parser declares these as a const enum, which isolated modules cannot use.
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, COMMA, COLON] = [1, 2, 3, 4, 5, 6];
const [STRING, NUMBER, LINE_COMMENT, BLOCK_COMMENT, UNKNOWN, END] = [10, 11, 12, 13, 16, 17];
const isTrivia = (token: number) => token === 14 || token === 15;

/** JSON inside of a string of JSON is looked into this far. */
const MAX_NESTING = 3;

/**
 * Finds what is personal or secret in a body, by the names of its fields and by the look of its values. The body may
 * be JSON, a form or neither: what cannot be read is taken for sensitive wherever that is possible.
 * Goes by names alone, wherever they stand, so that envelopes and other case styles change nothing.
 */
export const findInBody = (text: string, nesting = 0): SensitiveSpan[] =>
  finish(findInBodySteps(text, nesting));

/** The same in steps, for long bodies. */
export function* findInBodySteps(text: string, nesting = 0): Steps<SensitiveSpan[]> {
  if (/^[\w.~%+[\]-]{1,100}=/.test(text)) return findInForm(text);
  return yield* findInJson(text, yield* isBroken(text), nesting);
}

function* isBroken(text: string): Steps<boolean> {
  const walk = new JsonWalk(text);
  let rested = 0;
  while (walk.step()) {
    if (walk.to - rested < STEP) continue;
    rested = walk.to;
    yield;
  }
  return walk.broken;
}

function findInForm(text: string): SensitiveSpan[] {
  const found: SensitiveSpan[] = [];
  const { value, places } = readForm(text);
  for (const [name, content] of Object.entries(value)) {
    const place = places.get(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)?.value;
    const sensitivity =
      sensitivityOf(name) ?? findByLook(content)[0]?.sensitivity ?? sensitivityOfValue(content);
    if (place && sensitivity && sensitivity !== 'harmless') found.push({ ...place, sensitivity });
  }
  return mergeSpans([...found, ...findByLook(text)]);
}

interface Frame {
  /** What the key that this object or list belongs to holds. */
  inherited: Holding;
  holding: Holding;
}

function* findInJson(text: string, broken: boolean, nesting: number): Steps<SensitiveSpan[]> {
  const found: SensitiveSpan[] = [];
  const scanner = createScanner(text, false);
  const frames: Frame[] = [];
  let frame: Frame = { inherited: undefined, holding: undefined };
  /** A string that is a key if a colon follows. */
  let pending: { from: number; to: number; value: string } | undefined;
  /** A word without quotes, which is a key to whoever wrote it if a colon follows. */
  let bareWord: string | undefined;
  let rested = 0;

  const takeValue = () => {
    if (!pending) return;
    const { from, to, value } = pending;
    pending = undefined;
    for (const span of findInString(text, from, to, value, frame.holding, broken, nesting)) found.push(span);
  };

  for (;;) {
    const token: number = scanner.scan();
    if (isTrivia(token)) continue;
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    if (to - rested > STEP) {
      rested = to;
      yield;
    }
    if (token === COLON && pending) {
      const { value } = pending;
      const holding = sensitivityOf(value);
      // A value in the place of a key is no less personal.
      if (holding === undefined)
        for (const { sensitivity } of findByLook(value).slice(0, 1))
          found.push({ from: pending.from, to: pending.to, sensitivity });
      frame.holding = holding ?? frame.inherited;
      pending = undefined;
      continue;
    }
    if (token === COLON && bareWord !== undefined) frame.holding = sensitivityOf(bareWord) ?? frame.inherited;
    bareWord = undefined;
    takeValue();
    if (token === END) return mergeSpans(found);
    if (token === STRING) {
      const closed = scanner.getTokenError() !== 2;
      pending = { from: from + 1, to: closed ? to - 1 : to, value: scanner.getTokenValue() };
    } else if (token === NUMBER) {
      const unknown = broken ? 'secret' : findByLook(text.slice(from, to))[0]?.sensitivity;
      const holding = frame.holding ?? unknown;
      if (holding && holding !== 'harmless') found.push({ from, to, sensitivity: holding });
    } else if (token === OPEN_BRACE || token === OPEN_BRACKET) {
      frames.push(frame);
      frame = { inherited: frame.holding, holding: frame.holding };
    } else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) {
      frame = frames.pop() ?? { inherited: undefined, holding: undefined };
    } else if (token === COMMA) frame.holding = frame.inherited;
    else if (token === UNKNOWN || token === LINE_COMMENT || token === BLOCK_COMMENT) {
      bareWord = text.slice(from, Math.min(to, from + 100));
      for (const span of findInUnknown(text, from, to)) found.push(span);
    }
  }
}

function findInString(
  text: string,
  from: number,
  to: number,
  value: string,
  holding: Holding,
  broken: boolean,
  nesting: number,
): SensitiveSpan[] {
  if (holding && holding !== 'harmless') return [{ from, to, sensitivity: holding }];
  // In a text that is no JSON, a string may stand under a key that is not its own.
  if (broken && holding === undefined) return [{ from, to, sensitivity: 'secret' }];
  const raw = text.slice(from, to);
  const isUrl = /^[a-z][\w+.-]{1,20}:\\?\/\\?\//i.test(raw);
  const find = isUrl ? findInUrl : findByLook;
  const inside = nesting < MAX_NESTING && /^\s*[[{]/.test(value) ? findInBody(value, nesting + 1) : [];
  const [first] = [...find(value), ...inside];
  const whole = first?.sensitivity ?? sensitivityOfValue(value);
  if (!whole) return [];
  // Parts can be told apart where the text stands as it is, without escapes.
  if (first && raw === value && inside.length === 0)
    return find(raw).map((span) => ({ ...span, from: span.from + from, to: span.to + from }));
  return [{ from, to, sensitivity: whole, ...(first && { inside: true }) }];
}

/** Not JSON, so that nothing is known of it: shown are the names of V3's own fields only. */
function findInUnknown(text: string, from: number, to: number): SensitiveSpan[] {
  const found: SensitiveSpan[] = [];
  for (const { index, 0: word } of text.slice(from, to).matchAll(/[^\s"'`{}[\]:,;=&()]+/g))
    if (!isPlainWord(word))
      found.push({ from: from + index, to: from + index + word.length, sensitivity: 'secret' });
  return found;
}

const isPlainWord = (word: string) =>
  /^(?:true|false|null|None|True|False|undefined|NaN|desktop|mobile|none|pending|<!?[a-z]+>?|\W+)$/.test(
    word,
  ) ||
  (/^[A-Za-z_]\w*$/.test(word) && isFieldName(word));

import type { Span } from '../body/json-text.ts';

/** How a text is read by whoever receives it, which decides how a value is written into it. */
export type TextKind = 'json' | 'form' | 'url' | 'plain';

/** A place of a text where the value of a variable goes: `{{name}}`. */
export interface VariablePlace extends Span {
  name: string;
  writing: Writing;
}

/**
 * How a value is written at a place: as it is; inside of the quotes of a JSON string; as a JSON value of its own;
 * as one part of a URL; as a name or value of a form.
 */
type Writing = 'raw' | 'json-text' | 'json-value' | 'url-part' | 'form-part';

/** The value of a variable by its name; undefined where it has none. */
export type Lookup = (name: string) => string | undefined;

export interface FilledText {
  text: string;
  /** Where values went, in their order: the place in the text as it was typed, and the stretch of `text`. */
  insertions: readonly { place: VariablePlace; filled: Span }[];
  /** Places that stay as they were typed, since their variable has no value. */
  unknown: readonly VariablePlace[];
}

const NAME = '[A-Za-z_][\\w.-]*';
const placeholders = () => new RegExp(`\\{\\{ *(${NAME}) *\\}\\}`, 'g');

/** Whether a text can be the name of a variable. */
export const isVariableName = (text: string): boolean => new RegExp(`^${NAME}$`).test(text);

/** Finds the variables of a text. `{{name}}` may have spaces inside of its braces. */
export function findVariables(text: string, kind: TextKind): VariablePlace[] {
  if (!text.includes('{{')) return [];
  if (kind === 'json') return findInJson(text);
  const base = kind === 'url' ? baseLength(text) : 0;
  const writing: Writing = kind === 'form' ? 'form-part' : kind === 'url' ? 'url-part' : 'raw';
  return [...text.matchAll(placeholders())].map(({ index, 0: { length }, 1: name = '' }) => ({
    name,
    from: index,
    to: index + length,
    // A scheme, a host or a port is no part that could be encoded.
    writing: index < base ? 'raw' : writing,
  }));
}

/** Writes values into a text. Everything else, and a variable without a value, stays as it is. */
export function fillText(text: string, kind: TextKind, look: Lookup): FilledText {
  const insertions: { place: VariablePlace; filled: Span }[] = [];
  const unknown: VariablePlace[] = [];
  let filled = '';
  let at = 0;
  for (const place of findVariables(text, kind)) {
    const value = look(place.name);
    if (value === undefined) {
      unknown.push(place);
      continue;
    }
    filled += text.slice(at, place.from);
    const from = filled.length;
    filled += write(value, place.writing);
    insertions.push({ place, filled: { from, to: filled.length } });
    at = place.to;
  }
  return { text: filled + text.slice(at), insertions, unknown };
}

function write(value: string, writing: Writing): string {
  switch (writing) {
    case 'raw':
      return value;
    case 'json-text':
      return JSON.stringify(value).slice(1, -1);
    case 'json-value':
      return isJson(value) ? value : JSON.stringify(value);
    case 'form-part':
      return new URLSearchParams([['', value]]).toString().slice(1);
    case 'url-part':
      return encodePart(value);
  }
}

/** A text as one segment of a path or one part of a query. Half a surrogate pair, which has no bytes, becomes U+FFFD. */
export const encodePart = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Follows the quotes of a JSON text, which need not be right: a string ends with its line at the latest. */
function findInJson(text: string): VariablePlace[] {
  const found: VariablePlace[] = [];
  let inString = false;
  for (const { index, 0: token, 1: name } of text.matchAll(
    new RegExp(`["\\r\\n]|\\\\[^\\r\\n]|${placeholders().source}`, 'g'),
  )) {
    if (name !== undefined)
      found.push({
        name,
        from: index,
        to: index + token.length,
        writing: inString ? 'json-text' : 'json-value',
      });
    else if (token === '"') inString = !inString;
    else if (token === '\n' || token === '\r') inString = false;
  }
  return found;
}

/** How much of a URL as it is typed comes before its path: `https://{{host}}:8080`, or `{{base}}`. */
function baseLength(url: string): number {
  return (
    new RegExp(`^\\s*(?:[a-z][a-z0-9+.-]*://|\\{\\{ *${NAME} *\\}\\})?(?:[^/?#])*`, 'i').exec(url)?.[0]
      .length ?? 0
  );
}

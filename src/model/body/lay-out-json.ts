import { indentOf } from './format-json.ts';
import { readJson } from './json-text.ts';

/** The tokens of a text that is known to be JSON. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * A JSON text with blanks and line ends in one certain way, so that texts that differ in nothing else become the
 * same; undefined for what is no JSON. Numbers, escapes and double keys stay as they were written.
 */
export function layOutJson(text: string): string | undefined {
  if ('offence' in readJson(text)) return undefined;
  const parts: string[] = [];
  let depth = 0;
  /** Right behind an opening bracket. */
  let fresh = false;
  const breakLine = () => parts.push('\n', indentOf(depth));
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    if (closes) depth--;
    if (closes !== fresh) breakLine();
    parts.push(token);
    fresh = token === '{' || token === '[';
    if (fresh) depth++;
    if (token === ',') breakLine();
    if (token === ':') parts.push(' ');
  }
  return parts.join('');
}

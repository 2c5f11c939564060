import { type FilterKey, filterKeys, isFilterKey, printValue } from './filter.ts';
import { isIsWord, isWords, knownValues } from './filter-value.ts';

/** What could be typed at a place in a filter. */
export interface Completion {
  /** What takes the place of the text from `from` to `to`. */
  text: string;
  from: number;
  to: number;
  hint?: string;
  /** The term is complete with it. */
  whole: boolean;
}

/** So many are enough to choose from. */
const MOST = 12;

const usual: Partial<Record<FilterKey, readonly string[]>> = {
  status: ['2xx', '4xx', '5xx'],
  'larger-than': ['1k', '4k', '100k'],
  'slower-than': ['500ms', '1s', '5s'],
};

/**
 * What may follow at the caret: keys for a word that begins like one, else values of its key; `seen` knows the values
 * that calls have.
 */
export function completeFilter(
  text: string,
  caret: number,
  seen: (key: FilterKey) => Iterable<string>,
): Completion[] {
  const before = text.slice(0, caret);
  // Within quotes nothing is guessed.
  if ((before.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1) return [];
  const word = /\S*$/.exec(before)?.[0].replace(/^-/, '') ?? '';
  const colon = word.indexOf(':');
  const rest = /^[^\s,]*/.exec(text.slice(caret))?.[0].length ?? 0;
  if (colon < 0) return keysLike(word, caret - word.length, caret);
  const key = word.slice(0, colon).toLowerCase();
  if (!isFilterKey(key)) return [];
  const value = word.slice(Math.max(colon, word.lastIndexOf(',')) + 1);
  const taken = new Set(word.slice(colon + 1).split(','));
  const place = { from: caret - value.length, to: caret + rest, whole: true };
  return [...new Set([...(knownValues(key) ?? usual[key] ?? []), ...seen(key)])]
    .filter((known) => known.toLowerCase().startsWith(value.toLowerCase()) && !taken.has(known))
    .slice(0, MOST)
    .map((known) => ({
      text: printValue(known),
      ...place,
      ...(key === 'is' && isIsWord(known) && { hint: isWords[known]() }),
    }));
}

function keysLike(word: string, from: number, to: number): Completion[] {
  return Object.entries(filterKeys)
    .filter(([key]) => key.startsWith(word.toLowerCase()))
    .map(([key, { means }]) => ({ text: `${key}:`, from, to, hint: means(), whole: false }));
}

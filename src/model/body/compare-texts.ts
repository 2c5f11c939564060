import { describePlace } from '../problems/describe-place.ts';
import { t, tn } from '../words/words.ts';
import { diffJson } from './diff-json.ts';
import { layOutJson } from './lay-out-json.ts';

/** Two bodies made ready to be shown beside each other. */
export interface Comparison {
  before: string;
  after: string;
  /** In what they differ, as sentences. */
  summary: string;
  same: boolean;
}

/** So many places are named; the texts show them all. */
const NAMED = 4;

/** Two JSON bodies are laid out alike, so that blanks and line ends make no difference; others stay as they are. */
export function compareTexts(before: string, after: string): Comparison {
  const [left, right] = [layOutJson(before), layOutJson(after)];
  if (left === undefined || right === undefined) {
    const same = before === after;
    return {
      before,
      after,
      same,
      summary: same ? t('No difference.') : t('They differ; not both are JSON.'),
    };
  }
  const alike = t('Both are laid out alike: blanks and line ends do not count.');
  if (left === right)
    return {
      before: left,
      after: right,
      same: true,
      summary: before === after ? t('No difference.') : t('No difference. {alike}', { alike }),
    };
  const places = diffJson(JSON.parse(before), JSON.parse(after)).map(describePlace);
  return { before: left, after: right, same: false, summary: `${nameAll(places)} ${alike}` };
}

function nameAll(places: readonly string[]): string {
  if (places.length === 0) return t('The values are the same; they are written or ordered differently.');
  const more = places.length - NAMED;
  const named = places.slice(0, NAMED).join(', ');
  return more > 0
    ? tn(
        more,
        {
          one: 'Differs in {places} and {count} more place.',
          other: 'Differs in {places} and {count} more places.',
        },
        { places: named },
      )
    : t('Differs in {places}.', { places: named });
}

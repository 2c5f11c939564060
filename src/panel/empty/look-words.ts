import { t, tn } from '../../model/words/words.ts';
import type { Store } from '../store.ts';

/** What came of a look for calls that the browser has not told of. */
export function lookWords(look: Store['look']['value']): string {
  if (look === 'never') return '';
  if (look === 'under way') return t('Looking…');
  if (look.found === null) return t('The browser did not answer. Look again in a moment.');
  return look.found === 0
    ? t('Looked again: the browser knows of no other V3 call.')
    : tn(look.found, {
        one: 'Looked again: {count} call found that the browser had not told of.',
        other: 'Looked again: {count} calls found that the browser had not told of.',
      });
}

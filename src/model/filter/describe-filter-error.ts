import { nearestName } from '../problems/suggest-field.ts';
import { t } from '../words/words.ts';
import { type FilterKey, filterKeys, isFilterKey } from './filter.ts';
import { knownValues } from './filter-value.ts';
import type { FilterError } from './parse-filter.ts';

/** What is wrong with a filter, as one sentence that says what to do. */
export function describeFilterError({ code, key = '', value = '' }: FilterError): string {
  switch (code) {
    case 'unknown-key': {
      const near = nearestName(key, Object.keys(filterKeys));
      return near
        ? t('“{key}” is no key; did you mean “{near}”?', { key, near })
        : t('“{key}” is no key. To look for it as text, put it into quotes.', { key });
    }
    case 'no-value':
      return t('“{key}:” needs a value, such as {example}.', {
        key,
        example: isFilterKey(key) ? filterKeys[key].example : '',
      });
    case 'bad-value':
      return isFilterKey(key) ? describeBadValue(key, value) : '';
    case 'open-quote':
      return t('The closing quote is missing.');
    case 'after-quote':
      return t('A space belongs after the closing quote; a quote within quotes is written {sign}.', {
        sign: '\\"',
      });
  }
}

function describeBadValue(key: FilterKey, value: string): string {
  if (key === 'status') return t('“{value}” is no status; write 404, 40x or 4xx.', { value });
  if (key === 'larger-than') return t('“{value}” is no size; write 312, 4k or 1.5MB.', { value });
  if (key === 'slower-than') return t('“{value}” is no duration; write 800ms, 1.5s or 2min.', { value });
  const known = knownValues(key) ?? [];
  if (key === 'is') return t('“{value}” is not one of {known}.', { value, known: known.join(', ') });
  const near = nearestName(value, known);
  const guess = near ? { value, near } : undefined;
  switch (key) {
    case 'operation':
      return guess
        ? t('“{value}” is no operation; did you mean “{near}”?', guess)
        : t('“{value}” is no operation.', { value });
    case 'problem':
      return guess
        ? t('“{value}” is no code of a problem; did you mean “{near}”?', guess)
        : t('“{value}” is no code of a problem.', { value });
    case 'env':
      return guess
        ? t('“{value}” is no environment; did you mean “{near}”?', guess)
        : t('“{value}” is no environment.', { value });
    default:
      return t('“{value}” cannot be looked for.', { value });
  }
}

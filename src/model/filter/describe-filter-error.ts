import { nearestName } from '../problems/suggest-field.ts';
import { type FilterKey, filterKeys, isFilterKey } from './filter.ts';
import { knownValues } from './filter-value.ts';
import type { FilterError } from './parse-filter.ts';

/** What is wrong with a filter, as one sentence that says what to do. */
export function describeFilterError({ code, key = '', value = '' }: FilterError): string {
  switch (code) {
    case 'unknown-key': {
      const near = nearestName(key, Object.keys(filterKeys));
      return near
        ? `“${key}” is no key; did you mean “${near}”?`
        : `“${key}” is no key. To look for it as text, put it into quotes.`;
    }
    case 'no-value':
      return `“${key}:” needs a value, such as ${isFilterKey(key) ? filterKeys[key].example : ''}.`;
    case 'bad-value':
      return `“${value}” ${isFilterKey(key) ? mistakeOf(key, value) : ''}`;
    case 'open-quote':
      return 'The closing quote is missing.';
    case 'after-quote':
      return 'A space belongs after the closing quote; a quote within quotes is written \\".';
  }
}

function mistakeOf(key: FilterKey, value: string): string {
  if (key === 'status') return 'is no status; write 404, 40x or 4xx.';
  if (key === 'larger-than') return 'is no size; write 312, 4k or 1.5MB.';
  if (key === 'slower-than') return 'is no duration; write 800ms, 1.5s or 2min.';
  const known = knownValues(key) ?? [];
  const near = nearestName(value, known);
  if (key === 'is') return `is not one of ${known.join(', ')}.`;
  const what = { operation: 'is no operation', problem: 'is no code of a problem', env: 'is no environment' };
  const said = key === 'operation' || key === 'problem' || key === 'env' ? what[key] : 'cannot be looked for';
  return near ? `${said}; did you mean “${near}”?` : `${said}.`;
}

import { t } from '../words/words.ts';
/** What a term of a filter may ask of a call, in the order in which the help lists it. */
export const filterKeys = {
  is: {
    means: () => t('the verdict, or what became of the call'),
    example: 'is:invalid',
  },
  operation: { means: () => t('the operation; * stands for any letters'), example: 'operation:mfa*' },
  flow: { means: () => t('how the id of its flow begins'), example: 'flow:713189b8' },
  problem: { means: () => t('the code of a problem that it has'), example: 'problem:field.*' },
  path: { means: () => t('a part of the path'), example: 'path:/v3/mfa' },
  status: { means: () => t('the status, or how it begins'), example: 'status:4xx' },
  host: { means: () => t('a part of the host and port'), example: 'host:localhost' },
  env: { means: () => t('the environment of Prove'), example: 'env:uat-*' },
  'larger-than': { means: () => t('a body of more bytes, sent or received'), example: 'larger-than:4k' },
  'slower-than': { means: () => t('a longer duration'), example: 'slower-than:1.5s' },
} as const;

export type FilterKey = keyof typeof filterKeys;

export const isFilterKey = (text: string): text is FilterKey => Object.hasOwn(filterKeys, text);

/** One condition: any of the values is enough; negated, none of them may hold. */
export interface Term {
  /** `text` looks for its one value in everything that is known of a call. */
  key: FilterKey | 'text';
  negated: boolean;
  /** At least one, none of them empty. */
  values: readonly string[];
}

/** Conditions that a call must meet, all of them. */
export type Filter = readonly Term[];

/** How a key looks in a filter; `http://` is an address and no key. */
export const KEY = /([A-Za-z][A-Za-z-]*):(?!\/\/)/y;

/** A filter as it would be typed: `parseFilter` reads the same terms from it. */
export const printFilter = (filter: Filter): string => filter.map(printTerm).join(' ');

/** One term as it would be typed. */
export function printTerm({ key, negated, values }: Term): string {
  const sign = negated ? '-' : '';
  if (key !== 'text') return `${sign}${key}:${values.map(printValue).join(',')}`;
  return sign + quoteIf(/\s|^["-]|^[A-Za-z][A-Za-z-]*:(?!\/\/)/, values[0] ?? '');
}

/** A value of a key as it would be typed. */
export const printValue = (value: string): string => quoteIf(/[\s,]|^"/, value);

const quoteIf = (needed: RegExp, value: string): string =>
  needed.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;

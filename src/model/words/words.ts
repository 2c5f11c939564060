import { keyOf } from './key-of.ts';

/** Where translations come from. */
export interface Words {
  /** BCP 47 tag of the language of these texts; numbers, dates and plurals follow it. */
  language: string;
  /** The translation of a key; an empty text where there is none, and English stays. */
  lookup(key: string): string;
}

/** The names between braces: `'{shown} of {total}'` has `shown` and `total`. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** What a text asks for; nothing where it has no placeholder. */
type Values<Text extends string, Given extends string = never> = [Exclude<Names<Text>, Given>] extends [never]
  ? []
  : [values: { readonly [Name in Exclude<Names<Text>, Given>]: string | number | undefined }];

const english: Words = { language: 'en', lookup: () => '' };

let words = english;
let plurals = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en');
/** Browsers look a message up anew each time; views ask for the same ones at every drawing. */
let known = new Map<string, string>();

/** From now on texts are given in another language. To be called before the first text is asked for. */
export function learnWords(others: Words = english): void {
  words = others;
  plurals = new Intl.PluralRules(others.language);
  numbers = new Intl.NumberFormat(others.language);
  known = new Map();
}

/** The language of the texts, as a BCP 47 tag. */
export const language = (): string => words.language;

/** A number with the separators of the language: 12,345. */
export const formatNumber = (value: number): string => numbers.format(value);

/** Several as one text: `a, b and c`, or with `or` between the last two. */
export const formatList = (items: readonly string[], type: 'and' | 'or' = 'and'): string =>
  new Intl.ListFormat(words.language, { type: type === 'and' ? 'conjunction' : 'disjunction' }).format(items);

/** A text in the reader's language: `t('Sent to {host}.', { host })`. Of its first argument, only a literal is found. */
export const t = <const Text extends string>(text: Text, ...[values]: Values<Text>): string =>
  fill(translationOf(text, keyOf, text), values);

/**
 * A text that counts, in the reader's language and the form that its grammar asks for:
 * `tn(calls.length, { one: '{count} call', other: '{count} calls' })`. `count` is there without being given.
 */
export function tn<const One extends string, const Other extends string>(
  count: number,
  { one, other }: { one: One; other: Other },
  ...[values]: Values<One | Other, 'count'>
): string {
  const category = plurals.select(count);
  const form = translationOf(`${category} ${other}`, () => keyOf(other, category), count === 1 ? one : other);
  return fill(form, { ...values, count: numbers.format(count) });
}

/**
 * A text whose placeholders are more than text, in parts that stand one after the other:
 * `tParts('Ends in {path}.', { path: <code>/v3/mfa</code> })`.
 */
export function tParts<const Text extends string, Given extends Readonly<Record<Names<Text>, unknown>>>(
  text: Text,
  values: Given,
): (string | Given[keyof Given])[] {
  const given = new Map<string, Given[keyof Given]>(Object.entries(values));
  return translationOf(text, keyOf, text)
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 1 ? (given.get(part) ?? '') : part))
    .filter((part) => part !== '');
}

function translationOf(id: string, key: (text: string) => string, text: string): string {
  const translation = known.get(id) ?? (words.lookup(key(text)) || text);
  known.set(id, translation);
  return translation;
}

const fill = (text: string, values: Readonly<Record<string, string | number | undefined>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

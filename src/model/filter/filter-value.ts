import { environments } from '../../schemas/environment.ts';
import { operations } from '../../schemas/operations.ts';
import { severities } from '../problems/problem.ts';
import { t } from '../words/words.ts';
import type { FilterKey } from './filter.ts';

/** What `is:` may ask, and what each word means. */
export const isWords = {
  invalid: () => t('has an error'),
  valid: () => t('has no error'),
  unreadable: () => t('its body could not be read'),
  truncated: () => t('the browser handed over a part of its body'),
  absent: () => t('has no body and needs none'),
  failed: () => t('got no usable answer'),
  replay: () => t('was sent from the composer'),
  imported: () => t('came from a file'),
  orphan: () => t('belongs to a flow that is not known'),
} as const;

export type IsWord = keyof typeof isWords;

export const isIsWord = (text: string): text is IsWord => Object.hasOwn(isWords, text);

/** The values that a key knows beforehand; undefined where anything may be looked for. */
export function knownValues(key: FilterKey): readonly string[] | undefined {
  switch (key) {
    case 'is':
      return Object.keys(isWords);
    case 'operation':
      return operations.map(({ id }) => id);
    case 'problem':
      return Object.keys(severities);
    case 'env':
      return environments.map(({ id }) => id);
    default:
      return undefined;
  }
}

/** Whether a key can do anything with a value. */
export function takesValue(key: FilterKey, value: string): boolean {
  if (key === 'is') return isIsWord(value.toLowerCase());
  if (key === 'status') return readStatus(value) !== undefined;
  if (key === 'larger-than') return readBytes(value) !== undefined;
  if (key === 'slower-than') return readDuration(value) !== undefined;
  const known = knownValues(key);
  return known === undefined || known.some(wholePattern(value));
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type TextTest = (text: string) => boolean;

/** Finds a text as it stands, in any case. */
export function textPattern(value: string): TextTest {
  const pattern = new RegExp(literal(value), 'i');
  return (text) => pattern.test(text);
}

/** Matches a whole name, in any case; `*` stands for any letters. */
export const wholePattern = (value: string): TextTest => withStars(value, '^', '$');

/** Matches how a name begins. */
export const startPattern = (value: string): TextTest => withStars(value, '^', '');

/** Matches a part of a name. */
export const partPattern = (value: string): TextTest => withStars(value, '', '');

/** Parts between stars are found one after the other, since a pattern of many stars could take for ever. */
function withStars(value: string, start: '^' | '', end: '$' | ''): TextTest {
  const [first = '', ...rest] = value.split(/\*+/);
  const last = rest.pop();
  if (last === undefined) {
    const only = new RegExp(start + literal(first) + end, 'i');
    return (text) => only.test(text);
  }
  const middle = rest.map((part) => part.toLowerCase());
  const head = new RegExp(start + literal(first), 'i');
  const tail = last.toLowerCase();
  return (text) => {
    const found = head.exec(text);
    if (!found) return false;
    const lower = text.toLowerCase();
    let at = found.index + found[0].length;
    for (const part of middle) {
      const next = lower.indexOf(part, at);
      if (next < 0) return false;
      at = next + part.length;
    }
    return end === ''
      ? lower.indexOf(tail, at) >= 0
      : lower.length - tail.length >= at && lower.endsWith(tail);
  };
}

/** 404, 40 and 4xx: the first and the last status that are meant. */
export function readStatus(value: string): { from: number; to: number } | undefined {
  if (!/^[1-5](?:x{0,2}|\dx?|\d\d)$/i.test(value)) return undefined;
  const digits = value.replace(/x/gi, '');
  return { from: Number(digits.padEnd(3, '0')), to: Number(digits.padEnd(3, '9')) };
}

/** 312, 4k, 1.5 MB: in bytes, by thousands as the grid shows them. */
export function readBytes(value: string): number | undefined {
  const [, count, unit = ''] = /^(\d+(?:\.\d*)?)\s*(k|m|g)?b?$/i.exec(value) ?? [];
  return count === undefined ? undefined : Number(count) * 1000 ** ' kmg'.indexOf(unit.toLowerCase() || ' ');
}

const durations: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 };

/** 800, 800ms, 1.5s, 2min: in ms. */
export function readDuration(value: string): number | undefined {
  const [, count, unit = 'ms'] = /^(\d+(?:\.\d*)?)\s*(ms|s|min)?$/i.exec(value) ?? [];
  return count === undefined ? undefined : Number(count) * (durations[unit.toLowerCase()] ?? 1);
}

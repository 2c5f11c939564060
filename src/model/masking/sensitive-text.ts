import type { Sensitivity } from '../../schemas/field.ts';
import type { Span } from '../body/json-text.ts';

/** A stretch of a text that holds something personal or secret. */
export interface SensitiveSpan extends Span {
  sensitivity: Sensitivity;
  /** Not all of it is, but escapes keep its parts from being told apart. */
  inside?: true;
}

const UUIDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

interface Look {
  pattern: RegExp;
  sensitivity: Sensitivity;
  /** A cheap look at whether it can be there at all. */
  hint: (text: string) => boolean;
}

/** The shortest of what is made of digits, a date, has eight. */
const hasDigits = (text: string) => text.length > 8 && /(?:\d[\s().-]{0,2}){8}/.test(text);

/** What tells by its look alone, wherever it stands. No open counts: the engine cannot remember megabytes of one. */
const looks: readonly Look[] = [
  // "eyJ" is how {" begins in base64: a JWT, whole or cut.
  {
    pattern: /\beyJ[\w-]{4}[\w-]*(?:\.[\w-]*){0,2}/g,
    sensitivity: 'token',
    hint: (text) => text.includes('eyJ'),
  },
  {
    pattern: /\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi,
    sensitivity: 'token',
    hint: (text) => /\bb(?:earer|asic)\s/i.test(text),
  },
  {
    // Begins at the beginning of a run only, so that a long run is read once.
    pattern: /(?<![^\s@"'<>(),;:\\/=&?])[^\s@"'<>(),;:\\/=&?]+?(?:@|%40)[^\s@"'<>(),;:\\/=&?]+/g,
    sensitivity: 'email',
    hint: (text) => text.includes('@') || text.includes('%40'),
  },
  { pattern: /(?<![\d.])\d{3}-\d{2}-\d{4}(?![\d.])/g, sensitivity: 'ssn', hint: hasDigits },
  // Nine digits and more, with the signs that people put between them.
  { pattern: /(?:\+|%2B)?\(?\d(?:[\s().-]{0,2}\d){8,40}/gi, sensitivity: 'phone', hint: hasDigits },
  {
    pattern: /(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
    sensitivity: 'dob',
    hint: hasDigits,
  },
];

const NOTHING: readonly SensitiveSpan[] = [];

/** Finds what looks personal or secret by itself: no field's name is needed. Ordered, without overlaps. */
export function findByLook(text: string): readonly SensitiveSpan[] {
  if (text.length < 5) return NOTHING;
  const withDigits = hasDigits(text);
  const wanted = looks.filter(({ hint }) => (hint === hasDigits ? withDigits : hint(text)));
  if (wanted.length === 0) return NOTHING;
  // A UUID says nothing of anybody, but its digits could pass for a number.
  const shown = withDigits ? text.replace(UUIDS, (id) => 'x'.repeat(id.length)) : text;
  const found: SensitiveSpan[] = [];
  for (const { pattern, sensitivity } of wanted)
    for (const { index, 0: match } of shown.matchAll(pattern))
      found.push({ from: index, to: index + match.length, sensitivity });
  return found.length > 1 ? mergeSpans(found) : found;
}

/** Puts spans in order and makes one of those that overlap. */
export function mergeSpans(spans: readonly SensitiveSpan[]): SensitiveSpan[] {
  const merged: SensitiveSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (!last || span.from >= last.to) merged.push({ ...span });
    else if (span.to > last.to) last.to = span.to;
  }
  return merged;
}

const NAME = /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{L}'.]*){1,3}$/u;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** No single pattern, since the engine remembers each sign of a long run. */
const isOpaque = (value: string) =>
  value.length >= 24 && !/[^\w+/=.~-]/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
const ANY_UUID = new RegExp(UUIDS.source, 'i');

/**
 * What the value of a field with an unknown name is taken for as a whole, where its parts do not tell: somebody's
 * name, an address of a device, or a long string that only a machine could have made.
 */
export function sensitivityOfValue(value: string): Sensitivity | undefined {
  if (value.length > 200) return isOpaque(value) ? 'token' : undefined;
  if (NAME.test(value)) return 'name';
  if (ADDRESS.test(value)) return 'ip';
  return isOpaque(value) && !ANY_UUID.test(value) ? 'token' : undefined;
}

import type { Sensitivity } from '../../schemas/field.ts';
import type { Span } from '../body/json-text.ts';

/** A stretch of a text that holds something personal or secret. */
export interface SensitiveSpan extends Span {
  sensitivity: Sensitivity;
  /** Not all of it is, but escapes keep its parts from being told apart. */
  inside?: true;
}

const UUIDS = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;

/** What tells by its look alone, wherever it stands. */
const looks: readonly (readonly [RegExp, Sensitivity])[] = [
  // "eyJ" is how {" begins in base64: a JWT, whole or cut.
  [/\beyJ[\w-]{4,}(?:\.[\w-]*){0,2}/g, 'token'],
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi, 'token'],
  // Begins at the beginning of a run only, so that a long run is read once.
  [/(?<![^\s@"'<>(),;:\\/=&?])[^\s@"'<>(),;:\\/=&?]+?(?:@|%40)[^\s@"'<>(),;:\\/=&?]+/g, 'email'],
  [/(?<![\d.])\d{3}-\d{2}-\d{4}(?![\d.])/g, 'ssn'],
  // Nine digits and more, with the signs that people put between them.
  [/(?:\+|%2B)?\(?\d(?:[\s().-]{0,2}\d){8,}/gi, 'phone'],
  [/(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g, 'dob'],
];

/** Finds what looks personal or secret by itself: no field's name is needed. Ordered, without overlaps. */
export function findByLook(text: string): SensitiveSpan[] {
  if (text.length < 5) return [];
  // A UUID says nothing of anybody, but its digits could pass for a number.
  const shown = text.replace(UUIDS, (id) => 'x'.repeat(id.length));
  return mergeSpans(
    looks.flatMap(([pattern, sensitivity]) =>
      [...shown.matchAll(pattern)].map(({ index, 0: { length } }) => ({
        from: index,
        to: index + length,
        sensitivity,
      })),
    ),
  );
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
const OPAQUE = /^(?=.*\d)(?=.*[A-Za-z])[\w+/=.~-]{24,}$/;
const ANY_UUID = new RegExp(UUIDS.source, 'i');

/**
 * What the value of a field with an unknown name is taken for as a whole, where its parts do not tell: somebody's
 * name, an address of a device, or a long string that only a machine could have made.
 */
export function sensitivityOfValue(value: string): Sensitivity | undefined {
  if (value.length > 200) return OPAQUE.test(value) ? 'token' : undefined;
  if (NAME.test(value)) return 'name';
  if (ADDRESS.test(value)) return 'ip';
  return OPAQUE.test(value) && !ANY_UUID.test(value) ? 'token' : undefined;
}

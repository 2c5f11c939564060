import { docOf, unwrap } from '../../schemas/field.ts';
import { z } from '../../schemas/zod.ts';
import { fromPointer, parentPointer, toPointer } from '../body/json-pointer.ts';
import { valueAt } from '../routes/envelope.ts';
import { compileAdvice } from './advise-text.ts';
import { findField } from './find-field.ts';
import type { Finding } from './problem.ts';

/** What repairs a finding for certain. It names fields and documented values, and never a captured one. */
export type Remedy =
  | { kind: 'rename'; to: string }
  | { kind: 'drop' }
  /** A number or boolean that should be a string; `text` is how it must stand in the body to be quoted. */
  | { kind: 'quote'; text: string }
  /** A string that should be a number or boolean. */
  | { kind: 'unquote' }
  /** A documented value in the place of a misspelt or former one. */
  | { kind: 'replace'; with: string }
  /** Of a string, only this stretch or these characters stay. */
  | { kind: 'keep'; characters: (character: string, index: number) => boolean };

/** The remedy of a finding, or undefined where none is certain. `value` is the body that `schema` describes. */
export function proposeRemedy(
  { code, path, suggestion, details }: Finding,
  schema: z.ZodObject,
  value: unknown,
): Remedy | undefined {
  const at = valueAt(value, path);
  const field = findField(schema, fromPointer(path));
  if (code === 'field.unknown') {
    const name = suggestion === undefined ? undefined : siblingField(schema, value, path, suggestion);
    return name && accepts(name, at) && suggestion !== undefined
      ? { kind: 'rename', to: suggestion }
      : undefined;
  }
  if (!field || at === undefined) return undefined;
  switch (code) {
    case 'mfa.phone-not-allowed':
    case 'mfa.target-url-unused':
      return { kind: 'drop' };
    case 'field.empty':
      return field instanceof z.ZodOptional ? { kind: 'drop' } : undefined;
    case 'field.type':
      return at === null && field instanceof z.ZodOptional
        ? { kind: 'drop' }
        : changeType(field, at, String(details?.expected));
    case 'field.enum':
      return typeof at === 'string' ? nearestValue(field, at) : undefined;
    case 'field.characters':
    case 'field.format':
    case 'field.shape':
    case 'field.length':
    case 'id.guid':
      return typeof at === 'string' ? cutDown(field, at) : undefined;
    default:
      return undefined;
  }
}

/** The schema of the field that an unknown one means, where it does not stand beside it already. */
function siblingField(schema: z.ZodObject, value: unknown, path: string, name: string) {
  const parent = parentPointer(path);
  if (valueAt(value, parent + toPointer([name])) !== undefined) return undefined;
  return findField(schema, [...fromPointer(parent), name]);
}

const accepts = (field: z.core.$ZodType, value: unknown): boolean => z.safeParse(field, value).success;

function changeType(field: z.core.$ZodType, value: unknown, expected: string): Remedy | undefined {
  if (expected === 'string' && (typeof value === 'boolean' || Number.isSafeInteger(value))) {
    const text = String(value);
    return accepts(field, text) ? { kind: 'quote', text } : undefined;
  }
  if (typeof value !== 'string' || !/^(?:true|false|\d{1,15})$/.test(value) || /^0\d/.test(value))
    return undefined;
  return accepts(field, JSON.parse(value)) ? { kind: 'unquote' } : undefined;
}

/** The documented value that is the same but for case and blanks, or that a former one became. */
function nearestValue(field: z.core.$ZodType, value: string): Remedy | undefined {
  const inner = unwrap(field);
  const former = docOf(field)?.formerValues;
  const allowed = inner instanceof z.ZodEnum ? inner.options : [];
  const same = allowed.filter(
    (other): other is string =>
      typeof other === 'string' && other.toLowerCase() === value.trim().toLowerCase(),
  );
  const found =
    former && Object.hasOwn(former, value) ? former[value] : same.length === 1 ? same[0] : undefined;
  return found === undefined ? undefined : { kind: 'replace', with: found };
}

const isDigitOrPlus = (character: string) => /[\d+]/.test(character);

/** What of a string may stay so that nothing is left to be said about it: without blanks, separators or midnight. */
function cutDown(field: z.core.$ZodType, value: string): Remedy | undefined {
  const begins = value.length - value.trimStart().length;
  const ends = value.trimEnd().length;
  const ways: Extract<Remedy, { kind: 'keep' }>['characters'][] = [
    (_, index) => index >= begins && index < ends,
  ];
  const doc = docOf(field);
  const separated = /^\s*\+?[\d\s().-]+$/.test(value);
  const digits = value.replace(/\D/g, '').length;
  if (separated && doc?.sensitivity === 'phone' && digits >= 10 && digits <= 15) ways.push(isDigitOrPlus);
  if (doc?.sensitivity === 'ssn' && /^\s*\d{3}[\s-]\d{2}[\s-]\d{4}\s*$/.test(value)) ways.push(isDigitOrPlus);
  if (doc?.format === 'dob' && /^\d{4}-\d\d-\d\dT00:00:00(?:\.0+)?Z?$/.test(value))
    ways.push((_, index) => index < 10);
  const advise = doc && compileAdvice(doc);
  const characters = ways.find((keeps) => {
    const kept = [...keptOf(value, keeps)].join('');
    return kept !== value && kept !== '' && accepts(field, kept) && (advise?.(kept).length ?? 0) === 0;
  });
  return characters && { kind: 'keep', characters };
}

function* keptOf(value: string, keeps: (character: string, index: number) => boolean): Generator<string> {
  for (let i = 0; i < value.length; i++) if (keeps(value.charAt(i), i)) yield value.charAt(i);
}

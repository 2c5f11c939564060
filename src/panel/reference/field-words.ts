import { type Circumstance, type Condition, type FieldDoc, unwrap } from '../../schemas/field.ts';
import { z } from '../../schemas/zod.ts';

/** The JSON type of a field in a word. */
export function typeName(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return 'list';
  if (inner instanceof z.ZodObject || inner instanceof z.ZodRecord) return 'object';
  if (inner instanceof z.ZodBoolean) return 'boolean';
  if (inner instanceof z.ZodNumber) return 'number';
  return 'string';
}

/** The closed list of a field's values, or undefined where there is none. */
export function allowedValues(schema: z.core.$ZodType): readonly string[] | undefined {
  const inner = unwrap(schema);
  return inner instanceof z.ZodEnum ? inner.options.map(String) : undefined;
}

/** The rules of a field, a short line each. */
export function rulesOf(doc: FieldDoc | undefined, values: readonly string[] | undefined): string[] {
  if (!doc) return [];
  const known = values ?? doc.knownValues;
  return [
    doc.requiredSince && `Required since ${doc.requiredSince}`,
    known && `Values: ${known.join(', ')}`,
    doc.characters && `Characters: ${doc.characters.words}`,
    doc.knownKeys && `Keys: ${doc.knownKeys.join(', ')}`,
    doc.maxItems && `At most ${doc.maxItems} items`,
    doc.maxLength && `At most ${doc.maxLength.limit} characters`,
    ...(doc.conditions ?? []).map(conditionWords),
    doc.since && `Since ${doc.since}`,
    doc.removed && `Until ${doc.removed}`,
    doc.alsoCalled?.length && `Mistaken names: ${doc.alsoCalled.join(', ')}`,
    doc.example !== undefined &&
      `Example: ${typeof doc.example === 'string' ? doc.example : JSON.stringify(doc.example)}`,
  ].filter((rule) => typeof rule === 'string');
}

/** When a field has to be there, or must not be. */
export const conditionWords = ({ demand, when }: Condition): string =>
  `${demand === 'present' ? 'Required' : 'To be left out'} ${when.map(describe).join(' and ')}`;

function describe(circumstance: Circumstance): string {
  if ('region' in circumstance) return `on ${circumstance.region.toUpperCase()} hosts`;
  if ('missing' in circumstance) return `without ${circumstance.missing}`;
  return 'is' in circumstance
    ? `when ${circumstance.field} is ${circumstance.is.join(' or ')}`
    : `unless ${circumstance.field} is ${circumstance.isNot.join(' or ')}`;
}

import { characterWords } from '../../model/problems/describe-problem.ts';
import { formatList, t, tn } from '../../model/words/words.ts';
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
    doc.requiredSince && t('Required since {version}', { version: doc.requiredSince }),
    known && t('Values: {values}', { values: known.join(', ') }),
    doc.characters && t('Characters: {characters}', { characters: characterWords(doc.characters.words) }),
    doc.knownKeys && t('Keys: {keys}', { keys: doc.knownKeys.join(', ') }),
    doc.maxItems && tn(doc.maxItems, { one: 'At most {count} item', other: 'At most {count} items' }),
    doc.maxLength &&
      tn(doc.maxLength.limit, { one: 'At most {count} character', other: 'At most {count} characters' }),
    ...(doc.conditions ?? []).map(conditionWords),
    doc.since && t('Since {version}', { version: doc.since }),
    doc.removed && t('Until {version}', { version: doc.removed }),
    doc.alsoCalled?.length && t('Mistaken names: {names}', { names: doc.alsoCalled.join(', ') }),
    doc.example !== undefined &&
      t('Example: {example}', {
        example: typeof doc.example === 'string' ? doc.example : JSON.stringify(doc.example),
      }),
  ].filter((rule) => typeof rule === 'string');
}

/** When a field has to be there, or must not be. */
export function conditionWords({ demand, when }: Condition): string {
  const conditions = formatList(when.map(describe));
  return demand === 'present'
    ? t('Required {conditions}', { conditions })
    : t('To be left out {conditions}', { conditions });
}

function describe(circumstance: Circumstance): string {
  if ('region' in circumstance) return t('on {region} hosts', { region: circumstance.region.toUpperCase() });
  if ('missing' in circumstance) return t('without {field}', { field: circumstance.missing });
  const { field } = circumstance;
  return 'is' in circumstance
    ? t('when {field} is {values}', { field, values: formatList(circumstance.is, 'or') })
    : t('unless {field} is {values}', { field, values: formatList(circumstance.isNot, 'or') });
}

import { unwrap } from '../schemas/field.ts';
import { z } from '../schemas/zod.ts';

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

import { docOf, type FieldDoc, unwrap } from '../../schemas/field.ts';
import { z } from '../../schemas/zod.ts';

/** One field as a line of the reference. */
export interface FieldLine {
  /** `individual.addresses[].city` */
  path: string;
  schema: z.core.$ZodType;
  doc: FieldDoc | undefined;
  required: boolean;
}

/** All fields of a schema in their order, those of nested objects, lists and maps after the field that holds them. */
export function listFields(schema: z.ZodObject, prefix = ''): FieldLine[] {
  return Object.entries(schema.shape).flatMap(([name, field]: [string, z.core.$ZodType]) => {
    const path = `${prefix}${name}`;
    const line = { path, schema: field, doc: docOf(field), required: unwrap(field) === field };
    return [line, ...listInner(field, path)];
  });
}

function listInner(field: z.core.$ZodType, path: string): FieldLine[] {
  const inner = unwrap(field);
  if (inner instanceof z.ZodObject) return listFields(inner, `${path}.`);
  if (inner instanceof z.ZodArray) return listInner(inner.element, `${path}[]`);
  if (inner instanceof z.ZodRecord) return listInner(inner.valueType, `${path}.*`);
  return [];
}

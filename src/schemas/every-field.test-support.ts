import { z } from 'zod';
import { docOf, type FieldDoc, unwrap } from './field.ts';
import { operations } from './operations.ts';

/** One field of one operation, wherever it is nested. */
export interface Field {
  /** `mfa request /phoneNumber`; `*` stands for any item of a list and any key of a map. */
  where: string;
  name: string;
  schema: z.core.$ZodType;
  doc: FieldDoc | undefined;
  /** The names of the fields beside it. */
  siblings: readonly string[];
}

/** All fields of a schema, those of lists and maps included. */
export function fieldsOf(where: string, schema: z.core.$ZodType): Field[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return itemsOf(`${where}/*`, inner.element);
  if (inner instanceof z.ZodRecord) return itemsOf(`${where}/*`, inner.valueType);
  if (!(inner instanceof z.ZodObject)) return [];
  const siblings = Object.keys(inner.shape);
  return Object.entries(inner.shape).flatMap(([name, field]: [string, z.core.$ZodType]) => [
    { where: `${where}/${name}`, name, schema: field, doc: docOf(field), siblings },
    ...fieldsOf(`${where}/${name}`, field),
  ]);
}

/** The items of a list: an object is described by its fields, anything else by itself. */
const itemsOf = (where: string, item: z.core.$ZodType): Field[] =>
  unwrap(item) instanceof z.ZodObject
    ? fieldsOf(where, item)
    : [{ where, name: '*', schema: item, doc: docOf(item), siblings: [] }, ...fieldsOf(where, item)];

const partsOf = (part: 'request' | 'response' | 'pathParameters' | 'queryParameters') =>
  operations.flatMap((operation) => {
    const schema = operation[part];
    return schema ? fieldsOf(`${operation.id} ${part} `, schema) : [];
  });

export const requestFields = partsOf('request');
export const responseFields = partsOf('response');
export const parameters = [...partsOf('pathParameters'), ...partsOf('queryParameters')];
export const allFields = [...requestFields, ...parameters, ...responseFields];

/** Where a convention is broken; empty when all fields keep it. */
export const breaking = (fields: readonly Field[], keeps: (field: Field) => boolean): string[] =>
  fields.filter((field) => !keeps(field)).map(({ where }) => where);

/** Whether a field has fields or items of its own, which say what it holds. */
export function isComposite({ schema }: Field): boolean {
  const inner = unwrap(schema);
  return inner instanceof z.ZodArray || inner instanceof z.ZodRecord || inner instanceof z.ZodObject;
}

import { unwrap } from '../../schemas/field.ts';
import { z } from '../../schemas/zod.ts';
import { fromPointer, toPointer } from '../body/json-pointer.ts';
import { plainName } from '../problems/suggest-field.ts';

type JsonObject = Record<string, unknown>;

/** A body whose snake_case keys have become the fields of a schema, and the way back. */
export interface Renamed {
  value: JsonObject;
  /** A pointer into `value` as a pointer into the body as it was sent. */
  toOriginal: (pointer: string) => string;
  /** A field's name as the body would write it. */
  write: (field: string) => string;
}

/** `allowOTPRetry` is written allow_otp_retry. */
export const toSnakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

const toCamelCase = (name: string) =>
  name.replace(/_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Renames the keys of a snake_case body to the fields of a schema, at any depth that the schema knows. */
export function renameKeys(schema: z.ZodObject, body: JsonObject): Renamed {
  const originals = new Map<object, Map<string, string>>();
  const rename = (at: z.core.$ZodType | undefined, value: unknown): unknown => {
    const known = at && unwrap(at);
    if (Array.isArray(value)) {
      const item = known instanceof z.ZodArray ? known.element : undefined;
      return item ? value.map((child: unknown) => rename(item, child)) : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (known instanceof z.ZodRecord)
      return Object.fromEntries(
        Object.entries(value).map(([key, child]) => [key, rename(known.valueType, child)]),
      );
    return known instanceof z.ZodObject ? renameFields(known, value) : value;
  };
  const renameFields = (object: z.ZodObject, value: object): JsonObject => {
    const names = fieldsByPlainName(object);
    const before = new Map<string, string>();
    const entries: [string, unknown][] = [];
    for (const [key, child] of Object.entries(value)) {
      const field = names.get(plainName(key)) ?? toCamelCase(key);
      // Of two spellings of one field, the second stays the unknown key that it is.
      const name = before.has(field) || (field !== key && Object.hasOwn(value, field)) ? key : field;
      before.set(name, key);
      entries.push([name, rename(Object.hasOwn(object.shape, name) ? object.shape[name] : undefined, child)]);
    }
    const renamed: JsonObject = Object.fromEntries(entries);
    originals.set(renamed, before);
    return renamed;
  };
  const value = renameFields(schema, body);
  return { value, toOriginal: (pointer) => originalPointer(value, originals, pointer), write: toSnakeCase };
}

function originalPointer(
  value: unknown,
  originals: ReadonlyMap<object, ReadonlyMap<string, string>>,
  pointer: string,
): string {
  let at = value;
  const steps = fromPointer(pointer).map((step) => {
    const object = typeof at === 'object' && at !== null ? at : undefined;
    const before = object && originals.get(object);
    at = object && Object.hasOwn(object, step) ? Reflect.get(object, step) : undefined;
    return before ? (before.get(step) ?? toSnakeCase(step)) : step;
  });
  return toPointer(steps);
}

const plainNames = new WeakMap<z.ZodObject, ReadonlyMap<string, string>>();

function fieldsByPlainName(schema: z.ZodObject): ReadonlyMap<string, string> {
  let names = plainNames.get(schema);
  if (!names) {
    names = new Map(Object.keys(schema.shape).map((field) => [plainName(field), field]));
    plainNames.set(schema, names);
  }
  return names;
}

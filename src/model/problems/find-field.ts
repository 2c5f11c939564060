import { unwrap } from '../../schemas/field.ts';
import { z } from '../../schemas/zod.ts';

/** The schema of the field at a path of keys, keys of a map and indexes, or undefined where there is none. */
export function findField(schema: z.ZodObject, path: readonly string[]): z.core.$ZodType | undefined {
  let at: z.core.$ZodType | undefined = schema;
  for (const step of path) {
    const inner: z.core.$ZodType | undefined = at && unwrap(at);
    if (inner instanceof z.ZodObject) at = Object.hasOwn(inner.shape, step) ? inner.shape[step] : undefined;
    else if (inner instanceof z.ZodRecord) at = inner.valueType;
    else at = inner instanceof z.ZodArray ? inner.element : undefined;
  }
  return at;
}

import { z } from '../../schemas/zod.ts';

type Test = (value: unknown) => boolean;

const tests = new WeakMap<z.core.$ZodType, Test>();

/**
 * Whether a schema accepts a value that was read from JSON: what `safeParse` says, without the copy and the report
 * that it makes.
 */
export const accepts = (schema: z.core.$ZodType, value: unknown): boolean => testOf(schema)(value);

function testOf(schema: z.core.$ZodType): Test {
  let test = tests.get(schema);
  if (!test) {
    test = compile(schema);
    tests.set(schema, test);
  }
  return test;
}

/** Rules beyond the type, and kinds of schema that are not looked for here, are left to zod. */
function compile(schema: z.core.$ZodType): Test {
  if (schema._zod.def.checks?.length) return byZod(schema);
  if (schema instanceof z.ZodOptional) return orMissing(testOf(schema.unwrap()));
  if (schema instanceof z.ZodString) return (value) => typeof value === 'string';
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof z.ZodEnum) return isOneOf(new Set<unknown>(schema.options));
  if (schema instanceof z.ZodNumberFormat)
    return schema.format === 'safeint' ? Number.isSafeInteger : byZod(schema);
  if (schema instanceof z.ZodNumber) return Number.isFinite;
  if (schema instanceof z.ZodArray) return isListOf(testOf(schema.element));
  if (schema instanceof z.ZodRecord)
    return schema.keyType instanceof z.ZodString ? isMapOf(testOf(schema.valueType)) : byZod(schema);
  return schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodUnknown
    ? isObjectOf(schema)
    : byZod(schema);
}

const byZod =
  (schema: z.core.$ZodType): Test =>
  (value) =>
    z.safeParse(schema, value).success;

const orMissing =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

const isOneOf =
  (allowed: ReadonlySet<unknown>): Test =>
  (value) =>
    allowed.has(value);

const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);

const isMapOf =
  (test: Test): Test =>
  (value) => {
    if (!isObject(value)) return false;
    for (const key in value) if (!test(value[key])) return false;
    return true;
  };

/** An object that lets further keys be, as all bodies do. */
function isObjectOf({ shape }: z.ZodObject): Test {
  const fields = Object.entries(shape).map(([name, field]) => ({ name, test: testOf(field) }));
  return (value) => {
    if (!isObject(value)) return false;
    for (const { name, test } of fields) if (!test(value[name])) return false;
    return true;
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

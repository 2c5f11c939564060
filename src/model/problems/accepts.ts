import { type Condition, docOf, textRules } from '../../schemas/field.ts';
import type { Region } from '../../schemas/operation.ts';
import { z } from '../../schemas/zod.ts';
import { isObject } from '../is-object.ts';
import { holds } from './advise.ts';
import { compileAdvice } from './advise-text.ts';

type Test = (value: unknown, region: Region | undefined) => boolean;

/**
 * Whether a schema accepts a value that was read from JSON: what `safeParse` says, without the copy and the report
 * that it makes.
 */
export const accepts = (schema: z.core.$ZodType, value: unknown): boolean =>
  testOf(schema, false)(value, undefined);

/**
 * Whether nothing is to be said about a body: its schema accepts it, and its documentation advises nothing. Most bodies
 * are like this, and one walk shows it; false means only that a closer look is needed.
 */
export const isFlawless = (schema: z.ZodObject, value: unknown, region: Region | undefined): boolean =>
  testOf(schema, true)(value, region);

const accepting = new WeakMap<z.core.$ZodType, Test>();
const flawless = new WeakMap<z.core.$ZodType, Test>();

function testOf(schema: z.core.$ZodType, strict: boolean): Test {
  const tests = strict ? flawless : accepting;
  let test = tests.get(schema);
  if (!test) {
    test = compile(schema, strict);
    tests.set(schema, test);
  }
  return test;
}

/** Kinds of schema that are not looked for here are left to zod, or to a closer look. */
function compile(schema: z.core.$ZodType, strict: boolean): Test {
  if (schema instanceof z.ZodOptional) return orMissing(testOf(schema.unwrap(), strict));
  if (schema instanceof z.ZodString) return strict ? isAdvisedText(schema) : isText(schema);
  if (schema._zod.def.checks?.length) return strict ? never : byZod(schema);
  if (schema instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof z.ZodEnum) return isOneOf(new Set<unknown>(schema.options));
  if (schema instanceof z.ZodNumberFormat && schema.format === 'safeint') return Number.isSafeInteger;
  if (schema instanceof z.ZodNumber && !(schema instanceof z.ZodNumberFormat)) return Number.isFinite;
  if (schema instanceof z.ZodArray) return isListOf(testOf(schema.element, strict));
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodString)
    return isMapOf(testOf(schema.valueType, strict));
  if (schema instanceof z.ZodObject && schema.def.catchall instanceof z.ZodUnknown)
    return isObjectOf(schema, strict);
  return strict ? never : byZod(schema);
}

const never: Test = () => false;

const byZod =
  (schema: z.core.$ZodType): Test =>
  (value) =>
    z.safeParse(schema, value).success;

const orMissing =
  (test: Test): Test =>
  (value, region) =>
    value === undefined || test(value, region);

function isText(schema: z.ZodString): Test {
  const checks = schema.def.checks?.length ?? 0;
  if (checks === 0) return (value) => typeof value === 'string';
  const rules = textRules(docOf(schema) ?? { doc: '' });
  // Only of the rules that the documentation states is it known what they say.
  if (rules.length !== checks) return byZod(schema);
  const [rule] = rules;
  if (rules.length === 1 && rule) return (value) => typeof value === 'string' && !rule.isBroken(value);
  return (value) => typeof value === 'string' && !rules.some(({ isBroken }) => isBroken(value));
}

function isAdvisedText(schema: z.ZodString): Test {
  const accepted = isText(schema);
  const doc = docOf(schema);
  if (!doc) return accepted;
  const advise = compileAdvice(doc);
  // A page sends the same ids and addresses again and again, and to compare two texts is cheap.
  let latest: string | undefined;
  return (value, region) => {
    if (typeof value !== 'string') return false;
    if (value === latest) return true;
    if (!accepted(value, region) || advise(value).length > 0) return false;
    if (value.length <= REMEMBERED) latest = value;
    return true;
  };
}

/** Longer texts are not kept alive for this. */
const REMEMBERED = 200;

const isOneOf =
  (allowed: ReadonlySet<unknown>): Test =>
  (value) =>
    allowed.has(value);

const isListOf =
  (test: Test): Test =>
  (value, region) =>
    Array.isArray(value) && value.every((item) => test(item, region));

const isMapOf =
  (test: Test): Test =>
  (value, region) => {
    if (!isObject(value)) return false;
    for (const key in value) if (!test(value[key], region)) return false;
    return true;
  };

interface Field {
  name: string;
  test: Test;
  required: boolean;
}

/** An object that lets further keys be, as all bodies do. What it holds is looked up, not what it might. */
function isObjectOf({ shape }: z.ZodObject, strict: boolean): Test {
  const entries = Object.entries(shape);
  const fields = new Map(
    entries.map(([name, field]): [string, Field] => [
      name,
      { name, test: testOf(field, strict), required: !(field instanceof z.ZodOptional) },
    ]),
  );
  const required = [...fields.values()].filter((field) => field.required).length;
  const conditions = entries.flatMap(([name, field]) => toRules(name, docOf(field)?.conditions));
  // Bodies of one operation have mostly the same keys in the same order, which saves looking them up.
  const latest: Field[] = [];
  return (value, region) => {
    if (!isObject(value)) return false;
    let missing = required;
    let place = 0;
    let unknown = 0;
    for (const name in value) {
      let field = latest[place];
      if (field?.name !== name) {
        field = fields.get(name);
        if (!field) {
          if (strict) return false;
          // Of a hostile body's million keys, each look is dear: then the fields are looked for after all.
          if (++unknown > MANY) return isEach(fields.values(), value);
          continue;
        }
        latest[place] = field;
      }
      place++;
      if (!field.test(value[name], region)) return false;
      if (field.required) missing--;
    }
    return missing === 0 && !(strict && breaksAny(conditions, value, region));
  };
}

type Siblings = Readonly<Record<string, unknown>>;
type Rule = (siblings: Siblings, region: Region | undefined) => boolean;

function breaksAny(rules: readonly Rule[], siblings: Siblings, region: Region | undefined): boolean {
  for (const isBroken of rules) if (isBroken(siblings, region)) return true;
  return false;
}

const MANY = 100;

function isEach(fields: Iterable<Field>, value: Readonly<Record<string, unknown>>): boolean {
  for (const { name, test } of fields) if (!test(value[name], undefined)) return false;
  return true;
}

/** The rules between a field and its siblings. */
const toRules = (name: string, conditions: readonly Condition[] = []): Rule[] =>
  conditions.map(
    ({ demand, when }) =>
      (siblings, region) =>
        (demand === 'present') !== Object.hasOwn(siblings, name) && holdAll(when, siblings, region),
  );

function holdAll(when: Condition['when'], siblings: Siblings, region: Region | undefined): boolean {
  for (const circumstance of when) if (!holds(circumstance, siblings, region)) return false;
  return true;
}

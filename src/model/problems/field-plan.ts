import { type Condition, docOf, unwrap } from '../../schemas/field.ts';
import { z } from '../../schemas/zod.ts';
import { type Advice, compileAdvice } from './advise-text.ts';

/** What is to be looked at in a value, prepared once for each schema: looking things up is most of the cost. */
export type FieldPlan =
  | { kind: 'object'; object: ObjectPlan }
  | { kind: 'list' | 'map'; item: FieldPlan }
  | { kind: 'text'; advise: (value: string) => readonly Advice[] }
  | { kind: 'other' };

export interface ObjectPlan {
  schema: z.ZodObject;
  fields: ReadonlyMap<string, FieldPlan>;
  conditions: readonly { name: string; conditions: readonly Condition[] }[];
}

const plans = new WeakMap<z.ZodObject, ObjectPlan>();
const OTHER: FieldPlan = { kind: 'other' };

/** The plan of an object's schema. */
export function planOf(schema: z.ZodObject): ObjectPlan {
  let plan = plans.get(schema);
  if (!plan) {
    const fields = Object.entries(schema.shape);
    plan = {
      schema,
      fields: new Map(fields.map(([name, field]) => [name, planField(field)])),
      conditions: fields.flatMap(([name, field]) => {
        const conditions = docOf(field)?.conditions;
        return conditions ? [{ name, conditions }] : [];
      }),
    };
    plans.set(schema, plan);
  }
  return plan;
}

function planField(field: z.core.$ZodType): FieldPlan {
  const schema = unwrap(field);
  if (schema instanceof z.ZodObject) return { kind: 'object', object: planOf(schema) };
  if (schema instanceof z.ZodArray) return { kind: 'list', item: planField(schema.element) };
  if (schema instanceof z.ZodRecord) return { kind: 'map', item: planField(schema.valueType) };
  const doc = docOf(schema);
  return doc ? { kind: 'text', advise: compileAdvice(doc) } : OTHER;
}

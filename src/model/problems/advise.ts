import type { Circumstance, Condition } from '../../schemas/field.ts';
import type { Region } from '../../schemas/operation.ts';
import type { z } from '../../schemas/zod.ts';
import { toPointer } from '../body/json-pointer.ts';
import { isObject } from '../is-object.ts';
import { type FieldPlan, type ObjectPlan, planOf } from './field-plan.ts';
import { MAX_PROBLEMS } from './place-problems.ts';
import type { Finding } from './problem.ts';
import { suggestField } from './suggest-field.ts';

type JsonObject = Record<string, unknown>;

interface Surroundings {
  region: Region | undefined;
  /** Paths that have an error already: their finer points are not discussed. */
  broken: ReadonlySet<string>;
}

/** The way to a value, from it up to the body; written out only where something is found. */
interface Way {
  step: PropertyKey;
  up: Way | undefined;
}

/** What a schema does not refuse, yet its documentation advises against, and the rules between fields. */
export function advise(schema: z.ZodObject, value: JsonObject, surroundings: Surroundings): Finding[] {
  const findings: Finding[] = [];
  adviseObject(planOf(schema), value, undefined, surroundings, findings);
  return findings;
}

function adviseObject(
  plan: ObjectPlan,
  value: JsonObject,
  at: Way | undefined,
  around: Surroundings,
  out: Finding[],
) {
  for (const name in value) {
    const field = plan.fields.get(name);
    if (field) adviseValue(field, value[name], name, at, around, out);
    // Further ones are never shown, and looking for what each meant is dear.
    else if (out.length < MAX_PROBLEMS) out.push(unknownField(name, plan, { step: name, up: at }));
  }
  for (const { name, conditions } of plan.conditions)
    checkConditions(conditions, value, name, at, around, out);
}

function unknownField(name: string, { schema }: ObjectPlan, at: Way): Finding {
  const suggestion = suggestField(name, schema.shape);
  return { code: 'field.unknown', path: pointerOf(at), atKey: true, ...(suggestion && { suggestion }) };
}

function adviseValue(
  plan: FieldPlan,
  value: unknown,
  step: PropertyKey,
  up: Way | undefined,
  around: Surroundings,
  out: Finding[],
) {
  if (plan.kind === 'text') {
    if (typeof value !== 'string') return;
    const advice = plan.advise(value);
    if (advice.length === 0) return;
    const path = pointerOf({ step, up });
    if (!around.broken.has(path)) for (const found of advice) out.push({ ...found, path });
  } else if (plan.kind === 'object') {
    if (isObject(value)) adviseObject(plan.object, value, { step, up }, around, out);
  } else if (plan.kind === 'list') {
    if (!Array.isArray(value)) return;
    const at = { step, up };
    for (const [index, item] of value.entries()) adviseValue(plan.item, item, index, at, around, out);
  } else if (plan.kind === 'map' && isObject(value)) {
    const at = { step, up };
    for (const key in value) adviseValue(plan.item, value[key], key, at, around, out);
  }
}

function checkConditions(
  conditions: readonly Condition[],
  siblings: JsonObject,
  name: string,
  up: Way | undefined,
  around: Surroundings,
  out: Finding[],
) {
  const present = Object.hasOwn(siblings, name);
  for (const { code, demand, when } of conditions) {
    if ((demand === 'present') === present) continue;
    if (!when.every((circumstance) => holds(circumstance, siblings, around.region))) continue;
    const path = pointerOf({ step: name, up });
    // A value of the wrong type (null for "left out") has its own error and breaks no further rule.
    if (around.broken.has(path) && typeof siblings[name] !== 'string') return;
    out.push({ code, path });
  }
}

/** Whether a circumstance of a condition is given. */
export function holds(
  circumstance: Circumstance,
  siblings: Readonly<JsonObject>,
  region: Region | undefined,
): boolean {
  if ('region' in circumstance) return region === circumstance.region;
  if ('missing' in circumstance) return !Object.hasOwn(siblings, circumstance.missing);
  const value = siblings[circumstance.field];
  if ('is' in circumstance) return typeof value === 'string' && circumstance.is.includes(value);
  return typeof value !== 'string' || !circumstance.isNot.includes(value);
}

function pointerOf(at: Way): string {
  const steps: PropertyKey[] = [];
  for (let way: Way | undefined = at; way; way = way.up) steps.push(way.step);
  return toPointer(steps.reverse());
}

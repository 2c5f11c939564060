import { type Circumstance, characterCount, docOf, type FieldDoc, unwrap } from '../schemas/field.ts';
import type { Region } from '../schemas/operation.ts';
import { z } from '../schemas/zod.ts';
import { toPointer } from './json-pointer.ts';
import { MAX_PROBLEMS } from './place-problems.ts';
import type { Finding } from './problem.ts';
import { isPrivateAddress, looksLikePersonalData, UUID, unlikely } from './shapes.ts';
import { suggestField } from './suggest-field.ts';

type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Surroundings {
  region: Region | undefined;
  /** Whether a path already has an error: then its finer points are not discussed. */
  hasError: (pointer: string) => boolean;
}

/** What a schema does not refuse, yet its documentation advises against, and the rules between fields. */
export function advise(schema: z.ZodObject, value: JsonObject, surroundings: Surroundings): Finding[] {
  const findings: Finding[] = [];
  adviseObject(schema, value, [], surroundings, findings);
  return findings;
}

function adviseObject(
  schema: z.ZodObject,
  value: JsonObject,
  at: readonly PropertyKey[],
  around: Surroundings,
  out: Finding[],
) {
  const { shape } = schema;
  for (const [name, child] of Object.entries(value)) {
    if (!Object.hasOwn(shape, name)) {
      // Further ones are never shown, and looking for what each meant is dear.
      if (out.length >= MAX_PROBLEMS) continue;
      const suggestion = suggestField(name, shape);
      out.push({
        code: 'field.unknown',
        path: toPointer([...at, name]),
        atKey: true,
        ...(suggestion && { suggestion }),
      });
      continue;
    }
    const field = shape[name];
    if (field) adviseValue(unwrap(field), child, [...at, name], around, out);
  }
  for (const [name, field] of Object.entries(shape)) {
    const conditions = docOf(field)?.conditions;
    if (conditions) checkConditions(name, conditions, value, [...at, name], around, out);
  }
}

function adviseValue(
  schema: z.core.$ZodType,
  value: unknown,
  at: readonly PropertyKey[],
  around: Surroundings,
  out: Finding[],
) {
  if (schema instanceof z.ZodObject) {
    if (isObject(value)) adviseObject(schema, value, at, around, out);
  } else if (schema instanceof z.ZodArray) {
    if (Array.isArray(value))
      for (const [index, item] of value.entries())
        adviseValue(unwrap(schema.element), item, [...at, index], around, out);
  } else if (typeof value === 'string') {
    const doc = docOf(schema);
    if (!doc) return;
    const path = toPointer(at);
    if (!around.hasError(path)) out.push(...adviseText(doc, value).map((finding) => ({ ...finding, path })));
  }
}

type Advice = Omit<Finding, 'path'>;

function adviseText(doc: FieldDoc, value: string): Advice[] {
  if (value === '') return [{ code: 'field.empty' }];
  const advice: Advice[] = [];
  const { characters, shape, maxLength } = doc;
  if (characters?.severity === 'warning' && !new RegExp(`^${characters.pattern}*$`, 'u').test(value))
    advice.push({ code: 'field.characters', severity: 'warning', details: { allowed: characters.words } });
  if (shape && unlikely[shape](value)) advice.push({ code: 'field.shape', details: { shape } });
  else if ((shape === 'ip' || shape === 'url') && isPrivateAddress(value))
    advice.push({ code: 'field.private-address' });
  if (doc.clientId) {
    const kind = looksLikePersonalData(value);
    if (kind) advice.push({ code: 'id.personal-data', details: { kind } });
    else if (!UUID.test(value)) advice.push({ code: 'id.guid' });
  }
  if (doc.smsTemplate) {
    const runs = (value.match(/#+/g) ?? []).filter((run) => run.length >= 4 && run.length <= 6).length;
    if (runs !== 1) advice.push({ code: 'sms.placeholder', details: { runs } });
  }
  if (maxLength?.severity === 'warning' && characterCount(value) > maxLength.limit)
    advice.push({ code: 'sms.length', details: { limit: maxLength.limit } });
  return advice;
}

function checkConditions(
  name: string,
  conditions: NonNullable<FieldDoc['conditions']>,
  siblings: JsonObject,
  at: readonly PropertyKey[],
  around: Surroundings,
  out: Finding[],
) {
  const path = toPointer(at);
  // A value of the wrong type (null for "left out") has its own error and breaks no further rule.
  if (around.hasError(path) && typeof siblings[name] !== 'string') return;
  const present = Object.hasOwn(siblings, name);
  for (const { code, demand, when } of conditions) {
    if ((demand === 'present') === present) continue;
    if (when.every((circumstance) => holds(circumstance, siblings, around.region))) out.push({ code, path });
  }
}

function holds(circumstance: Circumstance, siblings: JsonObject, region: Region | undefined): boolean {
  if ('region' in circumstance) return region === circumstance.region;
  if ('missing' in circumstance) return !Object.hasOwn(siblings, circumstance.missing);
  const value = siblings[circumstance.field];
  if ('is' in circumstance) return typeof value === 'string' && circumstance.is.includes(value);
  return typeof value !== 'string' || !circumstance.isNot.includes(value);
}

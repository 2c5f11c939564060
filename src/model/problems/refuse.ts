import { docOf } from '../../schemas/field.ts';
import type { z } from '../../schemas/zod.ts';
import { toPointer } from '../body/json-pointer.ts';
import { accepts } from './accepts.ts';
import { findField } from './find-field.ts';
import type { Finding } from './problem.ts';

/** What a schema refuses in a value: one finding for each rule of the documents that is broken. */
export function refuse(schema: z.ZodObject, value: unknown): Finding[] {
  if (accepts(schema, value)) return NONE;
  const result = schema.safeParse(value);
  return result.success ? NONE : result.error.issues.map((issue) => toFinding(issue, schema, value));
}

const NONE: Finding[] = [];

function toFinding(issue: z.core.$ZodIssue, schema: z.ZodObject, root: unknown): Finding {
  const path = toPointer(issue.path);
  const value = issue.path.reduce(stepInto, root);
  const found = { path, details: { ...docDetails(schema, issue.path) } };
  if (value === undefined) {
    const instead = issue.code === 'custom' && issue.params?.instead;
    return {
      path,
      code: 'field.required',
      details: typeof instead === 'string' && instead !== '' ? { instead } : {},
    };
  }
  switch (issue.code) {
    case 'invalid_value':
      if (typeof value !== 'string') return { ...found, code: 'field.type', details: { expected: 'string' } };
      return { ...found, code: 'field.enum', details: { allowed: issue.values.join(', ') } };
    case 'invalid_type':
      return {
        ...found,
        code: 'field.type',
        details: { expected: jsonTypes[issue.expected] ?? issue.expected },
      };
    case 'too_big':
      return { ...found, code: 'field.length', details: { limit: Number(issue.maximum), of: 'items' } };
    case 'custom':
      return { ...found, code: ruleCode(issue.params) };
    default:
      return { ...found, code: 'field.format' };
  }
}

/** Where zod has a word of its own for what JSON calls otherwise. */
const jsonTypes: Partial<Record<string, string>> = { record: 'object', int: 'whole number' };

const ruleCodes = ['field.characters', 'field.length', 'field.format', 'field.required'] as const;

const ruleCode = (params: Record<string, unknown> | undefined) =>
  ruleCodes.find((code) => code === params?.code) ?? 'field.format';

const stepInto = (value: unknown, step: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? Reflect.get(value, step)
    : undefined;

/** What the sentences about a broken rule need of the field's documentation. */
function docDetails(schema: z.ZodObject, path: readonly PropertyKey[]): Finding['details'] {
  const field = findField(schema, path.map(String));
  const doc = field && docOf(field);
  return {
    ...(doc?.characters && { allowed: doc.characters.words }),
    ...(doc?.maxLength && { limit: doc.maxLength.limit }),
    ...(doc?.format && { format: doc.format }),
  };
}

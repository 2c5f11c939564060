import { docOf, unwrap } from '../../schemas/field.ts';
import type { Operation, Region } from '../../schemas/operation.ts';
import { z } from '../../schemas/zod.ts';
import { t } from '../words/words.ts';
import { exampleBody } from './template.ts';

/** A value that could be written. */
export interface ValueOffer {
  label: string;
  /** Where it comes from, in a few words. */
  detail: string;
  /** As it stands in the body. */
  json: string;
}

/** What is known besides the text of a body. */
export interface CompletionSurroundings {
  region?: Region | undefined;
  /** Values that are known for a field of this name: ids of captured flows. */
  knownValues?: ((name: string) => readonly ValueOffer[]) | undefined;
  newGuid: () => string;
}

/** The values that a field could have: what is allowed, what is known, what the documents show. Each once. */
export function offerValues(
  name: string,
  field: z.core.$ZodType,
  { knownValues, newGuid }: CompletionSurroundings,
): ValueOffer[] {
  const inner = unwrap(field);
  const doc = docOf(field);
  const offers: ValueOffer[] = [];
  const add = (value: unknown, detail: string) => {
    const json = JSON.stringify(value);
    const label = typeof value === 'string' ? value : json;
    if (label !== undefined && json !== undefined) offers.push({ label, detail, json });
  };
  if (inner instanceof z.ZodEnum) for (const value of inner.options) add(value, '');
  if (inner instanceof z.ZodBoolean) for (const value of [true, false]) add(value, '');
  offers.push(...(knownValues?.(name) ?? []));
  for (const value of doc?.knownValues ?? []) add(value, t('known value'));
  if (doc?.clientId) add(newGuid(), t('new GUID'));
  if (doc?.example !== undefined) add(doc.example, 'example');
  const seen = new Set<string>();
  return offers.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** The bodies that an operation could have: only what is required, and the documented example. */
export function offerBodies(operation: Operation): ValueOffer[] {
  const { request: schema, exampleRequest } = operation;
  if (!schema || !exampleRequest) return [];
  const required = Object.entries(exampleRequest).filter(([name]) => {
    const field = schema.shape[name];
    return field !== undefined && unwrap(field) === field;
  });
  const least = Object.fromEntries(required);
  const isEnough = required.length > 0 && z.safeParse(schema, least).success;
  return [
    ...(isEnough
      ? [{ label: t('Required fields'), detail: operation.id, json: JSON.stringify(least, null, 2) }]
      : []),
    { label: t('Documented example'), detail: operation.id, json: exampleBody(operation) },
  ];
}

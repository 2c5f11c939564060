import { docOf, unwrap } from '../../schemas/field.ts';
import type { Operation, Region } from '../../schemas/operation.ts';
import { z } from '../../schemas/zod.ts';
import { type JsonCursor, readCursor } from '../body/json-cursor.ts';
import type { Span } from '../body/json-text.ts';
import type { TextEdit } from '../body/text-edit.ts';
import { holds } from '../problems/advise.ts';
import { findField } from '../problems/find-field.ts';
import { type CompletionSurroundings, offerBodies, offerValues } from './offer-values.ts';

/** One thing that could be written at a place. */
export interface Offer {
  kind: 'field' | 'value';
  /** As a list shows it, and what is compared with the writing so far. */
  label: string;
  /** A few words on where a value comes from; '' for a field. */
  detail: string;
  edits: readonly TextEdit[];
  /** What is selected afterwards, in the changed text. */
  select: Span;
  /** Of a field: its schema, which has its documentation. */
  field?: z.core.$ZodType;
  /** Of a field: whether the body as it stands needs it, or must not have it. */
  demand?: 'required' | 'unwanted';
}

export interface Completion {
  /** What is written already of a name or value, without quotes; empty where there is nothing. */
  written: Span;
  /** A name or value has been begun, so that offers may come unasked. */
  begun: boolean;
  /** The best first. */
  offers: Offer[];
}

/**
 * What could be written at an offset of a request body, however broken it is: names of fields that are not there
 * yet, and values. Each offer's edits leave valid JSON where the text was valid. Never throws.
 */
export function completeJson(
  operation: Operation,
  text: string,
  offset: number,
  around: CompletionSurroundings,
): Completion | undefined {
  const schema = operation.request;
  const cursor = schema && operation.bodyKind === 'json' ? readCursor(text, offset) : undefined;
  if (!cursor || !schema) return undefined;
  const { written, token } = cursor;
  const offers = cursor.expects === 'key' ? offerFields(schema, cursor, offset, around) : valuesAt();
  return offers.length === 0 ? undefined : { written, begun: token !== undefined, offers };

  function valuesAt(): Offer[] {
    if (!cursor || !schema) return [];
    const field = findField(schema, cursor.path);
    const values =
      cursor.within === 'none'
        ? offerBodies(operation)
        : field
          ? offerValues(cursor.path.findLast((step) => step !== '0') ?? '', field, around)
          : [];
    return values.map(({ label, detail, json }) => ({
      kind: 'value',
      label,
      detail,
      ...insertAt(cursor, offset, json, { from: json.length, to: json.length }),
    }));
  }
}

/** The fields of the object at a place: first what it still needs, last what it must not have. */
function offerFields(
  schema: z.ZodObject,
  cursor: JsonCursor,
  offset: number,
  { region }: CompletionSurroundings,
): Offer[] {
  const parent = cursor.path.length === 0 ? schema : findField(schema, cursor.path);
  const offers: Offer[] = [];
  for (const [name, field] of fieldsOf(parent)) {
    if (cursor.siblings.has(name)) continue;
    const demand = demandOn(field, Object.fromEntries(cursor.siblings), region);
    const json = JSON.stringify(name);
    const value = cursor.colonAfter ? undefined : startOf(field);
    const insert = value ? `${json}: ${value.json}` : json;
    const at = value ? json.length + 2 : 0;
    const select = value
      ? { from: at + value.select.from, to: at + value.select.to }
      : { from: json.length, to: json.length };
    offers.push({
      kind: 'field',
      label: name,
      detail: '',
      field,
      ...(demand && { demand }),
      ...insertAt(cursor, offset, insert, select),
    });
  }
  const rank = ({ demand }: Offer) => (demand === 'required' ? 0 : demand === 'unwanted' ? 2 : 1);
  return offers.sort((a, b) => rank(a) - rank(b));
}

/** The fields of an object, and the documented keys of a map, each with its schema. */
function fieldsOf(parent: z.core.$ZodType | undefined): [string, z.core.$ZodType][] {
  const inner = parent && unwrap(parent);
  if (inner instanceof z.ZodObject) return Object.entries(inner.shape);
  if (!(inner instanceof z.ZodRecord)) return [];
  return (docOf(inner)?.knownKeys ?? []).map((key) => [key, inner.valueType]);
}

function demandOn(
  field: z.core.$ZodType,
  siblings: Record<string, unknown>,
  region: Region | undefined,
): Offer['demand'] {
  const doc = docOf(field);
  const condition = doc?.conditions?.find(({ when }) => when.every((one) => holds(one, siblings, region)));
  if (condition) return condition.demand === 'present' ? 'required' : 'unwanted';
  if (doc?.removed !== undefined) return 'unwanted';
  return unwrap(field) === field ? 'required' : undefined;
}

/** What a new field holds until its value is written, and what of that is selected. */
function startOf(field: z.core.$ZodType): { json: string; select: Span } {
  const inner = unwrap(field);
  const around = (json: string) => ({ json, select: { from: json.length / 2, to: json.length / 2 } });
  const whole = (json: string) => ({ json, select: { from: 0, to: json.length } });
  if (inner instanceof z.ZodBoolean) return whole(String(docOf(field)?.example ?? true));
  if (inner instanceof z.ZodNumber) return whole(String(docOf(field)?.example ?? 0));
  if (inner instanceof z.ZodObject || inner instanceof z.ZodRecord) return around('{}');
  if (inner instanceof z.ZodArray) {
    const item = unwrap(inner.element);
    return around(item instanceof z.ZodObject ? '[{}]' : item instanceof z.ZodString ? '[""]' : '[]');
  }
  return around('""');
}

/** The edits that put `insert` at a place with the commas that it needs, and where `select` (within it) comes to be. */
function insertAt(
  { token, commaBefore, commaAfter }: JsonCursor,
  offset: number,
  insert: string,
  select: Span,
): Pick<Offer, 'edits' | 'select'> {
  const { from, to } = token ?? { from: offset, to: offset };
  const edits: TextEdit[] = [];
  let before = '';
  let shift = from;
  if (commaBefore !== undefined) {
    // A comma follows what it ends; a blank stands between it and what is new.
    if (commaBefore === from) before = ', ';
    else edits.push({ from: commaBefore, to: commaBefore, insert: ',' });
    shift += before === '' ? 1 : before.length;
  }
  edits.push({ from, to, insert: `${before}${insert}${commaAfter}` });
  return { edits, select: { from: shift + select.from, to: shift + select.to } };
}

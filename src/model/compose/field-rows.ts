import { docOf, type FieldDoc, unwrap } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import { z } from '../../schemas/zod.ts';
import { readForm } from '../body/form-text.ts';
import { toPointer } from '../body/json-pointer.ts';
import { mapJson, mayRepeatKeys, positionAt, readJson, type Span } from '../body/json-text.ts';
import { isObject } from '../is-object.ts';
import { isStandIn, putStandIns, variableOf } from './stand-ins.ts';

/** By what a field is filled in. */
export type FieldControl = 'text' | 'choice' | 'flag' | 'number' | 'list' | 'group' | 'map';

/** A field of a body as a row of a form. */
export interface FieldRow {
  /** JSON Pointer into the body as it is written. */
  path: string;
  /** The field's name, or the number of an item from 1. */
  name: string;
  control: FieldControl;
  doc: FieldDoc | undefined;
  required: boolean;
  /** The closed list of a choice's values. */
  choices: readonly string[];
  /** `odd`: what stands there is not of the field's type, so that this control cannot show it. */
  state: 'unset' | 'set' | 'odd';
  /** A scalar as text; an odd value as it is written, cut. */
  text: string;
  /** Fields of a group, items of a list, entries of a map. */
  rows: readonly FieldRow[];
  /** What a further item of a list, or entry of a map, begins as. */
  fresh?: unknown;
}

/** Something that stands in the text and has no row. */
export interface Unshown {
  path: string;
  reason: 'unknown' | 'twice' | 'further-items';
  /** Of further items: how many. */
  count?: number;
}

/** A body as rows, or why it has none. */
export type FieldRows =
  | { state: 'read'; rows: readonly FieldRow[]; unshown: readonly Unshown[] }
  | { state: 'no-object' }
  | { state: 'broken'; offence: Span; line: number; column: number };

/** More rows of one list would be felt at every key. */
const MAX_ITEMS = 50;

/** An odd text is shown up to so many characters. */
const MAX_ODD = 60;

/** Whether a body's text is read as a form-encoded one, as `inspectBody` does. */
export const isFormEncoded = ({ bodyKind }: Operation, text: string): boolean =>
  bodyKind === 'form' && !/^\s*[{[]/.test(text);

/**
 * The fields that an operation's body can have, required ones first, with what a text says of each. Never throws;
 * a text without anything in it is a body without fields. Undefined where the operation takes no body.
 */
export function readFieldRows(operation: Operation, text: string): FieldRows | undefined {
  const schema = operation.request;
  if (!schema) return undefined;
  if (isFormEncoded(operation, text)) {
    const { value, duplicates } = readForm(text);
    return readRows(schema, value, duplicates);
  }
  const readable = putStandIns(text);
  const reading = /\S/.test(text) ? readJson(readable) : { value: {} };
  if ('offence' in reading) {
    const { offence } = reading;
    return { state: 'broken', offence, ...positionAt(text, offence.from) };
  }
  const { value } = reading;
  if (!isObject(value)) return { state: 'no-object' };
  return readRows(schema, value, mayRepeatKeys(readable, value) ? mapJson(readable, []).duplicates : []);
}

function readRows(
  schema: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
  duplicates: readonly { path: string }[],
): FieldRows {
  const unshown: Unshown[] = [];
  const rows = readObject(schema, value, [], unshown);
  const twice = new Set(duplicates.map(({ path }) => path));
  return {
    state: 'read',
    rows,
    unshown: [...unshown, ...[...twice].map((path): Unshown => ({ path, reason: 'twice' }))],
  };
}

type Path = readonly PropertyKey[];

function readObject(
  { shape }: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
  at: Path,
  unshown: Unshown[],
): FieldRow[] {
  const rows = Object.entries(shape).map(([name, field]: [string, z.core.$ZodType]) =>
    readField(field, name, Object.hasOwn(value, name) ? value[name] : undefined, [...at, name], unshown),
  );
  for (const name of Object.keys(value))
    if (!Object.hasOwn(shape, name)) unshown.push({ path: toPointer([...at, name]), reason: 'unknown' });
  return [...rows.filter(({ required }) => required), ...rows.filter(({ required }) => !required)];
}

function readField(
  field: z.core.$ZodType,
  name: string,
  value: unknown,
  at: Path,
  unshown: Unshown[],
): FieldRow {
  const schema = unwrap(field);
  const row: FieldRow = {
    path: toPointer(at),
    name,
    control: 'text',
    doc: docOf(field),
    required: schema === field,
    choices: [],
    state: value === undefined ? 'unset' : 'set',
    text: '',
    rows: [],
  };
  const odd = (): FieldRow => ({ ...row, state: 'odd', text: oddText(value) });
  const variable = isStandIn(value);
  if (schema instanceof z.ZodObject) {
    row.control = 'group';
    if (value !== undefined && !isObject(value)) return odd();
    row.rows = readObject(schema, value ?? {}, at, unshown);
  } else if (schema instanceof z.ZodArray) {
    row.control = 'list';
    row.fresh = freshValue(schema.element);
    if (value === undefined) return row;
    if (!Array.isArray(value)) return odd();
    row.rows = value
      .slice(0, MAX_ITEMS)
      .map((item, index) => readPart(schema.element, String(index + 1), item, [...at, index], unshown));
    if (value.length > MAX_ITEMS)
      unshown.push({ path: row.path, reason: 'further-items', count: value.length - MAX_ITEMS });
  } else if (schema instanceof z.ZodRecord) {
    row.control = 'map';
    row.fresh = freshValue(schema.valueType);
    if (value === undefined) return row;
    if (!isObject(value)) return odd();
    row.rows = Object.entries(value).map(([key, entry]) =>
      readPart(schema.valueType, key, entry, [...at, key], unshown),
    );
  } else if (schema instanceof z.ZodEnum) {
    row.control = 'choice';
    row.choices = schema.options.map(String);
    if (variable || (value !== undefined && typeof value !== 'string')) return odd();
    row.text = value ?? '';
  } else {
    const type = schema instanceof z.ZodBoolean ? 'flag' : schema instanceof z.ZodNumber ? 'number' : 'text';
    row.control = type;
    if (variable || (value !== undefined && typeof value !== jsonTypes[type])) return odd();
    row.text = value === undefined ? '' : String(value);
    // A browser's field would change these on the way.
    if (row.text.includes('\r')) return odd();
  }
  return row;
}

/** An item of a list or an entry of a map: it is there, or it is not. */
const readPart = (...part: Parameters<typeof readField>): FieldRow => ({
  ...readField(...part),
  required: false,
});

const jsonTypes = { flag: 'boolean', number: 'number', text: 'string' } as const;

/** What a new item or entry of a schema begins as: to be filled in at once. */
function freshValue(item: z.core.$ZodType): unknown {
  const schema = unwrap(item);
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return {};
  if (schema instanceof z.ZodArray) return [];
  if (schema instanceof z.ZodBoolean) return false;
  if (schema instanceof z.ZodNumber) return 0;
  return schema instanceof z.ZodEnum ? schema.options[0] : '';
}

/** A value as it is written; what could be long or deep is left out. */
function oddText(value: unknown): string {
  if (isStandIn(value)) return variableOf(value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const json = String(JSON.stringify(value));
  return json.length > MAX_ODD ? `${json.slice(0, MAX_ODD - 1)}…` : json;
}

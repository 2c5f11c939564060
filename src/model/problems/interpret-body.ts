import type { Operation } from '../../schemas/operation.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { isObject } from '../is-object.ts';
import { valueAt } from '../routes/envelope.ts';
import { renameKeys } from '../routes/rename-keys.ts';
import type { PathValues } from '../routes/route.ts';

type JsonObject = Record<string, unknown>;

/** How an integrator's own body holds the V3 one. */
export interface Wrapping {
  /** JSON Pointer to the V3 body; the whole where it is left out. */
  envelope?: string | undefined;
  snakeCase?: boolean | undefined;
  /** Fields that the path of the URL carries. */
  values?: PathValues | undefined;
}

/** A body read as that of V3, and the way back to the body as it was sent. */
export interface Interpretation {
  value: JsonObject;
  /** A path within the V3 body as one within the body that was sent. */
  toOriginal: (path: string) => string;
  /** A field's name in the spelling of the body that was sent. */
  write: (field: string) => string;
}

const same = (text: string) => text;
const NONE: readonly [string, string][] = [];

/** Reads the V3 body out of a parsed one; undefined where no object stands at its place. */
export function interpretBody(
  { request: schema }: Operation,
  root: unknown,
  { envelope = '', snakeCase, values }: Wrapping,
): Interpretation | undefined {
  const inner = envelope === '' ? root : valueAt(root, envelope);
  if (!isObject(inner)) return undefined;
  const renamed = snakeCase && schema ? renameKeys(schema, inner) : undefined;
  const body = renamed?.value ?? inner;
  const carried = values ? carriedFields(schema, values, body) : NONE;
  if (!renamed && envelope === '' && carried.length === 0)
    return { value: body, toOriginal: same, write: same };
  const fromPath = new Set(carried.map(([name]) => name));
  return {
    value: carried.length > 0 ? { ...Object.fromEntries(carried), ...body } : body,
    toOriginal: (path) => {
      const [first = ''] = fromPointer(path);
      return fromPath.has(first) ? `{${first}}` : envelope + (renamed?.toOriginal(path) ?? path);
    },
    write: renamed?.write ?? same,
  };
}

/** The fields that the path adds to a body. */
const carriedFields = (
  schema: Operation['request'],
  values: PathValues,
  body: JsonObject,
): [string, string][] =>
  Object.entries(values).filter(
    ([name]) => schema && Object.hasOwn(schema.shape, name) && !Object.hasOwn(body, name),
  );

import { dropMember } from '../body/edit-json.ts';
import { insertJson, writeJson } from '../body/insert-json.ts';
import { fromPointer, parentPointer, toPointer } from '../body/json-pointer.ts';
import { mapJson, readJson } from '../body/json-text.ts';
import { applyEdits } from '../body/text-edit.ts';
import { isObject } from '../is-object.ts';
import { valueAt } from '../routes/envelope.ts';
import { putStandIns } from './stand-ins.ts';

/** What a form does to one field of a body. Paths are JSON Pointers into the body as it is written. */
export type FieldEdit =
  | { do: 'set'; path: string; value: unknown }
  /** Adds an item to the end of a list, which is made where there is none. */
  | { do: 'append'; path: string; value: unknown }
  | { do: 'remove'; path: string };

/** A key that stands more often in one object is left alone. */
const MAX_REPEATS = 200;

/**
 * A JSON body with one field changed, every other byte as it was. Where that cannot be done (the text is no JSON,
 * or something else stands in the way) the text is given back. Of a key that stands twice, the last is changed,
 * which is the one that counts; removing removes them all.
 */
export function editField(text: string, edit: FieldEdit): string {
  const blank = !/\S/.test(text);
  const reading = blank ? { value: {} } : readJson(putStandIns(text));
  if ('offence' in reading) return text;
  const root = reading.value;
  if (edit.do === 'remove') return blank ? text : removeAt(text, root, edit.path);
  if (edit.do === 'append') {
    const list = valueAt(root, edit.path);
    if (list === undefined) return editField(text, { do: 'set', path: edit.path, value: [edit.value] });
    const place = Array.isArray(list) && mapJson(putStandIns(text), [edit.path]).places.get(edit.path);
    return place ? applyEdits(text, [insertJson(text, place.value, undefined, edit.value)]) : text;
  }
  const { path, value } = edit;
  if (blank) return writeJson(nest(fromPointer(path), value));
  return setAt(text, root, path, value);
}

function setAt(text: string, root: unknown, path: string, value: unknown): string {
  const current = valueAt(root, path);
  if (current !== undefined) {
    if (current === value) return text;
    const place = mapJson(putStandIns(text), [path]).places.get(path);
    return place ? applyEdits(text, [{ ...place.value, insert: JSON.stringify(value) }]) : text;
  }
  // The objects on the way that are missing are made with it.
  const steps = fromPointer(path);
  let depth = steps.length - 1;
  while (depth > 0 && valueAt(root, toPointer(steps.slice(0, depth))) === undefined) depth--;
  const container = toPointer(steps.slice(0, depth));
  const place =
    isObject(valueAt(root, container)) && mapJson(putStandIns(text), [container]).places.get(container);
  if (!place) return text;
  return applyEdits(text, [insertJson(text, place.value, steps[depth], nest(steps.slice(depth + 1), value))]);
}

function removeAt(text: string, root: unknown, path: string): string {
  const parent = parentPointer(path);
  const holder = valueAt(root, parent);
  if (path === '' || valueAt(root, path) === undefined || typeof holder !== 'object' || !holder) return text;
  const around = mapJson(putStandIns(text), [parent]).places.get(parent)?.value;
  // The only one goes with the blanks around it.
  if (around && Object.keys(holder).length === 1)
    return applyEdits(text, [{ from: around.from + 1, to: around.to - 1, insert: '' }]);
  let changed = text;
  for (let repeats = 0; repeats < MAX_REPEATS; repeats++) {
    const place = mapJson(putStandIns(changed), [path]).places.get(path);
    if (!place) return changed;
    const { key, value } = place;
    changed = applyEdits(changed, [dropMember(changed, (key ?? value).from, value.to)]);
    if (Array.isArray(holder)) return changed;
  }
  return text;
}

/** A value within objects of one member each. */
const nest = (steps: readonly string[], value: unknown): unknown =>
  steps.reduceRight<unknown>((inner, step) => Object.fromEntries([[step, inner]]), value);

import type { z } from '../../schemas/zod.ts';
import { fromPointer } from '../body/json-pointer.ts';
import { isObject } from '../is-object.ts';

/** The value at a JSON Pointer, or undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let at = root;
  for (const step of fromPointer(pointer)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

/** Names under which back ends put what V3 answered: `data`, or the SDK's own `v3UnifyResponse`. */
const isWrapper = (key: string) => key === 'data' || /^v3\w+Response$/i.test(key);

/** More than any kit nests. */
const MAX_DEPTH = 3;

/** Where, within the answer of an integrator's back end, the V3 answer seems to sit; "" where it is bare. */
export function findEnvelope(answer: object, { shape }: z.ZodObject): string {
  let pointer = '';
  let at: object = answer;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const wrapper = Object.keys(at).find(
      (key) => isWrapper(key) && !Object.hasOwn(shape, key) && isObject(Reflect.get(at, key)),
    );
    if (wrapper === undefined) return pointer;
    pointer += `/${wrapper}`;
    at = Reflect.get(at, wrapper);
  }
  return pointer;
}

import { toPointer } from './json-pointer.ts';

/** Where two bodies differ. A side that has nothing there is undefined. */
export interface Difference {
  /** JSON Pointer; "" for the whole. */
  path: string;
  left: string | undefined;
  right: string | undefined;
}

/** More differences than this tell nothing more. */
const MOST = 50;

/** The places where two JSON values differ, in the order of the left one; lists are compared item by item. */
export function diffJson(left: unknown, right: unknown): Difference[] {
  const found: Difference[] = [];
  const walk = (a: unknown, b: unknown, steps: readonly string[]) => {
    if (found.length >= MOST || Object.is(a, b)) return;
    if (isContainer(a) && isContainer(b) && Array.isArray(a) === Array.isArray(b)) {
      const before = new Map(Object.entries(a));
      const after = new Map(Object.entries(b));
      for (const key of new Set([...before.keys(), ...after.keys()]))
        walk(before.get(key), after.get(key), [...steps, key]);
      return;
    }
    if (a === undefined && b === undefined) return;
    found.push({ path: toPointer(steps), left: written(a), right: written(b) });
  };
  walk(left, right, []);
  return found;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

const written = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

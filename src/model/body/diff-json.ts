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

/** A place in both values, and the way to it; by the step before, since a way may be very long. */
interface Place {
  left: unknown;
  right: unknown;
  step: Step | undefined;
}
interface Step {
  key: string;
  before: Step | undefined;
}

/** The places where two JSON values differ, in the order of the left one; lists are compared item by item. */
export function diffJson(left: unknown, right: unknown): Difference[] {
  const found: Difference[] = [];
  // A body can be nested deeper than calls can.
  const open: Place[] = [{ left, right, step: undefined }];
  for (let place = open.pop(); place && found.length < MOST; place = open.pop()) {
    const { left: a, right: b, step } = place;
    if (Object.is(a, b)) continue;
    if (isContainer(a) && isContainer(b) && Array.isArray(a) === Array.isArray(b)) {
      const before = new Map(Object.entries(a));
      const after = new Map(Object.entries(b));
      for (const key of [...new Set([...before.keys(), ...after.keys()])].reverse())
        open.push({ left: before.get(key), right: after.get(key), step: { key, before: step } });
    } else found.push({ path: pointerTo(step), left: written(a), right: written(b) });
  }
  return found;
}

function pointerTo(last: Step | undefined): string {
  const keys: string[] = [];
  for (let step = last; step; step = step.before) keys.push(step.key);
  return toPointer(keys.reverse());
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

function written(value: unknown): string | undefined {
  try {
    return value === undefined ? undefined : JSON.stringify(value);
  } catch {
    // Nested deeper than the browser writes.
    return '…';
  }
}

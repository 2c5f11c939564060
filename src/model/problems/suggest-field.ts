import { docOf } from '../../schemas/field.ts';
import type { z } from '../../schemas/zod.ts';

/** A name without its case style. */
export const plainName = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/**
 * The field that an unknown name most probably means: the same in another case style, a former or
 * common wrong name, or one or two letters off. Undefined where none is near.
 */
export function suggestField(name: string, shape: z.core.$ZodShape): string | undefined {
  // A name this long is no misspelling, and comparing it would cost its length squared.
  if (name.length > 64) return undefined;
  const wanted = plainName(name);
  const fields = Object.entries(shape);
  // The same name in another style comes before a field that was once called so.
  const same = fields.find(([field]) => plainName(field) === wanted);
  const renamed = fields.find(([, schema]) =>
    docOf(schema)?.alsoCalled?.some((other) => plainName(other) === wanted),
  );
  return (same ?? renamed)?.[0] ?? nearestName(name, Object.keys(shape));
}

/** The name that another is one or two letters off from, or undefined where none is near. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const wanted = plainName(name);
  if (wanted.length < 3 || name.length > 64) return undefined;
  let best: { name: string; distance: number } | undefined;
  for (const other of names) {
    const known = plainName(other);
    const allowed = Math.min(known.length, wanted.length) < 5 ? 1 : 2;
    const distance = editDistance(wanted, known, allowed);
    if (distance <= allowed && (!best || distance < best.distance)) best = { name: other, distance };
  }
  return best?.name;
}
/** Edits (insert, drop, change, swap of neighbours) from one word to another; more than `limit` gives `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    older = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

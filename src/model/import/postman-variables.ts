import { t } from '../words/words.ts';

/** Postman's own variables that the composer has too. */
const builtIn: Readonly<Record<string, string>> = {
  $guid: '{{guid}}',
  $randomUUID: '{{guid}}',
  $isoTimestamp: '{{now}}',
};

interface Variable {
  key: string;
  id: string;
  value?: unknown;
  disabled?: boolean | null | undefined;
}

/** Fills a collection's variables into its texts; what has no value there stays a variable, and is told once. */
export function filler(variables: readonly Variable[], notes: string[]): (text: string) => string {
  const values = new Map<string, string>();
  for (const { key, id, value, disabled } of variables)
    if (!disabled && (typeof value === 'string' || typeof value === 'number') && value !== '')
      values.set(key || id, String(value));
  const told = new Set<string>();
  const fill = (text: string, depth: number): string =>
    text.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (found, name: string) => {
      const known = builtIn[name];
      if (known !== undefined) return known;
      const value = values.get(name);
      // A value may name other variables; one that names itself is left at that.
      if (value !== undefined && depth < 5) return fill(value, depth + 1);
      if (!told.has(name))
        notes.push(t('“{name}” has no value in the collection: it stays a variable.', { name }));
      told.add(name);
      return found;
    });
  return (text) => fill(text, 0);
}

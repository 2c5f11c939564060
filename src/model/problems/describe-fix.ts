import { fromPointer } from '../body/json-pointer.ts';
import type { Problem } from './problem.ts';

/** What the fix of a problem does, in a few words; it names fields and documented values, never a captured one. */
export function describeFix({ code, path, suggestion, fix = [] }: Problem): string {
  const field = `“${fromPointer(path).at(-1) ?? ''}”`;
  const [first, second] = fix;
  const insert = first?.insert ?? '';
  if (suggestion !== undefined && code === 'field.unknown') return `Rename to “${suggestion}”`;
  if (insert === '"' && second) return 'Put in quotes';
  if (insert !== '') return `Replace by ${insert.replace(/^"(.*)"$/, '“$1”')}`;
  switch (code) {
    case 'field.type':
      return second ? 'Take the quotes away' : `Remove ${field}`;
    case 'field.empty':
    case 'mfa.phone-not-allowed':
    case 'mfa.target-url-unused':
      return `Remove ${field}`;
    default:
      return 'Remove what does not belong';
  }
}

import { fromPointer } from '../body/json-pointer.ts';
import { t } from '../words/words.ts';
import type { Problem } from './problem.ts';

/** What the fix of a problem does, in a few words; it names fields and documented values, never a captured one. */
export function describeFix({ code, path, suggestion, fix = [] }: Problem): string {
  const field = t('“{name}”', { name: fromPointer(path).at(-1) ?? '' });
  const [first, second] = fix;
  const insert = first?.insert ?? '';
  if (suggestion !== undefined && code === 'field.unknown')
    return t('Rename to “{suggestion}”', { suggestion });
  if (insert === '"' && second) return t('Put in quotes');
  if (insert !== '')
    return t('Replace by {value}', {
      value: insert.replace(/^"(.*)"$/, (_, text: string) => t('“{name}”', { name: text })),
    });
  switch (code) {
    case 'field.type':
      return second ? t('Take the quotes away') : t('Remove {field}', { field });
    case 'field.empty':
    case 'mfa.phone-not-allowed':
    case 'mfa.target-url-unused':
      return t('Remove {field}', { field });
    default:
      return t('Remove what does not belong');
  }
}

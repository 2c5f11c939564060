import type { Problem } from '../../model/problems/problem.ts';
import { headerFieldId } from './header-table.tsx';
import { parameterFieldId } from './parameter-fields.tsx';

/** Jumps to the part of the request that a problem is about; false where that is the body. */
export function focusPart({ code, path, details }: Problem): boolean {
  const field = document.getElementById(fieldOf(code, path, details) ?? '');
  field?.focus();
  return field !== null;
}

function fieldOf(code: Problem['code'], path: string, details: Problem['details']): string | undefined {
  if (/^[{?]/.test(path)) return parameterFieldId(path);
  // A summary takes the focus, its section does not.
  if (code === 'auth.missing') return 'composer-token-summary';
  if (code === 'host.region' || details.where === 'url') return 'composer-url';
  return details.where === 'header' ? headerFieldId(Number(details.row)) : undefined;
}

import type { Problem } from '../../model/problem.ts';
import { headerFieldId } from './header-table.tsx';
import { parameterFieldId } from './parameter-fields.tsx';

/** Jumps to the part of the request that a problem is about; false where that is the body. */
export function focusPart({ code, path, details }: Problem): boolean {
  const field = document.getElementById(fieldOf(code, path, details) ?? '');
  // What is closed is opened by a look into it.
  if (field instanceof HTMLDetailsElement) {
    field.open = true;
    field.querySelector('summary')?.focus();
  } else field?.focus();
  return field !== null;
}

function fieldOf(code: Problem['code'], path: string, details: Problem['details']): string | undefined {
  if (/^[{?]/.test(path)) return parameterFieldId(path);
  if (code === 'auth.missing') return 'composer-token';
  if (code === 'host.region' || details.where === 'url') return 'composer-url';
  return details.where === 'header' ? headerFieldId(Number(details.row)) : undefined;
}

import type { Operation } from '../../schemas/operation.ts';

/** The documented example of an operation's body, as it is written on the wire; '' where it takes none. */
export function exampleBody({ bodyKind, exampleRequest }: Operation): string {
  if (!exampleRequest || bodyKind === 'none') return '';
  if (bodyKind === 'json') return JSON.stringify(exampleRequest, null, 2);
  return new URLSearchParams(
    Object.entries(exampleRequest).map(([name, value]) => [name, String(value)]),
  ).toString();
}

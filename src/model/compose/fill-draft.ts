import { findOperation } from '../../schemas/operations.ts';
import { headerValue } from '../exchange.ts';
import { type Draft, takesBody } from './draft.ts';
import { forbiddenHeader } from './draft-headers.ts';
import { type FilledText, fillText, type Lookup, type TextKind } from './variables.ts';

/** A draft with the values of its variables, part by part. */
export interface FilledDraft {
  /** What can be sent, once no variable is unknown. */
  draft: Draft;
  url: FilledText;
  body: FilledText;
  /** Variables that have no value, each place by itself. */
  unknown: readonly UnknownVariable[];
}

/** A variable without a value, and the part of the request where it stands. */
export interface UnknownVariable {
  name: string;
  where: 'url' | 'header' | 'body';
  /** The row of the header. */
  row?: number;
  from: number;
  to: number;
}

/** Fills in the variables of a draft; one that is to be sent as it stands has none. */
export function fillDraft(draft: Draft, look: Lookup): FilledDraft {
  if (draft.verbatim) return { draft, url: asItIs(draft.url), body: asItIs(draft.body), unknown: [] };
  const url = fillText(draft.url, 'url', look);
  const body = takesBody(draft.method) ? fillText(draft.body, bodyKindOf(draft), look) : asItIs(draft.body);
  const unknown: UnknownVariable[] = url.unknown.map((place) => ({ ...place, where: 'url' }));
  const headers = draft.headers.map((header, row) => {
    if (forbiddenHeader(header.name)) return header;
    const [name, value] = [header.name, header.value].map((text) => fillText(text, 'plain', look));
    for (const place of [...(name?.unknown ?? []), ...(value?.unknown ?? [])])
      unknown.push({ ...place, where: 'header', row });
    return { name: name?.text ?? '', value: value?.text ?? '' };
  });
  unknown.push(...body.unknown.map((place): UnknownVariable => ({ ...place, where: 'body' })));
  return { draft: { ...draft, url: url.text, headers, body: body.text }, url, body, unknown };
}

const asItIs = (text: string): FilledText => ({ text, insertions: [], unknown: [] });

/** How the body is written: as it looks, else as its header says, else as its operation has it. */
export function bodyKindOf({ operationId, headers, body }: Draft): TextKind {
  const looksLikeJson = /^\s*(?:\[|\{(?!\{ *[A-Za-z_][\w.-]* *\}\}))/.test(body);
  if (looksLikeJson) return 'json';
  const type = headerValue(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type?.endsWith('json')) return 'json';
  const operation = operationId === undefined ? undefined : findOperation(operationId);
  if (type !== undefined && !operation) return 'plain';
  return operation?.bodyKind === 'form' ? 'form' : 'json';
}

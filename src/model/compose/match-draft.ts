import type { Operation } from '../../schemas/operation.ts';
import { type Match, matchOperation } from '../routes/match-operation.ts';
import type { Route } from '../routes/route.ts';
import { type Draft, takesBody } from './draft.ts';
import { toWireHeaders } from './draft-headers.ts';

/**
 * What a draft would be seen as when it is sent, by the rules of capture; undefined where that is not the operation
 * that it is composed as.
 */
export function matchDraft(
  { method, url, headers, body: text }: Draft,
  operation: Operation,
  routes: readonly Route[] = [],
): Match | undefined {
  const body = takesBody(method) && text !== '' ? { body: { text, bytes: text.length } } : {};
  const request = { method, url: url.trim(), headers: toWireHeaders(headers), ...body };
  const match = matchOperation({ id: '', origin: 'replay', startedAt: 0, duration: 0, request }, routes);
  return match?.operation === operation ? match : undefined;
}

/** Whether a body can be shown as a form: of fields that a route keeps elsewhere, or names its way, there is none. */
export function hasForm(draft: Draft, operation: Operation, routes: readonly Route[] = []): boolean {
  const route = matchDraft(draft, operation, routes)?.route;
  return operation.request !== undefined && !route?.snakeCase && route?.envelope?.request === undefined;
}

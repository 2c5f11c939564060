import type { Operation } from '../../schemas/operation.ts';
import type { CallFacts } from '../call.ts';
import type { BodyInspection } from '../problems/inspect-body.ts';

const NOTHING: Readonly<Record<string, unknown>> = {};

/** Takes from the bodies what flows are made of. */
export function readFacts(
  operation: Operation,
  { verdict, value: request = NOTHING }: BodyInspection,
  response: Readonly<Record<string, unknown>> = NOTHING,
): CallFacts {
  const { success, next } = response;
  return {
    requestId: filled(request.correlationId),
    responseId: filled(response.correlationId),
    authToken: filled(response.authToken),
    possessionType: filled(request.possessionType),
    hasPhone: typeof request.phoneNumber === 'string',
    success: typeof success === 'string' || typeof success === 'boolean' ? String(success) : undefined,
    successIsText: typeof success === 'string',
    next: typeof next === 'object' && next !== null ? Object.keys(next) : undefined,
    readable:
      operation.bodyKind === 'none' || verdict === 'valid' || verdict === 'invalid' || verdict === 'absent',
    errorCode: typeof response.code === 'number' ? response.code : undefined,
  };
}

const filled = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

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
  const facts: CallFacts = {
    hasPhone: typeof request.phoneNumber === 'string',
    successIsText: typeof success === 'string',
    readable:
      operation.bodyKind === 'none' || verdict === 'valid' || verdict === 'invalid' || verdict === 'absent',
  };
  if (isFilled(request.correlationId)) facts.requestId = request.correlationId;
  if (isFilled(response.correlationId)) facts.responseId = response.correlationId;
  if (isFilled(response.authToken)) facts.authToken = response.authToken;
  if (isFilled(request.possessionType)) facts.possessionType = request.possessionType;
  if (typeof success === 'string' || typeof success === 'boolean') facts.success = String(success);
  if (typeof next === 'object' && next !== null) facts.next = Object.keys(next);
  if (typeof response.code === 'number') facts.errorCode = response.code;
  return facts;
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

import type { Operation } from '../schemas/operation.ts';
import type { CallFacts } from './call.ts';
import type { BodyInspection } from './inspect-body.ts';

/** Takes from the bodies what flows are made of. */
export function readFacts(
  operation: Operation,
  { verdict, value: request = {} }: BodyInspection,
  response: Readonly<Record<string, unknown>> = {},
): CallFacts {
  const success = response.success;
  return {
    ...textAs('requestId', request.correlationId),
    ...textAs('responseId', response.correlationId),
    ...textAs('possessionType', request.possessionType),
    ...(typeof success === 'string' || typeof success === 'boolean' ? { success: String(success) } : {}),
    ...(typeof response.code === 'number' && { errorCode: response.code }),
    hasPhone: typeof request.phoneNumber === 'string',
    successIsText: typeof success === 'string',
    readable: operation.bodyKind === 'none' || verdict === 'valid' || verdict === 'invalid',
  };
}

const textAs = <K extends string>(key: K, value: unknown): Partial<Record<K, string>> =>
  typeof value === 'string' && value !== '' ? ({ [key]: value } as Partial<Record<K, string>>) : {};

import { identityEnroll } from './identity.ts';
import { mfa, mfaBind, mfaStatus } from './mfa.ts';
import type { Operation } from './operation.ts';
import { token } from './token.ts';

/** Every operation that the project knows, in the order of the reference. */
export const operations: readonly Operation[] = [token, mfa, mfaStatus, mfaBind, identityEnroll];

const byId = new Map(operations.map((operation) => [operation.id, operation]));

/** The operation with this id, or undefined. */
export const findOperation = (id: string): Operation | undefined => byId.get(id);

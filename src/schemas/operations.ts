import { discover, fetchAttribute } from './attributes.ts';
import { complete } from './complete.ts';
import { deviceRevoke } from './device.ts';
import { domainConfirmLink, domainId, domainLink, domainLinked, domainUnlink } from './domain.ts';
import { identityBatchEnroll, identityEnroll } from './identity.ts';
import { identityCrossDomain } from './identity-cross-domain.ts';
import {
  identityActivate,
  identityDeactivate,
  identityDisenroll,
  identityGet,
  identityList,
  identityLookup,
} from './identity-management.ts';
import { mfa, mfaBind, mfaStatus } from './mfa.ts';
import type { Operation } from './operation.ts';
import { challenge, start, validate } from './start-flow.ts';
import { token } from './token.ts';
import { unify, unifyBind, unifyStatus } from './unify.ts';
import { verify, verifyBatch } from './verify.ts';
import { verifyStatus, verifyV1 } from './verify-v1.ts';

/** Every operation that V3 has ever had, in the order of the reference. */
export const operations: readonly Operation[] = [
  token,
  unify,
  unifyStatus,
  unifyBind,
  mfa,
  mfaStatus,
  mfaBind,
  start,
  validate,
  challenge,
  complete,
  verify,
  verifyBatch,
  verifyV1,
  verifyStatus,
  identityEnroll,
  identityBatchEnroll,
  identityList,
  identityGet,
  identityLookup,
  identityDisenroll,
  identityActivate,
  identityDeactivate,
  identityCrossDomain,
  discover,
  fetchAttribute,
  deviceRevoke,
  domainId,
  domainLinked,
  domainLink,
  domainConfirmLink,
  domainUnlink,
];

const byId = new Map(operations.map((operation) => [operation.id, operation]));

/** The operation with this id, or undefined. */
export const findOperation = (id: string): Operation | undefined => byId.get(id);

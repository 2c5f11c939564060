import type { Handler } from './handler.ts';
import { answerChallenge } from './operations/challenge.ts';
import { answerComplete } from './operations/complete.ts';
import { answerDeviceRevoke } from './operations/device-revoke.ts';
import { answerDiscover } from './operations/discover.ts';
import { answerDomainConfirmLink } from './operations/domain-confirm-link.ts';
import { answerDomainId } from './operations/domain-id.ts';
import { answerDomainLink } from './operations/domain-link.ts';
import { answerDomainLinked } from './operations/domain-linked.ts';
import { answerDomainUnlink } from './operations/domain-unlink.ts';
import { answerFetch } from './operations/fetch.ts';
import { answerIdentityActivate } from './operations/identity-activate.ts';
import { answerIdentityBatchEnroll } from './operations/identity-batch-enroll.ts';
import { answerIdentityCrossDomain } from './operations/identity-cross-domain.ts';
import { answerIdentityDeactivate } from './operations/identity-deactivate.ts';
import { answerIdentityDisenroll } from './operations/identity-disenroll.ts';
import { answerIdentityEnroll } from './operations/identity-enroll.ts';
import { answerIdentityGet } from './operations/identity-get.ts';
import { answerIdentityList } from './operations/identity-list.ts';
import { answerIdentityLookup } from './operations/identity-lookup.ts';
import { answerMfa } from './operations/mfa.ts';
import { answerMfaBind } from './operations/mfa-bind.ts';
import { answerMfaStatus } from './operations/mfa-status.ts';
import { answerStart } from './operations/start.ts';
import { answerToken } from './operations/token.ts';
import { answerUnify } from './operations/unify.ts';
import { answerUnifyBind } from './operations/unify-bind.ts';
import { answerUnifyStatus } from './operations/unify-status.ts';
import { answerValidate } from './operations/validate.ts';
import { answerVerify } from './operations/verify.ts';
import { answerVerifyBatch } from './operations/verify-batch.ts';
import { answerVerifyStatus } from './operations/verify-status.ts';
import { answerVerifyV1 } from './operations/verify-v1.ts';

/** Who answers which operation, by the id of the operation. A new operation is one more line. */
export type Handlers = Readonly<Record<string, Handler>>;

export const handlers: Handlers = {
  token: answerToken,
  unify: answerUnify,
  'unify-status': answerUnifyStatus,
  'unify-bind': answerUnifyBind,
  mfa: answerMfa,
  'mfa-status': answerMfaStatus,
  'mfa-bind': answerMfaBind,
  start: answerStart,
  validate: answerValidate,
  challenge: answerChallenge,
  complete: answerComplete,
  verify: answerVerify,
  'verify-batch': answerVerifyBatch,
  'verify-v1': answerVerifyV1,
  'verify-status': answerVerifyStatus,
  'identity-enroll': answerIdentityEnroll,
  'identity-batch-enroll': answerIdentityBatchEnroll,
  'identity-list': answerIdentityList,
  'identity-get': answerIdentityGet,
  'identity-lookup': answerIdentityLookup,
  'identity-disenroll': answerIdentityDisenroll,
  'identity-activate': answerIdentityActivate,
  'identity-deactivate': answerIdentityDeactivate,
  'identity-cross-domain': answerIdentityCrossDomain,
  discover: answerDiscover,
  fetch: answerFetch,
  'device-revoke': answerDeviceRevoke,
  'domain-id': answerDomainId,
  'domain-linked': answerDomainLinked,
  'domain-link': answerDomainLink,
  'domain-confirm-link': answerDomainConfirmLink,
  'domain-unlink': answerDomainUnlink,
};

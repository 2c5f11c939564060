import type { Handler } from './handler.ts';
import { answerIdentityEnroll } from './operations/identity-enroll.ts';
import { answerMfa } from './operations/mfa.ts';
import { answerMfaBind } from './operations/mfa-bind.ts';
import { answerMfaStatus } from './operations/mfa-status.ts';
import { answerToken } from './operations/token.ts';

/** Who answers which operation, by the id of the operation. A new operation is one more line. */
export type Handlers = Readonly<Record<string, Handler>>;

export const handlers: Handlers = {
  token: answerToken,
  mfa: answerMfa,
  'mfa-status': answerMfaStatus,
  'mfa-bind': answerMfaBind,
  'identity-enroll': answerIdentityEnroll,
};

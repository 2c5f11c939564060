import { answerPossessionStatus } from '../possession-flow.ts';
import { mfaKind } from './mfa-kind.ts';

export const answerMfaStatus = answerPossessionStatus(mfaKind);

import { bindPossession } from '../possession-flow.ts';
import { mfaKind } from './mfa-kind.ts';

export const answerMfaBind = bindPossession(mfaKind);

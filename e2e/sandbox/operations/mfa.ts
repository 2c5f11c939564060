import { openPossession } from '../possession-flow.ts';
import { mfaKind } from './mfa-kind.ts';

export const answerMfa = openPossession(mfaKind);

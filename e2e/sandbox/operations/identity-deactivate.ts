import { switchIdentity } from './identity-activate.ts';

export const answerIdentityDeactivate = switchIdentity(false);

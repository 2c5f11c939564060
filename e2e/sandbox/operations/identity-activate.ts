import { answerJson, refuseUnknownIdentity } from '../answer.ts';
import type { Handler } from '../handler.ts';

/** Switches an identity on or off. */
export const switchIdentity =
  (active: boolean): Handler =>
  ({ path }, { identities }) => {
    const identity = identities.get(path.proveId ?? '');
    if (!identity) return refuseUnknownIdentity(400);
    identity.active = active;
    return answerJson({ success: true });
  };

export const answerIdentityActivate = switchIdentity(true);

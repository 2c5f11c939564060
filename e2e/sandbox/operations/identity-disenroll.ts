import { answerJson, refuseUnknownIdentity } from '../answer.ts';
import type { Handler } from '../handler.ts';

export const answerIdentityDisenroll: Handler = ({ path }, { identities }) =>
  identities.delete(path.proveId ?? '') ? answerJson({ success: true }) : refuseUnknownIdentity(400);

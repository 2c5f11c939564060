import { answerJson, refuseUnknownIdentity } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { describeIdentity } from '../identity-store.ts';

export const answerIdentityGet: Handler = ({ path }, { identities }) => {
  const identity = identities.get(path.proveId ?? '');
  return identity ? answerJson(describeIdentity(identity)) : refuseUnknownIdentity(400);
};

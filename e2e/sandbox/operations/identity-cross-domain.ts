import { answerJson, refuseUnknownIdentity } from '../answer.ts';
import type { Handler } from '../handler.ts';

/** The same person in each domain that a link leads to; there too the id is the same. */
export const answerIdentityCrossDomain: Handler = ({ path }, { identities, domainLinks }) => {
  const identity = identities.get(path.identityId ?? '');
  if (!identity) return refuseUnknownIdentity(400);
  const linked = domainLinks.filter(({ accepted }) => accepted);
  return answerJson({
    count: linked.length,
    identities: linked.map(({ name, pcid }) => ({ clientName: name, identityId: identity.proveId, pcid })),
  });
};

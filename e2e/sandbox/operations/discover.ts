import { answerJson, refuseUnknownIdentity } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { OWN_DOMAIN } from '../own-domain.ts';

export const answerDiscover: Handler = ({ query }, { identities }) => {
  const identity = identities.get(String(query.proveId));
  if (!identity) return refuseUnknownIdentity(404);
  const { issuerId } = OWN_DOMAIN;
  return answerJson({ results: identity.attributes.map(({ attributeId }) => ({ attributeId, issuerId })) });
};

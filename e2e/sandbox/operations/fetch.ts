import { answerJson, refuseMissing, refuseUnknownIdentity } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { OWN_DOMAIN } from '../own-domain.ts';

export const answerFetch: Handler = ({ query }, { identities }) => {
  const identity = identities.get(String(query.proveId));
  if (!identity) return refuseUnknownIdentity(404);
  const attribute = identity.attributes.find(({ attributeId }) => attributeId === query.attributeId);
  if (!attribute) return refuseMissing('the identity has no attribute with this id');
  return answerJson({ results: [{ ...attribute, issuerId: OWN_DOMAIN.issuerId }] });
};

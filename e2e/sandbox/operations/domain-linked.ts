import { answerJson } from '../answer.ts';
import type { Handler } from '../handler.ts';
import type { DomainLink } from '../state.ts';

export const answerDomainLinked: Handler = (_, { domainLinks }) => {
  const those = (direction: DomainLink['direction'], accepted: boolean) =>
    domainLinks
      .filter((link) => link.direction === direction && link.accepted === accepted)
      .map(({ name, pcid, scopes, at }) => {
        const [seconds, text] = [Math.floor(at / 1000), new Date(at).toISOString()];
        return accepted
          ? { name, pcid, scopes, acceptedAt: seconds, acceptedString: text }
          : { name, pcid, scopes, requestedAt: seconds, requestedString: text };
      });
  return answerJson({
    linkedFrom: those('from', true),
    linkedTo: those('to', true),
    requestsFrom: those('from', false),
    requestsTo: those('to', false),
  });
};

import { answerJson, refuseMalformed } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import type { DomainLink } from '../state.ts';

/** Drops links and requests for links: from the domain `pcidFrom`, or to the domain `pcidTo`. */
export const answerDomainUnlink: Handler = ({ fields }, { domainLinks }) => {
  const [from, to] = [readText(fields, 'pcidFrom'), readText(fields, 'pcidTo')];
  const meant = ({ direction, pcid }: DomainLink) => pcid === (direction === 'from' ? from : to);
  const links = domainLinks.filter(meant);
  if (links.length === 0) return refuseMalformed('pcidFrom, pcidTo: there is no such link');
  for (const link of links) domainLinks.splice(domainLinks.indexOf(link), 1);
  return answerJson({ success: true });
};

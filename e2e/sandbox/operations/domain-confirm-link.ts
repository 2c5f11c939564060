import { answerJson, refuseMalformed } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';

/** Accepts a link that another domain asks for. */
export const answerDomainConfirmLink: Handler = ({ fields }, { clock, domainLinks }) => {
  const pcid = readText(fields, 'pcid');
  const link = domainLinks.find((known) => known.direction === 'from' && known.pcid === pcid);
  if (!link || link.accepted) return refuseMalformed('pcid: this domain does not ask for a link');
  link.accepted = true;
  link.at = clock.now();
  return answerJson({ success: true });
};

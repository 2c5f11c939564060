import { answerJson, refuseMalformed } from '../answer.ts';
import { type Handler, readText } from '../handler.ts';
import { OWN_DOMAIN } from '../own-domain.ts';

/** Asks a domain for a link; any id will do, but the sandbox's own. Asking twice changes nothing. */
export const answerDomainLink: Handler = ({ fields }, { clock, domainLinks }) => {
  const pcid = readText(fields, 'pcid');
  if (pcid === undefined || pcid === OWN_DOMAIN.pcid) return refuseMalformed('pcid: not another domain');
  const scopes = Array.isArray(fields.scopes) ? fields.scopes.map(String) : [];
  if (!domainLinks.some((link) => link.direction === 'to' && link.pcid === pcid))
    domainLinks.push({
      pcid,
      name: `Domain ${pcid}`,
      direction: 'to',
      accepted: false,
      at: clock.now(),
      scopes,
    });
  return answerJson({ success: true });
};

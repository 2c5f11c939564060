import { answerJson } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { OWN_DOMAIN } from '../own-domain.ts';

export const answerDomainId: Handler = () => answerJson(OWN_DOMAIN);

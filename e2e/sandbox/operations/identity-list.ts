import { answerJson, refuseMalformed } from '../answer.ts';
import type { Handler } from '../handler.ts';

const PAGE = 100;

/** Lists the identities a page at a time; `lastKey` is the id of the page's last, in disguise. */
export const answerIdentityList: Handler = ({ query }, { identities }) => {
  const { limit = PAGE, startKey, showInactive = false } = query;
  if (typeof limit !== 'number' || limit < 1) return refuseMalformed('limit: at least 1');
  const shown = [...identities.values()].filter(({ active }) => active || showInactive === true);
  let from = 0;
  if (typeof startKey === 'string') {
    const last = Buffer.from(startKey, 'base64').toString();
    from = shown.findIndex(({ proveId }) => proveId === last) + 1;
    if (from === 0) return refuseMalformed('startKey: no page ended with this key');
  }
  const page = shown.slice(from, from + limit);
  const last = page.at(-1);
  const more = from + limit < shown.length;
  return answerJson({
    ...(more && last && { lastKey: Buffer.from(last.proveId).toString('base64') }),
    results: page.map(({ proveId }) => ({ proveId })),
  });
};

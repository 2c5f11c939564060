import type { Flow } from '../../model/flows/flow.ts';
import { parseUrl } from '../../model/url.ts';
import { t } from '../../model/words/words.ts';
import { environmentOf } from '../../schemas/environment.ts';

/** Where the flow's calls went: the name of a Prove environment, or the host. */
export function hostOf(flow: Flow): string {
  const url = parseUrl(flow.calls[0]?.exchange.request.url ?? '');
  return (url && environmentOf(url.hostname)?.id) ?? url?.host ?? t('unknown');
}

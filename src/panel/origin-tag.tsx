import { isDemo } from '../model/demo/is-demo.ts';
import type { Exchange } from '../model/exchange.ts';
import { t } from '../model/words/words.ts';

/** Where a call comes from, if not from the page. */
export function OriginTag({ exchange: { id, origin } }: { exchange: Exchange }) {
  if (origin === 'captured') return null;
  if (origin === 'replay') return <span class="tag">{t('replay')}</span>;
  return isDemo(id) ? (
    <span class="tag" title={t('Made up, and never sent')}>
      {t('demo')}
    </span>
  ) : (
    <span class="tag" title={t('From a file; is:imported finds its calls')}>
      {t('imported')}
    </span>
  );
}

import { useLayoutEffect, useRef } from 'preact/hooks';
import { filterKeys } from '../../model/filter/filter.ts';
import { isWords } from '../../model/filter/filter-value.ts';
import { t, tParts } from '../../model/words/words.ts';

/** What can be asked for, key by key. */
export function FilterHelpText() {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => root.current?.focus(), []);
  return (
    <div class="filter-help-text" role="dialog" aria-label={t('How to filter')} tabIndex={0} ref={root}>
      <p>
        {t(
          'Words are looked for in all that is known of a call: its address, headers, bodies and problems. Terms with a key ask for one thing. A call must meet every term.',
        )}
      </p>
      <dl>
        {Object.entries(filterKeys).map(([key, { means, example }]) => (
          <div key={key}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{means()}</dd>
          </div>
        ))}
        <div>
          <dt>
            <code>-status:2xx</code>
          </dt>
          <dd>{t('a minus in front turns a term round')}</dd>
        </div>
        <div>
          <dt>
            <code>is:invalid,failed</code>
          </dt>
          <dd>{t('a comma stands between values that are as good as each other')}</dd>
        </div>
        <div>
          <dt>
            <code>"two words"</code>
          </dt>
          <dd>
            {tParts('quotes hold together; write {example} for a quote in them', {
              example: <code>\"</code>,
            })}
          </dd>
        </div>
      </dl>
      <p>
        {tParts('A call can be {isWords}.', {
          isWords: Object.entries(isWords).map(([word, means], index) => (
            <span key={word}>
              {index > 0 && '; '}
              <code>{word}</code>: {means()}
            </span>
          )),
        })}
      </p>
    </div>
  );
}

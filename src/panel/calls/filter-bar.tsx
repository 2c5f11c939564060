import type { RefObject } from 'preact';
import { printTerm } from '../../model/filter/filter.ts';
import { formatList, t } from '../../model/words/words.ts';
import { Icon } from '../icons.tsx';
import type { CallsStore } from './calls-store.ts';
import './filter.css';
import { FilterField } from './filter-field.tsx';
import { FilterHelp } from './filter-help.tsx';

interface Props {
  calls: CallsStore;
  input: RefObject<HTMLInputElement | null>;
  onLeave: () => void;
}

/** The filter of the calls, with a chip for each term that has a key. */
export function FilterBar({ calls, input, onLeave }: Props) {
  const terms = calls.filter.value.terms.filter(({ key }) => key !== 'text');
  return (
    <search class="filter-bar">
      <FilterField calls={calls} input={input} onLeave={onLeave} />
      {calls.filterText.value !== '' && (
        <button
          type="button"
          class="tool"
          aria-label={t('Clear filter')}
          title={t('Clear filter (Esc)')}
          onClick={() => {
            calls.filterText.value = '';
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <FilterHelp />
      {terms.length > 0 && (
        <ul class="filter-chips" aria-label={t('Terms of the filter')}>
          {terms.map((term) => (
            <li key={term.from}>
              <button
                type="button"
                class="filter-chip"
                aria-label={t('Remove {term}', { term: printTerm(term) })}
                title={t('Remove from the filter')}
                onClick={() => {
                  calls.removeTerm(term);
                  input.current?.focus();
                }}
              >
                {term.negated && <em>{t('not')} </em>}
                {term.key} <strong>{formatList(term.values, 'or')}</strong>
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

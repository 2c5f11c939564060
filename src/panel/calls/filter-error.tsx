import { describeFilterError } from '../../model/filter/describe-filter-error.ts';
import type { FilterError } from '../../model/filter/parse-filter.ts';
import { t } from '../../model/words/words.ts';

/** What is wrong with the filter, and where. */
export const FilterErrorNote = ({ error }: { error: FilterError }) => (
  <p class="filter-error tone-error" id="filter-error" role="status">
    {t('Character {from}: {error}', { from: error.from + 1, error: describeFilterError(error) })}
  </p>
);

import { t, tn } from '../../model/words/words.ts';

interface Props {
  /** How many calls the filter was asked about. */
  count: number;
  onClear: () => void;
}

/** Stands in the place of the grid when the filter lets no call through. */
export function NoMatch({ count, onClear }: Props) {
  return (
    <div class="no-match">
      <p>
        {tn(count, {
          one: 'None of the {count} call matches the filter.',
          other: 'None of the {count} calls matches the filter.',
        })}
      </p>
      <button type="button" class="button" onClick={onClear}>
        {t('Clear filter')}
      </button>
    </div>
  );
}

import type { Destination } from '../../model/compose/destination.ts';
import { t } from '../../model/words/words.ts';
import type { ComposerStore } from './composer-store.ts';

const groups = [
  { kind: 'captured', label: () => t('Own hosts') },
  { kind: 'route', label: () => t('Routes') },
  { kind: 'environment', label: () => 'Prove' },
] as const;

/** Where the draft goes: it fills in the URL. A URL that was typed otherwise is free. */
export function DestinationField({ composer }: { composer: ComposerStore }) {
  const all = composer.destinations.value;
  const chosen = composer.destination.value;
  const option = ({ id, label }: Destination) => (
    <option key={id} value={id}>
      {label}
    </option>
  );
  return (
    <label class="composer-label">
      {t('Environment')}
      <select
        class="composer-field composer-destination"
        title={chosen?.base}
        value={chosen?.id ?? ''}
        onChange={({ currentTarget }) => composer.chooseDestination(currentTarget.value)}
      >
        {!chosen && <option value="">{t('as typed below')}</option>}
        {groups.map(({ kind, label }) => {
          const options = all.filter((each) => each.kind === kind);
          return (
            options.length > 0 && (
              <optgroup key={kind} label={label()}>
                {options.map(option)}
              </optgroup>
            )
          );
        })}
      </select>
    </label>
  );
}

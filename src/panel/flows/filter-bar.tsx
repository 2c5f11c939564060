import type { Signal } from '@preact/signals';
import { stateNames } from '../../model/flows/describe-flow.ts';
import type { Flow, FlowState } from '../../model/flows/flow.ts';
import { formatNumber, t } from '../../model/words/words.ts';
import type { FlowFilter } from './flow-filter.ts';

interface Props {
  flows: readonly Flow[];
  filter: Signal<FlowFilter>;
  shown: number;
}

/** Narrows the list of flows to a state and a kind. */
export function FilterBar({ flows, filter, shown }: Props) {
  const { state, kind } = filter.value;
  const found = flows.flatMap((flow) => flow.kind?.id ?? []);
  // The chosen kind stands among them though its last flow may be gone.
  const kinds = [...new Set(kind === undefined ? found : [...found, kind])];
  const states = Object.entries(stateNames);
  return (
    <div class="flow-filter" role="group" aria-label={t('Filter of the flows')}>
      <select
        aria-label={t('State')}
        value={state ?? ''}
        onChange={({ currentTarget }) => {
          const chosen = Object.keys(stateNames).find(
            (name): name is FlowState => name === currentTarget.value,
          );
          filter.value = { ...filter.value, state: chosen };
        }}
      >
        <option value="">{t('every state')}</option>
        {states.map(([id, name]) => (
          <option key={id} value={id}>
            {name()}
          </option>
        ))}
      </select>
      {(kinds.length > 1 || kind !== undefined) && (
        <select
          aria-label={t('Kind')}
          value={kind ?? ''}
          onChange={({ currentTarget }) => {
            filter.value = { ...filter.value, kind: currentTarget.value || undefined };
          }}
        >
          <option value="">{t('every kind')}</option>
          {kinds.map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      )}
      {shown < flows.length && (
        <span class="quiet">
          {t('{shown} of {total}', { shown: formatNumber(shown), total: formatNumber(flows.length) })}
        </span>
      )}
    </div>
  );
}

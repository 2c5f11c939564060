import { isDemo } from '../../model/demo/is-demo.ts';
import type { Exchange } from '../../model/exchange.ts';
import { t } from '../../model/words/words.ts';
import { operations } from '../../schemas/operations.ts';
import { formatClock } from '../words.ts';
import type { ComposerStore } from './composer-store.ts';
import { DestinationField } from './destination-field.tsx';

const FREE = 'free';

/** The operation that the draft is checked against, and its documented example. */
export function OperationRow({ composer }: { composer: ComposerStore }) {
  const draft = composer.draft.value;
  const operation = composer.operation.value;
  return (
    <div class="composer-row">
      <label class="composer-label">
        {t('Operation')}
        <select
          class="composer-field"
          value={draft ? (draft.operationId ?? FREE) : ''}
          onChange={({ currentTarget: { value } }) =>
            composer.chooseOperation(value === FREE ? undefined : value)
          }
        >
          {!draft && <option value="">{t('Choose…')}</option>}
          {operations.map(({ id, title }) => (
            <option key={id} value={id}>
              {id} · {title}
            </option>
          ))}
          <option value={FREE}>{t('Free request')}</option>
        </select>
      </label>
      {draft && <DestinationField composer={composer} />}
      {operation?.exampleRequest && (
        <button
          type="button"
          class="button"
          title={t('Replace the body by the documented example of {id}', { id: operation.id })}
          onClick={() => composer.fillTemplate()}
        >
          {t('Blank template')}
        </button>
      )}
      {draft?.source && <span class="quiet composer-source">{sourceOf(draft.source)}</span>}
    </div>
  );
}

/** Where the draft was taken from. */
function sourceOf({ id, origin, startedAt }: Exchange): string {
  if (isDemo(id)) return t('from a call of the demo, whose token opens nothing');
  const time = formatClock(startedAt);
  if (origin === 'replay') return t('from a call sent at {time}', { time });
  return origin === 'imported'
    ? t('from a call imported at {time}', { time })
    : t('from a call captured at {time}', { time });
}

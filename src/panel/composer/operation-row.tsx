import { operations } from '../../schemas/operations.ts';
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
        Operation
        <select
          class="composer-field"
          value={draft ? (draft.operationId ?? FREE) : ''}
          onChange={({ currentTarget: { value } }) =>
            composer.chooseOperation(value === FREE ? undefined : value)
          }
        >
          {!draft && <option value="">Choose…</option>}
          {operations.map(({ id, title }) => (
            <option key={id} value={id}>
              {id} · {title}
            </option>
          ))}
          <option value={FREE}>Free request</option>
        </select>
      </label>
      {draft && <DestinationField composer={composer} />}
      {operation?.exampleRequest && (
        <button
          type="button"
          class="button"
          title={`Replace the body by the documented example of ${operation.id}`}
          onClick={() => composer.fillTemplate()}
        >
          Blank template
        </button>
      )}
      {draft?.source && <span class="quiet composer-source">from {sourceOf(draft.source)}</span>}
    </div>
  );
}

const sourceOf = ({ origin, startedAt }: { origin: string; startedAt: number }): string =>
  `a ${origin === 'replay' ? 'call sent' : `call ${origin}`} at ${new Date(startedAt).toLocaleTimeString()}`;

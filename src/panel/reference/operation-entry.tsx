import { t } from '../../model/words/words.ts';
import type { Operation } from '../../schemas/operation.ts';
import type { ComposerDoor } from '../composer-door.ts';
import { OperationBody } from './operation-body.tsx';
import { fieldRowId } from './place-in-reference.ts';
import type { FoundField } from './search-reference.ts';

interface Props {
  operation: Operation;
  /** Its fields that the search has found. */
  fields: readonly FoundField[];
  open: boolean;
  here: string | undefined;
  onToggle: () => void;
  onField: (row: string) => void;
  composer: ComposerDoor;
  onShowCalls: (filter: string) => void;
}

/** So many fields are named below an operation that is closed. */
const NAMED = 8;

/** One operation: its line, which opens all that is known of it. */
export function OperationEntry(props: Props) {
  const { operation, fields, open, here, onToggle, onField, composer, onShowCalls } = props;
  const { removed, id, method, path } = operation;
  return (
    <section class={open ? 'reference-entry open' : 'reference-entry'} aria-label={id}>
      <header class="reference-head">
        <h2>
          <button type="button" class="reference-toggle" aria-expanded={open} onClick={onToggle}>
            <span class="reference-arrow" aria-hidden="true" />
            {id}
          </button>
        </h2>
        <code>
          {method} {path}
        </code>
        {removed && <span class="chip chip-quiet">{t('until {date}', { date: removed.on })}</span>}
        <span class="reference-summary">{operation.summary}</span>
        <span class="spring" />
        <button
          type="button"
          class="button"
          title={t('Opens the example as a draft, to be changed and sent')}
          onClick={() => composer.compose(operation)}
        >
          {t('Compose')}
        </button>
      </header>
      {!open && fields.length > 0 && (
        <p class="reference-found">
          {fields.slice(0, NAMED).map(({ part, path: field }) => (
            <button
              key={part + field}
              type="button"
              class="link"
              onClick={() => onField(fieldRowId(id, part, field))}
            >
              <code>{field}</code>
              {part === 'response' && <span class="quiet"> {t('in the answer')}</span>}
            </button>
          ))}
          {fields.length > NAMED && (
            <span class="quiet">{t('and {count} more', { count: fields.length - NAMED })}</span>
          )}
        </p>
      )}
      {open && <OperationBody operation={operation} fields={fields} here={here} onShowCalls={onShowCalls} />}
    </section>
  );
}

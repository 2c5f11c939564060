import { useSignal } from '@preact/signals';
import { formatList, t } from '../../model/words/words.ts';
import { apiErrorMeanings } from '../../schemas/api-error.ts';
import { docOf } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import { operations } from '../../schemas/operations.ts';
import type { ComposerDoor } from '../composer-door.ts';
import { FieldTable } from './field-table.tsx';
import { listFields } from './list-fields.ts';
import './reference.css';

/** What a search looks through, by operation: put together once. */
const texts = new Map(operations.map((operation) => [operation, textOf(operation)]));

/** The catalogue: each operation with its fields, rules, example, and what became of it. */
export function ReferenceView({ composer }: { composer: ComposerDoor }) {
  const search = useSignal('');
  const opened = useSignal<string | undefined>(undefined);
  const wanted = search.value.trim().toLowerCase();
  const shown = operations.filter((operation) => texts.get(operation)?.includes(wanted));
  return (
    <div class="reference">
      <label class="reference-search">
        <span class="hidden">{t('Search the reference')}</span>
        <input
          type="search"
          placeholder={t('Search operations, fields and rules')}
          value={search.value}
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
      </label>
      {shown.length === 0 && (
        <p class="empty">{t('No operation or field holds “{search}”.', { search: search.value })}</p>
      )}
      {shown.map((operation) => (
        <OperationEntry
          key={operation.id}
          operation={operation}
          open={opened.value === operation.id || shown.length === 1}
          onToggle={() => {
            opened.value = opened.value === operation.id ? undefined : operation.id;
          }}
          composer={composer}
        />
      ))}
      {wanted === '' && <ErrorCodes />}
    </div>
  );
}

interface EntryProps {
  operation: Operation;
  open: boolean;
  onToggle: () => void;
  composer: ComposerDoor;
}

function OperationEntry({ operation, open, onToggle, composer }: EntryProps) {
  const { removed, id, method, path } = operation;
  return (
    <section class="reference-entry" aria-label={id}>
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
        {removed && <span class="chip chip-quiet">{t('until {on}', { on: removed.on })}</span>}
        <span class="reference-summary">{operation.summary}</span>
        <span class="spring" />
        <button type="button" class="button" onClick={() => composer.compose(operation)}>
          {t('Compose')}
        </button>
      </header>
      {open && <OperationBody operation={operation} />}
    </section>
  );
}

function OperationBody({ operation }: { operation: Operation }) {
  const { removed, regions, since, sdk } = operation;
  const values = { since, regions: formatList(regions.map((region) => region.toUpperCase())) };
  return (
    <div class="reference-body">
      <p>
        {removed
          ? t('Since {since}; became {replacedBy} on {on}. Documented on {regions} hosts.', {
              ...values,
              replacedBy: removed.replacedBy,
              on: removed.on,
            })
          : t('Since {since}. Documented on {regions} hosts.', values)}
      </p>
      {operation.remarks?.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {operation.pathParameters && (
        <FieldTable caption={t('In the path')} schema={operation.pathParameters} />
      )}
      {operation.queryParameters && (
        <FieldTable caption={t('In the query')} schema={operation.queryParameters} />
      )}
      {operation.request && <FieldTable caption={t('Request')} schema={operation.request} />}
      <FieldTable caption={t('Response')} schema={operation.response} />
      <table class="fields">
        <caption>{t('Refusals')}</caption>
        <tbody>
          {operation.errorStatuses.map(({ status, meaning }) => (
            <tr key={status}>
              <th scope="row">
                <code>{status}</code>
              </th>
              <td colSpan={2}>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table class="fields">
        <caption>{t('In the vendor’s SDKs')}</caption>
        <tbody>
          {Object.entries(sdk).map(([language, name]) => (
            <tr key={language}>
              <th scope="row">{language}</th>
              <td colSpan={2}>
                <code>{name}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ErrorCodes = () => (
  <section class="reference-entry" aria-label={t('Error codes')}>
    <table class="fields">
      <caption>{t('Codes in a refusal')}</caption>
      <tbody>
        {[...apiErrorMeanings].map(([code, meaning]) => (
          <tr key={code}>
            <th scope="row">
              <code>{code}</code>
            </th>
            <td colSpan={2}>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

function textOf({ id, title, summary, path, request, response }: Operation): string {
  const fields = [request, response].flatMap((schema) =>
    schema
      ? listFields(schema).map(({ path: name, schema: field }) => `${name} ${docOf(field)?.doc ?? ''}`)
      : [],
  );
  return [id, title, summary, path, ...fields].join('\n').toLowerCase();
}

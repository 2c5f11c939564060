import { useSignal } from '@preact/signals';
import { docOf, unwrap } from '../schemas/field.ts';
import type { Operation } from '../schemas/operation.ts';
import { operations } from '../schemas/operations.ts';
import type { z } from '../schemas/zod.ts';
import type { ComposerDoor } from './composer-door.ts';
import { allowedValues, typeName } from './field-words.ts';

/** The catalogue: each operation with its fields, rules and example. */
export function ReferenceView({ composer }: { composer: ComposerDoor }) {
  const search = useSignal('');
  const wanted = search.value.trim().toLowerCase();
  const shown = operations.filter((operation) => textOf(operation).includes(wanted));
  return (
    <div class="reference">
      <label class="reference-search">
        <span class="hidden">Search the reference</span>
        <input
          type="search"
          placeholder="Search operations, fields and rules"
          value={search.value}
          onInput={(event) => (search.value = event.currentTarget.value)}
        />
      </label>
      {shown.length === 0 && <p class="empty">No operation or field holds “{search.value}”.</p>}
      {shown.map((operation) => (
        <OperationEntry key={operation.id} operation={operation} composer={composer} />
      ))}
    </div>
  );
}

function OperationEntry({ operation, composer }: { operation: Operation; composer: ComposerDoor }) {
  const { removed } = operation;
  return (
    <section class="reference-entry" aria-label={operation.id}>
      <header class="reference-head">
        <h2>{operation.title}</h2>
        <code>
          {operation.method} {operation.path}
        </code>
        <span class="spring" />
        <button type="button" class="button" onClick={() => composer.compose(operation)}>
          Compose
        </button>
      </header>
      <p>
        {operation.summary} Since {operation.since}
        {removed && `; replaced by ${removed.replacedBy} on ${removed.on}`}.
      </p>
      {operation.request && <FieldTable caption="Request" schema={operation.request} />}
      <FieldTable caption="Response" schema={operation.response} />
    </section>
  );
}

const FieldTable = ({ caption, schema }: { caption: string; schema: z.ZodObject }) => (
  <table class="fields">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Type</th>
        <th scope="col">What it is</th>
      </tr>
    </thead>
    <tbody>
      {Object.entries(schema.shape).map(([name, field]) => {
        const doc = docOf(field);
        const values = allowedValues(field) ?? doc?.knownValues;
        return (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              {typeName(field)}
              {unwrap(field) === field ? <span class="required"> required</span> : ''}
            </td>
            <td>
              {doc?.doc}
              {values && <span class="rule">Values: {values.join(', ')}</span>}
              {doc?.characters && <span class="rule">Characters: {doc.characters.words}</span>}
              {doc?.maxLength && <span class="rule">At most {doc.maxLength.limit} characters</span>}
              {doc?.example !== undefined && (
                <span class="rule">
                  Example: <code>{String(doc.example)}</code>
                </span>
              )}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

function textOf({ id, title, summary, path, request, response }: Operation): string {
  const fields = [request, response].flatMap((schema) =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => `${name} ${docOf(field)?.doc ?? ''}`),
  );
  return [id, title, summary, path, ...fields].join('\n').toLowerCase();
}

import { t } from '../../model/words/words.ts';
import type { z } from '../../schemas/zod.ts';
import { allowedValues, rulesOf, typeName } from './field-words.ts';
import { listFields } from './list-fields.ts';
import { fieldRowId, type TablePart } from './place-in-reference.ts';

interface Props {
  caption: string;
  schema: z.ZodObject;
  operationId: string;
  part: TablePart;
  /** Id of the row that somebody has asked for. */
  here: string | undefined;
  /** The fields that a search has found. */
  found: readonly string[];
}

/** The fields of a body or the parameters of an address, a line each. */
export const FieldTable = ({ caption, schema, operationId, part, here, found }: Props) => (
  <table class="fields">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{t('Field')}</th>
        <th scope="col">{t('Type')}</th>
        <th scope="col">{t('What it is')}</th>
      </tr>
    </thead>
    <tbody>
      {listFields(schema).map(({ path, schema: field, doc, required }) => {
        const id = fieldRowId(operationId, part, path);
        const mark = id === here ? 'here' : found.includes(path) ? 'found' : undefined;
        return (
          <tr key={path} id={id} tabIndex={-1} class={mark}>
            <th scope="row">
              <code>{path}</code>
            </th>
            <td>
              {typeName(field)}
              {required && <span class="required"> {t('required')}</span>}
            </td>
            <td>
              {doc?.doc}
              {rulesOf(doc, allowedValues(field)).map((rule) => (
                <span class="rule" key={rule}>
                  {rule}
                </span>
              ))}
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

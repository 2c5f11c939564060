import { t } from '../../model/words/words.ts';
import type { z } from '../../schemas/zod.ts';
import { allowedValues, rulesOf, typeName } from './field-words.ts';
import { listFields } from './list-fields.ts';

/** The fields of a body or the parameters of an address, a line each. */
export const FieldTable = ({ caption, schema }: { caption: string; schema: z.ZodObject }) => (
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
      {listFields(schema).map(({ path, schema: field, doc, required }) => (
        <tr key={path}>
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
      ))}
    </tbody>
  </table>
);

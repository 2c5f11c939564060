import {
  readPathParameters,
  readQuery,
  writePathParameter,
  writeQueryAt,
  writeQueryParameter,
} from '../../model/compose/url-parameters.ts';
import { visible } from '../../model/printable.ts';
import { describeProblem } from '../../model/problems/describe-problem.ts';
import { t } from '../../model/words/words.ts';
import { docOf, unwrap } from '../../schemas/field.ts';
import { z } from '../../schemas/zod.ts';
import { Icon } from '../icons.tsx';
import { MaskedInput } from '../mask/masked-input.tsx';
import type { ComposerStore } from './composer-store.ts';

/** One parameter, wherever it stands. */
interface Parameter {
  /** Also the path of its problems: `{name}` in the path, `?name` in the query. */
  id: string;
  name: string;
  where: 'path' | 'query';
  value: string;
  schema?: z.core.$ZodType | undefined;
  onChange: (value: string) => void;
  /** Of a pair that the operation does not know. */
  onRemove?: () => void;
}

/** The parameters in the path and the query of the URL, one row each; the URL itself says the same. */
export function ParameterFields({ composer }: { composer: ComposerStore }) {
  const parameters = parametersOf(composer);
  if (parameters.length === 0) return null;
  return (
    <div class="composer-headers">
      <table aria-label={t('Parameters')}>
        <thead>
          <tr>
            <th scope="col">{t('Parameter')}</th>
            <th scope="col">{t('Value')}</th>
            <th scope="col">
              <span class="hidden">{t('Remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <ParameterRow key={parameter.id} parameter={parameter} composer={composer} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function parametersOf(composer: ComposerStore): Parameter[] {
  const url = composer.draft.value?.url ?? '';
  const operation = composer.operation.value;
  const write = (changed: string) => composer.edit({ url: changed });
  const path = operation && readPathParameters(operation, url);
  const pairs = readQuery(url);
  // A path of one's own has a query of its own too.
  const known = path ? Object.entries(operation.queryParameters?.shape ?? {}) : [];
  const taken = new Set(known.map(([name]) => pairs.findLastIndex((pair) => pair.name === name)));
  return [
    ...Object.entries(path ?? {}).map(
      ([name, value]): Parameter => ({
        id: `{${name}}`,
        name,
        where: 'path',
        value,
        schema: operation?.pathParameters?.shape[name],
        onChange: (typed) => operation && write(writePathParameter(operation, url, name, typed)),
      }),
    ),
    ...known.map(
      ([name, schema]): Parameter => ({
        id: `?${name}`,
        name,
        where: 'query',
        value: pairs.findLast((pair) => pair.name === name)?.value ?? '',
        schema,
        onChange: (typed) => write(writeQueryParameter(url, name, typed)),
      }),
    ),
    ...pairs.flatMap(({ name, value }, index): Parameter[] =>
      taken.has(index)
        ? []
        : [
            {
              id: `?${name} ${index}`,
              name,
              where: 'query',
              value,
              onChange: (typed) => write(writeQueryAt(url, index, typed)),
              onRemove: () => write(writeQueryAt(url, index, undefined)),
            },
          ],
    ),
  ];
}

/** The id of a parameter's field in the document. */
export const parameterFieldId = (id: string): string => `composer-parameter-${id}`;

function ParameterRow({ parameter, composer }: { parameter: Parameter; composer: ComposerStore }) {
  const { id, name, where, value, schema, onChange, onRemove } = parameter;
  const problem = composer.inspection.value?.problems.find(({ path }) => path === id);
  const doc = schema && docOf(schema);
  const required = schema !== undefined && unwrap(schema) === schema;
  const described = `${parameterFieldId(id)}-note`;
  const shared = {
    id: parameterFieldId(id),
    class: 'composer-field',
    'aria-label':
      where === 'path'
        ? t('{name} in the path', { name: visible(name) })
        : t('{name} in the query', { name: visible(name) }),
    'aria-required': required,
    'aria-invalid': problem?.severity === 'error',
    'aria-describedby': described,
    value,
  };
  const isFlag = schema && unwrap(schema) instanceof z.ZodBoolean && /^(?:true|false|)$/.test(value);
  return (
    <tr>
      <td title={doc?.doc}>
        <code>{visible(name)}</code>{' '}
        <span class="quiet">
          {where === 'path' ? t('path') : t('query')}
          {required && `, ${t('required')}`}
        </span>
      </td>
      <td>
        {isFlag ? (
          <select {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
            <option value="">{t('not sent')}</option>
            <option value="true">true</option>
            <option value="false">false</option>
          </select>
        ) : (
          <MaskedInput
            {...shared}
            type="text"
            spellcheck={false}
            autocomplete="off"
            placeholder={doc?.example === undefined ? undefined : `e.g. ${String(doc.example)}`}
            mask={(mask, text) => mask.field({ name, value: text })}
            onType={onChange}
          />
        )}
        <p class={problem ? `composer-problem tone-${problem.severity}` : 'hidden'} id={described}>
          {problem ? describeProblem(problem) : doc?.doc}
        </p>
      </td>
      <td>
        {onRemove && (
          <button
            type="button"
            class="tool"
            aria-label={t('Remove {name} from the query', { name: visible(name) })}
            title={t('Remove')}
            onClick={onRemove}
          >
            <Icon name="close" />
          </button>
        )}
      </td>
    </tr>
  );
}

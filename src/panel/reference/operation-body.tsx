import { t } from '../../model/words/words.ts';
import type { Operation } from '../../schemas/operation.ts';
import { FieldTable } from './field-table.tsx';
import { type FoundField, partsOf } from './search-reference.ts';
import { tableCaptions } from './table-captions.ts';

interface Props {
  operation: Operation;
  fields: readonly FoundField[];
  here: string | undefined;
  onShowCalls: (filter: string) => void;
}

/** All that is known of an operation. */
export function OperationBody({ operation, fields, here, onShowCalls }: Props) {
  const { id, removed, regions, since, sdk, bodyKind, bearer, exampleRequest } = operation;
  const shownRequest =
    exampleRequest &&
    (bodyKind === 'form'
      ? Object.entries(exampleRequest)
          .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
          .join('&')
      : JSON.stringify(exampleRequest, null, 2));
  return (
    <div class="reference-body">
      <p>
        {removed
          ? t('Since {since}, until {until}: {next} took its place.', {
              since,
              until: removed.on,
              next: removed.replacedBy,
            })
          : t('Since {since}.', { since })}{' '}
        {t('Documented on hosts of: {regions}.', {
          regions: regions.map((region) => region.toUpperCase()).join(', '),
        })}{' '}
        {bearer ? t('Needs a bearer token.') : t('Needs no bearer token.')}
      </p>
      {operation.remarks?.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p>
        <button type="button" class="link" onClick={() => onShowCalls(`operation:${id}`)}>
          {t('Show the calls of {operation}', { operation: id })}
        </button>
      </p>
      <div class="reference-examples">
        {shownRequest && <Example title={t('Example of a request')} text={shownRequest} />}
        <Example
          title={t('Example of an answer')}
          text={JSON.stringify(operation.exampleResponse, null, 2)}
        />
      </div>
      {partsOf(operation).map(([part, schema]) => (
        <FieldTable
          key={part}
          caption={tableCaptions(part)}
          schema={schema}
          operationId={id}
          part={part}
          here={here}
          found={fields.filter((field) => field.part === part).map(({ path }) => path)}
        />
      ))}
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
              <th scope="row">{languages[language] ?? language}</th>
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

const languages: Readonly<Record<string, string>> = {
  ts: 'TypeScript',
  java: 'Java',
  go: 'Go',
  csharp: 'C#',
};

const Example = ({ title, text }: { title: string; text: string }) => (
  <figure class="reference-example">
    <figcaption>{title}</figcaption>
    <pre tabIndex={0} aria-label={title}>
      {text}
    </pre>
  </figure>
);

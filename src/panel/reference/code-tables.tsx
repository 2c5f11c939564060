import { explainCode } from '../../model/problems/explain-code.ts';
import { type ProblemCode, severities } from '../../model/problems/problem.ts';
import { severityNames } from '../../model/words/names.ts';
import { t } from '../../model/words/words.ts';
import { apiErrorMeanings } from '../../schemas/api-error.ts';
import { apiErrorRemedies } from '../../schemas/api-error-remedies.ts';
import { Icon } from '../icons.tsx';
import { codeRowId } from './place-in-reference.ts';

/** The numbers that stand in a refusal, and what to do about each. */
export const ApiErrors = ({ codes }: { codes: readonly number[] }) => (
  <section class="reference-entry" aria-label={t('Codes in a refusal')}>
    <table class="fields">
      <caption>{t('Codes in a refusal')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Code')}</th>
          <th scope="col" colSpan={2}>
            {t('Meaning, and what to do')}
          </th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr key={code}>
            <th scope="row">
              <code>{code}</code>
            </th>
            <td colSpan={2}>
              {apiErrorMeanings.get(code)}
              <span class="rule">{apiErrorRemedies.get(code)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

interface Props {
  codes: readonly ProblemCode[];
  here: string | undefined;
  onShowCalls: (filter: string) => void;
}

/** The problems that the panel tells of, by their codes. */
export const ProblemCodes = ({ codes, here, onShowCalls }: Props) => (
  <section class="reference-entry" aria-label={t('Problems')}>
    <table class="fields">
      <caption>{t('Problems that are found in calls')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('Code')}</th>
          <th scope="col">{t('Severity')}</th>
          <th scope="col">{t('Meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map((code) => (
          <tr
            key={code}
            id={codeRowId(code)}
            tabIndex={-1}
            class={codeRowId(code) === here ? 'here' : undefined}
          >
            <th scope="row">
              <code>{code}</code>
            </th>
            <td>
              <span class={`tone-${severities[code]}`}>
                <Icon name={severities[code]} /> {severityNames[severities[code]]()}
              </span>
            </td>
            <td>
              {explainCode(code)}{' '}
              <button
                type="button"
                class="link"
                aria-label={t('Show calls with {code}', { code })}
                onClick={() => onShowCalls(`problem:${code}`)}
              >
                {t('Show calls')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

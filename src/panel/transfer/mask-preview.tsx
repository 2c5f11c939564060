import type { StandInCount } from '../../model/masking/export-stand-ins.ts';
import { formatNumber, t } from '../../model/words/words.ts';
import type { Sensitivity } from '../../schemas/field.ts';

const nameOf = (kind: Sensitivity): string =>
  ({
    phone: t('Phone numbers'),
    ssn: t('Identity numbers'),
    dob: t('Dates of birth'),
    name: t('Names'),
    email: t('E-mail addresses'),
    address: t('Addresses'),
    ip: t('IP addresses'),
    token: t('Tokens'),
    secret: t('Secrets'),
  })[kind];

interface Props {
  /** Undefined as long as somebody looks for it. */
  counts: readonly StandInCount[] | undefined;
  /** The values themselves are not to be seen on this screen. */
  hidden: boolean;
}

/** What is masked in an export: how many values of each kind, and what takes the place of one. */
export function MaskPreview({ counts, hidden }: Props) {
  if (!counts)
    return (
      <p class="quiet" role="status">
        {t('Looking for what is to be masked…')}
      </p>
    );
  if (counts.length === 0) return <p class="quiet">{t('Nothing was found that needs masking.')}</p>;
  return (
    <table class="mask-preview" aria-label={t('What is masked')}>
      <thead>
        <tr>
          <th scope="col">{t('Masked')}</th>
          <th scope="col">{t('Values')}</th>
          <th scope="col">{t('For example')}</th>
          <th scope="col">{t('becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ kind, values, examples: [first] }) => (
          <tr key={kind}>
            <th scope="row">{nameOf(kind)}</th>
            <td>{formatNumber(values)}</td>
            <td>{first && <code>{hidden ? '•'.repeat(8) : shorten(first.value)}</code>}</td>
            <td>{first && <code>{shorten(first.standIn)}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

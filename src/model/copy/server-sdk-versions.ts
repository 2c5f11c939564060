import type { SdkLanguage } from '../../schemas/sdk.ts';
import { t } from '../words/words.ts';

/** How the SDKs are called and where they are from. */
export const sdkNames: Readonly<Record<SdkLanguage, string>> = {
  ts: 'TypeScript SDK',
  java: 'Java SDK',
  go: 'Go SDK',
  csharp: 'C# SDK',
};

/** The first and the last version that has an operation; of those without a first, the last has it no longer. */
type Versions = Readonly<Record<SdkLanguage, { first?: string; last: string } | undefined>>;

const mfa: Versions = {
  ts: { first: '0.9.1', last: '0.9.3' },
  java: { first: '0.12.0', last: '0.12.1' },
  go: { first: '0.7.0', last: '0.7.1' },
  csharp: undefined,
};
const mfaBind: Versions = {
  ts: { first: '0.9.3', last: '0.9.3' },
  java: { first: '0.12.1', last: '0.12.1' },
  go: { first: '0.7.1', last: '0.7.1' },
  csharp: undefined,
};
const formerVerify: Versions = {
  ts: { last: '0.13.2' },
  java: undefined,
  go: { last: '0.12.0' },
  csharp: undefined,
};

/** The versions of the SDKs that have an operation which others have no longer. */
const only: Readonly<Record<string, Versions>> = {
  mfa,
  'mfa-status': mfa,
  'mfa-bind': mfaBind,
  'verify-v1': formerVerify,
  'verify-status': formerVerify,
};

/** Which versions of an SDK have an operation, as a sentence; undefined where the latest does. */
export function versionsWith(
  operation: { id: string; removed?: { replacedBy: string } },
  language: SdkLanguage,
): string | undefined {
  if (!operation.removed) return undefined;
  const values = { sdk: sdkNames[language], id: operation.id, replacedBy: operation.removed.replacedBy };
  const versions = only[operation.id]?.[language];
  if (!versions) return t('Later versions of the {sdk} have {replacedBy} instead of {id}.', values);
  const { first, last } = versions;
  if (first === undefined)
    return t('Of the {sdk}, versions before {last} have {id}; later ones have {replacedBy} instead.', {
      ...values,
      last,
    });
  return first === last
    ? t('Of the {sdk}, {last} alone has {id}; later ones have {replacedBy} instead.', { ...values, last })
    : t('Of the {sdk}, {first} to {last} have {id}; later ones have {replacedBy} instead.', {
        ...values,
        first,
        last,
      });
}

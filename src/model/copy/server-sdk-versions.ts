import type { SdkLanguage } from '../../schemas/sdk.ts';

/** How the SDKs are called and where they are from. */
export const sdkNames: Readonly<Record<SdkLanguage, string>> = {
  ts: 'TypeScript SDK',
  java: 'Java SDK',
  go: 'Go SDK',
  csharp: 'C# SDK',
};

type Versions = Readonly<Record<SdkLanguage, string | undefined>>;

const mfa: Versions = {
  ts: '0.9.1 to 0.9.3',
  java: '0.12.0 to 0.12.1',
  go: '0.7.0 to 0.7.1',
  csharp: undefined,
};
const mfaBind: Versions = { ts: '0.9.3', java: '0.12.1', go: '0.7.1', csharp: undefined };
const formerVerify: Versions = {
  ts: 'before 0.13.2',
  java: undefined,
  go: 'before 0.12.0',
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
  const versions = only[operation.id]?.[language];
  const { replacedBy } = operation.removed;
  return versions === undefined
    ? `Later versions of the ${sdkNames[language]} have ${replacedBy} instead of ${operation.id}.`
    : `Of the ${sdkNames[language]}, ${versions} ${/ to |before/.test(versions) ? 'have' : 'alone has'} ${operation.id}; later ones have ${replacedBy} instead.`;
}

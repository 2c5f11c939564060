export type SdkLanguage = 'ts' | 'java' | 'go' | 'csharp';

/** The method of each server SDK that calls an operation. */
export type SdkMethods = Readonly<Partial<Record<SdkLanguage, string>>>;

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The four names of a method; all SDKs are generated from one description, so that each follows from the first. */
export const sdkMethods = (service: 'v3' | 'identity', method: string) => ({
  ts: `proveapi.${service}.${method}`,
  java: `sdk.${service}().${method}()`,
  go: `client.${capital(service)}.${capital(method)}`,
  csharp: `sdk.${capital(service)}.${capital(method)}Async`,
});

/** The methods of MFA, which was gone before the first C# SDK. */
export function mfaSdkMethods(method: string): SdkMethods {
  const { csharp: _, ...others } = sdkMethods('v3', method);
  return others;
}

/** The methods of linked domains, whose names are known of the TypeScript SDK only. */
export const domainSdkMethods = (method: string): SdkMethods => ({ ts: `proveapi.domain.${method}` });

import type { Call } from '../call.ts';
import type { Exchange } from '../exchange.ts';
import { t } from '../words/words.ts';
import type { SdkCall } from './sdk-call.ts';

const failures = {
  refused: () => t('refused connection'),
  aborted: () => t('aborted'),
  cors: () => 'CORS',
  blocked: () => t('blocked'),
  timeout: () => t('timeout'),
  redirect: () => t('redirect not followed'),
  unknown: () => t('no answer'),
} as const;

/** Possession types that the documents name: any other value is whatever somebody sent, and is not repeated. */
const documentedTypes: ReadonlySet<string> = new Set(['desktop', 'mobile', 'none']);

/** Values of `success` that the documents or their old samples name. */
const documentedSuccess: ReadonlySet<string> = new Set([
  'true',
  'false',
  'pending',
  'possession_required',
  'success',
]);

/** The possession type that a call asks for, where it is one. */
export const possessionOf = ({ facts: { possessionType } }: Call): string | undefined =>
  possessionType !== undefined && documentedTypes.has(possessionType) ? possessionType : undefined;

/** What came back, part by part: the status (or why none came), `success`, the code of a refusal. */
export function outcomeOf({ exchange, facts }: Call): string[] {
  const parts = arrivalOf(exchange);
  if (!exchange.response || exchange.failure) return parts;
  if (facts.success !== undefined)
    parts.push(documentedSuccess.has(facts.success) ? facts.success : t('unknown success'));
  if (facts.errorCode !== undefined) parts.push(t('code {code}', { code: facts.errorCode }));
  return parts;
}

/** The same of a call of the client SDK. */
export const sdkOutcomeOf = ({ exchange, errorCode }: SdkCall): string[] => [
  ...arrivalOf(exchange),
  ...(errorCode === undefined ? [] : [t('error {code}', { code: errorCode })]),
];

const arrivalOf = ({ response, failure }: Exchange): string[] =>
  failure || !response ? [t('failed'), failures[failure?.kind ?? 'unknown']()] : [String(response.status)];

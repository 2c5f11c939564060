import type { Severity, Verdict } from '../problems/problem.ts';
import { t, tn } from './words.ts';

/** What the interface calls each verdict. */
export const verdictNames: Record<Verdict, () => string> = {
  valid: () => t('valid'),
  invalid: () => t('invalid'),
  unreadable: () => t('unreadable'),
  truncated: () => t('truncated'),
  absent: () => t('absent'),
};

/** What the interface calls each severity. */
export const severityNames: Record<Severity, () => string> = {
  error: () => t('error'),
  warning: () => t('warning'),
  hint: () => t('hint'),
};

const counts: Record<Severity, (count: number) => string> = {
  error: (count) => tn(count, { one: '{count} error', other: '{count} errors' }),
  warning: (count) => tn(count, { one: '{count} warning', other: '{count} warnings' }),
  hint: (count) => tn(count, { one: '{count} hint', other: '{count} hints' }),
};

/** 1 error, 2 warnings. */
export const countProblems = (severity: Severity, count: number): string => counts[severity](count);

/** 1 call, 2 calls. */
export const countCalls = (count: number): string =>
  tn(count, { one: '{count} call', other: '{count} calls' });

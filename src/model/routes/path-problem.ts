import { t } from '../words/words.ts';
import { nameOf, segmentsOf } from './route.ts';

/** What is wrong with the path of a route, as one sentence; undefined where nothing is. */
export function pathProblem(path: string): string | undefined {
  if (/[?#]/.test(path)) return t('A route is a path without a query or a fragment.');
  if (!path.startsWith('/'))
    return t('“{path}” is no path: begin with “/”, or with https:// and a host.', { path: shortened(path) });
  for (const segment of segmentsOf(path)) {
    if (segment !== '*' && segment.includes('*'))
      return t('“*” stands for one whole segment of a path, not for a part of “{segment}”.', {
        segment: shortened(segment),
      });
    if (/^:|[{}]/.test(segment) && nameOf(segment) === undefined)
      return t('“{segment}” names no field: write “{colon}” or “{braces}”.', {
        segment: shortened(segment),
        colon: ':correlationId',
        braces: '{correlationId}',
      });
    if (segment === '.' || segment === '..') return t('A path of a route has no “.” or “..” in it.');
  }
  if (segmentsOf(path).every((segment) => segment === '*' || nameOf(segment) !== undefined))
    return t('A route needs at least one segment that is not “*”: it would take in every request.');
  return undefined;
}

/** A text as it is quoted in a sentence. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

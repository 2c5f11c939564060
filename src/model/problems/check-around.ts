import { type Header, headerValue } from '../exchange.ts';
import type { Match } from '../routes/match-operation.ts';
import type { PathValues } from '../routes/route.ts';
import { checkParameters } from './check-parameters.ts';
import type { Finding } from './problem.ts';

/** Where a request goes. */
export type Destination = Pick<Match, 'operation' | 'environment' | 'region' | 'url'>;

const NONE: readonly Finding[] = [];

/**
 * What is wrong with a request besides its body. `values` are undefined where the path is an integrator's own, whose
 * parameters are not V3's.
 */
export function checkAround(
  { operation, environment, region, url }: Destination,
  headers: readonly Header[],
  values: PathValues | undefined,
): readonly Finding[] {
  const parameters = values ? checkParameters(operation, values, url) : NONE;
  const unauthorized = operation.bearer && environment && headerValue(headers, 'authorization') === undefined;
  const astray = region !== undefined && !operation.regions.includes(region);
  if (parameters.length === 0 && !unauthorized && !astray) return NONE;
  return [
    ...parameters,
    ...(unauthorized ? [{ code: 'auth.missing', path: '' } as const] : NONE),
    ...(astray ? [{ code: 'host.region', path: '', details: { region } } as const] : NONE),
  ];
}

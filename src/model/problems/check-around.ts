import { type Header, headerValue } from '../exchange.ts';
import type { Match } from '../routes/match-operation.ts';
import type { PathValues } from '../routes/route.ts';
import { checkParameters } from './check-parameters.ts';
import type { Finding } from './problem.ts';

/** What is known of a request besides its body. */
export interface AroundBody extends Pick<Match, 'operation' | 'environment' | 'region' | 'url'> {
  headers: readonly Header[];
  /** Undefined where the path is an integrator's own, whose parameters are not V3's. */
  values: PathValues | undefined;
}

const NONE: readonly Finding[] = [];

/** What is wrong with a request besides its body. */
export function checkAround(around: AroundBody): readonly Finding[] {
  const { headers, operation, environment, region, values, url } = around;
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

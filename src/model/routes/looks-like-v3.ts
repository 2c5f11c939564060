import { readJson } from '../body/json-text.ts';
import type { Exchange } from '../exchange.ts';
import { isObject } from '../is-object.ts';
import { parseUrl } from '../url.ts';
import { hasKitFingerprint } from './fingerprint.ts';
import { matchOperation } from './match-operation.ts';
import type { Route } from './route.ts';
import { UUID } from './shapes.ts';

/** Traffic that nothing matches and that is probably V3's all the same. */
export interface Suspicion {
  /** What would match it. */
  route: Route;
}

/**
 * Whether an exchange that no operation and no route matches has the marks of V3 in its bodies, with the route
 * to offer. Answers of other hosts are often not fetched: then the request alone decides.
 */
export function looksLikeV3(exchange: Exchange, routes: readonly Route[] = []): Suspicion | undefined {
  const { method } = exchange.request;
  if (method === 'OPTIONS' || !hasKitFingerprint(exchange) || matchOperation(exchange, routes))
    return undefined;
  const route = proposeRoute(exchange);
  return route && !route.path.startsWith('/v1/client/') ? { route } : undefined;
}

/** The route that would match an exchange, with the operation that it is most likely of. */
export function proposeRoute({ request: { method, url, body }, response }: Exchange): Route | undefined {
  const address = parseUrl(url);
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  const request = body?.text ?? '';
  const answer = response?.body?.text ?? '';
  const snakeCase = /"(?:possession_type|flow_type|phone_number|correlation_id|auth_token)"\s*:/.test(
    request + answer,
  );
  const envelope = envelopeOf(request);
  return {
    method,
    host: address.host,
    path: generalPath(address.pathname),
    operationId: guessOperation(address.pathname, request, answer),
    ...(envelope !== undefined && { envelope: { request: envelope } }),
    ...(snakeCase && { snakeCase }),
  };
}

/** A path that holds the id of one flow as the path of all. */
const generalPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => (UUID.test(segment) ? ':correlationId' : segment))
    .join('/');

/** Words of paths, the most telling first. */
const words: readonly (readonly [RegExp, string])[] = [
  [/mfa[-_/]?status/i, 'mfa-status'],
  [/mfa[-_/]?bind/i, 'mfa-bind'],
  [/mfa/i, 'mfa'],
  [/verify[-_/]?status/i, 'verify-status'],
  [/status/i, 'unify-status'],
  [/bind/i, 'unify-bind'],
  [/validate/i, 'validate'],
  [/challenge/i, 'challenge'],
  [/complete/i, 'complete'],
];

function guessOperation(path: string, request: string, answer: string): string {
  if (/"flow_?type"\s*:/i.test(request)) return 'start';
  if (/"possession_?type"\s*:/i.test(request)) {
    if (/mfa/i.test(path)) return 'mfa';
    return /"first_?name"\s*:/i.test(request) ? 'verify-v1' : 'unify';
  }
  const word = words.find(([pattern]) => pattern.test(path));
  if (word) return word[1];
  if (/"next"\s*:\s*\{\s*"v3-validate"/i.test(answer)) return 'start';
  if (/"next"\s*:\s*\{\s*"v3-/i.test(answer)) return 'validate';
  if (/"next"\s*:\s*\{\s*"done"/i.test(answer)) return 'complete';
  return /"auth_?token"/i.test(answer) ? 'unify' : 'unify-status';
}

/** Where, one level down, the fields of the request sit; undefined where they stand on top. */
function envelopeOf(text: string): string | undefined {
  const reading = readJson(text);
  if ('offence' in reading || !isObject(reading.value)) return undefined;
  const isMarked = (key: string) => /^(?:possession_?type|flow_?type)$/i.test(key);
  if (Object.keys(reading.value).some(isMarked)) return undefined;
  const inside = Object.entries(reading.value).find(
    ([, child]) => isObject(child) && Object.keys(child).some(isMarked),
  );
  return inside && `/${inside[0].replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

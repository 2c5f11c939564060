import { type Environment, environmentOf } from '../../schemas/environment.ts';
import type { Operation, Region } from '../../schemas/operation.ts';
import { operations } from '../../schemas/operations.ts';
import type { Exchange } from '../exchange.ts';
import { parseUrl } from '../url.ts';
import { hasFingerprint, hasKitFingerprint } from './fingerprint.ts';
import { kitRoutes } from './kits.ts';
import {
  compilePath,
  matchRoute,
  mayMatchRoute,
  type PathValues,
  type Route,
  type RouteMatch,
  valuesOf,
} from './route.ts';

export interface Match {
  operation: Operation;
  /** The Prove host that is called. */
  environment: Environment | undefined;
  /** Whose rules count; undefined where that is not known. */
  region: Region | undefined;
  /**
   * How the call was told to be V3: by a route of the user, by Prove's host, by a path that only V3 has, by
   * what its bodies hold, or by the path of a kit together with that.
   */
  by: 'route' | 'host' | 'path' | 'fingerprint' | 'kit';
  route: Route | undefined;
  /** Values that the path carries, by field. */
  values: PathValues;
  /** The path that was called, where V3 has another for this operation. */
  formerPath: string | undefined;
  url: URL;
}

/** Paths that are written alike; which operation is meant depends on method and body. */
interface Candidates {
  choices: Choice[];
  names: readonly string[];
}

interface Choice {
  operation: Operation;
  /** How the field that tells this operation stands in a body; undefined where none does. */
  mark: string | undefined;
}

const NO_VALUES: PathValues = {};
const NO_ROUTES: readonly Route[] = [];
const literalPaths = new Map<string, Candidates>();
const templatePaths: { pattern: RegExp; candidates: Candidates }[] = [];
for (const operation of operations) {
  const { pattern, names } = compilePath(operation.path);
  const alike =
    names.length === 0
      ? literalPaths.get(operation.path)
      : templatePaths.find((entry) => entry.pattern.source === pattern.source)?.candidates;
  const candidates = alike ?? { choices: [], names };
  const { chosenBy } = operation;
  candidates.choices.push({ operation, mark: chosenBy === undefined ? undefined : `"${chosenBy}"` });
  if (alike) continue;
  if (names.length === 0) literalPaths.set(operation.path, candidates);
  else templatePaths.push({ pattern, candidates });
}

/** A path that the token operation had for a few days. */
const FORMER_TOKEN = '/v3/token';

/** The V3 part at the end of a URL's path, without a trailing slash; undefined where there is none. */
function v3Path(pathname: string): string | undefined {
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  const start = path.lastIndexOf('/v3/');
  if (start >= 0) return path.slice(start);
  return path.endsWith('/token') ? '/token' : undefined;
}

interface Found {
  choices: readonly Choice[];
  values: PathValues;
  formerPath: string | undefined;
}

function candidatesAt(pathname: string, onProveHost: boolean): Found | undefined {
  const path = v3Path(pathname);
  if (path === undefined) return undefined;
  const formerPath = path === FORMER_TOKEN && onProveHost ? path : undefined;
  const literal = literalPaths.get(formerPath === undefined ? path : '/token');
  if (literal) return { choices: literal.choices, values: NO_VALUES, formerPath };
  for (const { pattern, candidates } of templatePaths) {
    const found = pattern.exec(path);
    if (!found) continue;
    return { choices: candidates.choices, values: valuesOf(candidates.names, found), formerPath };
  }
  return undefined;
}

/** What a URL alone tells. */
interface Address {
  url: URL;
  environment: Environment | undefined;
  /** The operations that have its path. */
  found: Found | undefined;
  /** What a call of each of them turned out to be. */
  matches: Map<Choice, Match>;
}

/** The same URLs are called again and again. */
const addresses = new Map<string, Address>();
const MAX_ADDRESSES = 100;

/** Reads a URL; paths of files, data and blobs only look like those of an API. */
function readAddress(text: string): Address | undefined {
  const known = addresses.get(text);
  if (known) return known;
  const url = parseUrl(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  const environment = environmentOf(url.hostname);
  const found = candidatesAt(url.pathname, environment !== undefined);
  const address: Address = { url, environment, found, matches: new Map() };
  if (addresses.size >= MAX_ADDRESSES) addresses.clear();
  addresses.set(text, address);
  return address;
}

/** A cheap test on the URL alone: whether a request may turn out to be a V3 call. */
export function mayBeV3(url: string, routes: readonly Route[] = NO_ROUTES): boolean {
  const own = url.includes('/v3/') || url.includes('/token');
  if (!own && !mayMatchRoute(kitRoutes, url) && !mayMatchRoute(routes, url)) return false;
  const address = readAddress(url);
  if (!address) return false;
  if (own && address.found) return true;
  return [routes, kitRoutes].some((all) => matchRoute(all, undefined, address.url) !== undefined);
}

/** Finds the operation that an exchange calls, or undefined where it is none of V3's. */
export function matchOperation(exchange: Exchange, routes: readonly Route[] = NO_ROUTES): Match | undefined {
  const { method } = exchange.request;
  if (method === 'OPTIONS') return undefined;
  const address = readAddress(exchange.request.url);
  if (!address) return undefined;
  const { url, environment, found } = address;
  const routed = matchRoute(routes, method, url);
  if (routed) return fromRoute(routed, 'route', environment, url);
  if (!found) {
    const kit = environment ? undefined : matchRoute(kitRoutes, method, url);
    return kit && hasKitFingerprint(exchange) ? fromRoute(kit, 'kit', undefined, url) : undefined;
  }
  const choice = choose(found.choices, exchange);
  if (!choice) return undefined;
  const match = address.matches.get(choice) ?? matchAt(address, found, choice);
  return match.by === 'fingerprint' && !hasFingerprint(exchange) ? undefined : match;
}

/** Says of an address what is the same for each call of it. */
function matchAt({ url, environment, matches }: Address, found: Found, choice: Choice): Match {
  const { operation } = choice;
  const match: Match = {
    operation,
    environment,
    region: environment?.region,
    by: environment ? 'host' : operation.genericPath ? 'fingerprint' : 'path',
    route: undefined,
    values: found.values,
    formerPath: found.formerPath,
    url,
  };
  matches.set(choice, match);
  return match;
}

const fromRoute = (
  { operation, route, values }: RouteMatch,
  by: 'route' | 'kit',
  environment: Environment | undefined,
  url: URL,
): Match => ({
  operation,
  environment,
  region: route.region ?? environment?.region,
  by,
  route,
  values,
  formerPath: undefined,
  url,
});

/**
 * A wrong method on a known path is still meant as a V3 call. Operations that share path and method are told
 * apart by a field of the request.
 */
function choose(choices: readonly Choice[], { request }: Exchange): Choice | undefined {
  const [first] = choices;
  if (choices.length === 1) return first;
  const text = request.body?.text ?? '';
  let found: Choice | undefined;
  for (const choice of choices) {
    if (choice.operation.method !== request.method) continue;
    if (choice.mark === undefined) found ??= choice;
    else if (text.includes(choice.mark)) return choice;
  }
  return found ?? first;
}

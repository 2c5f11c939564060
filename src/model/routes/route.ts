import type { Operation, Region } from '../../schemas/operation.ts';
import { findOperation } from '../../schemas/operations.ts';
import { parseUrl } from '../url.ts';

/** A rule that maps an integrator's own path to an operation. Plain data: it can be stored and shared. */
export interface Route {
  /** Upper case; any where it is left out. */
  method?: string;
  /** With the port, where one is not the ordinary; any where it is left out. */
  host?: string;
  /** From `/` on. A segment `*` stands for any one; `:name` and `{name}` for the value of that field. */
  path: string;
  operationId: string;
  /** Whose rules count: those of the region that the back end calls. */
  region?: Region;
  envelope?: Envelope;
  /** The bodies have snake_case keys. */
  snakeCase?: true;
  /** Id of the kit that it comes from. */
  kit?: string;
}

/** JSON Pointers to the place of the V3 body within the integrator's own. */
export interface Envelope {
  request?: string;
  response?: string;
}

/** Values that the path of a URL carries, by field. */
export type PathValues = Readonly<Record<string, string>>;

export interface RouteMatch {
  route: Route;
  operation: Operation;
  values: PathValues;
}

interface Compiled {
  route: Route;
  operation: Operation;
  pattern: RegExp;
  names: readonly string[];
  /** A part of every URL that the route can match; looking for it costs next to nothing. */
  mark: string;
}

const NO_VALUES: PathValues = {};
const compiled = new WeakMap<readonly Route[], readonly Compiled[]>();

/** The first route that fits a request (of any method, where none is given), or undefined. */
export function matchRoute(
  routes: readonly Route[],
  method: string | undefined,
  url: URL,
): RouteMatch | undefined {
  if (routes.length === 0) return undefined;
  for (const { route, operation, pattern, names, mark } of compile(routes)) {
    if (route.method !== undefined && method !== undefined && route.method !== method) continue;
    if (route.host !== undefined && route.host !== url.host) continue;
    if (!url.pathname.includes(mark)) continue;
    const found = pattern.exec(url.pathname);
    if (found) return { route, operation, values: valuesOf(names, found) };
  }
  return undefined;
}

/** A cheap test on the text of a URL: whether a route may turn out to fit it. */
export function mayMatchRoute(routes: readonly Route[], url: string): boolean {
  if (routes.length === 0) return false;
  for (const { mark } of compile(routes)) if (url.includes(mark)) return true;
  return false;
}

/** A path with `*`, `:name` and `{name}` segments as a pattern, with the names in their order. */
export function compilePath(path: string): { pattern: RegExp; names: string[] } {
  const names: string[] = [];
  const source = segmentsOf(path).map((segment) => {
    if (segment === '*') return '[^/]+';
    const name = nameOf(segment);
    if (name === undefined) return quoted(encoded(segment));
    names.push(name);
    return '([^/]+)';
  });
  return { pattern: new RegExp(`^/${source.join('/')}/?$`), names };
}

/** The values of a path's named segments, decoded where that is possible. */
export function valuesOf(names: readonly string[], found: RegExpExecArray): PathValues {
  if (names.length === 0) return NO_VALUES;
  return Object.fromEntries(names.map((name, i) => [name, decode(found[i + 1] ?? '')]));
}

/** The field that a segment `:name` or `{name}` stands for. */
export const nameOf = (segment: string): string | undefined => {
  const [, colon, braces] = /^(?::(\w+)|\{(\w+)\})$/.exec(segment) ?? [];
  return colon ?? braces;
};

/** The segments of a path, without the slashes around it. */
export const segmentsOf = (path: string): string[] => path.replace(/^\/|\/$/g, '').split('/');

function compile(routes: readonly Route[]): readonly Compiled[] {
  let all = compiled.get(routes);
  if (!all) {
    all = routes.flatMap((route) => {
      const operation = findOperation(route.operationId);
      return operation ? [{ route, operation, ...compilePath(route.path), mark: markOf(route.path) }] : [];
    });
    compiled.set(routes, all);
  }
  return all;
}

/** The longest run of literal segments, as it stands in a URL. */
function markOf(path: string): string {
  const runs = segmentsOf(path)
    .map((segment) => (segment === '*' || nameOf(segment) !== undefined ? '\n' : `/${encoded(segment)}`))
    .join('')
    .split('\n');
  return runs.reduce((best, run) => (run.length > best.length ? run : best), '');
}

/** A segment as the URL parser writes it. */
const encoded = (segment: string) => parseUrl(`http://host/${segment}`)?.pathname.slice(1) ?? segment;

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { docOf } from '../../schemas/field.ts';
import type { Operation } from '../../schemas/operation.ts';
import type { z } from '../../schemas/zod.ts';
import { encodePart, findVariables } from './variables.ts';

/** A parameter of the query as it stands in a URL. */
export interface QueryPair {
  name: string;
  value: string;
}

/** The values of a path's `{name}` segments; '' for one that is still to be filled in. */
export type PathParameters = Readonly<Record<string, string>>;

/** A URL as it is typed: it may hold variables, and need not be one that can be sent to. */
interface UrlParts {
  path: string;
  /** Without the question mark; undefined where there is none. */
  query: string | undefined;
  /** With its #. */
  fragment: string;
}

function split(url: string): UrlParts {
  const [, path = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  return { path, query, fragment };
}

const join = ({ path, query, fragment }: UrlParts): string =>
  path + (query === undefined ? '' : `?${query}`) + fragment;

/** Where an operation's path begins in a typed one, and its segments there; undefined where it has another path. */
function findPath(operation: Operation, path: string): { start: number; segments: string[] } | undefined {
  const wanted = operation.path.split('/').slice(1);
  const all = path.replace(/\/$/, '').split('/');
  const segments = all.slice(-wanted.length);
  const fits =
    all.length > wanted.length &&
    wanted.every((step, i) => (parameterOf(step) === undefined ? step === segments[i] : segments[i] !== ''));
  return fits ? { start: all.slice(0, -wanted.length).join('/').length, segments } : undefined;
}

const parameterOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

/** What stands before an operation's path in a typed URL; undefined where the URL has another path. */
export function typedBase(operation: Operation, url: string): string | undefined {
  const { path } = split(url);
  const found = findPath(operation, path);
  return found && path.slice(0, found.start);
}

/** The path parameters of a typed URL; undefined where its path is not the operation's. */
export function readPathParameters(operation: Operation, url: string): PathParameters | undefined {
  const found = findPath(operation, split(url).path);
  if (!found) return undefined;
  const names = operation.path.split('/').slice(1).map(parameterOf);
  return Object.fromEntries(
    names.flatMap((name, i) => {
      const segment = found.segments[i] ?? '';
      return name === undefined ? [] : [[name, segment === `{${name}}` ? '' : decodeTyped(segment)]];
    }),
  );
}

/** A typed URL with another value of a path parameter; '' makes it one to be filled in again. */
export function writePathParameter(operation: Operation, url: string, name: string, value: string): string {
  const parts = split(url);
  const found = findPath(operation, parts.path);
  const index = operation.path.split('/').slice(1).indexOf(`{${name}}`);
  if (!found || index < 0) return url;
  const segments = found.segments.map((segment, i) => (i === index ? toSegment(name, value) : segment));
  const slash = parts.path.endsWith('/') ? '/' : '';
  return join({ ...parts, path: `${parts.path.slice(0, found.start)}/${segments.join('/')}${slash}` });
}

/** The query of a typed URL, pair by pair. */
export const readQuery = (url: string): QueryPair[] =>
  pairsOf(split(url).query).map((pair) => {
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    return { name: decodeTyped(name, true), value: decodeTyped(value, true) };
  });

/** A typed URL with another value at a place of its query; undefined takes the pair out. */
export function writeQueryAt(url: string, index: number, value: string | undefined): string {
  const pairs = pairsOf(split(url).query);
  const pair = pairs[index];
  if (pair === undefined) return url;
  const name = pair.split('=')[0] ?? '';
  if (value === undefined) pairs.splice(index, 1);
  else pairs[index] = `${name}=${encodeTyped(value)}`;
  return withPairs(url, pairs);
}

/** A typed URL with another value of a query parameter: the last of its name, or a new one; '' takes it out. */
export function writeQueryParameter(url: string, name: string, value: string): string {
  const index = readQuery(url).findLastIndex((pair) => pair.name === name);
  if (index >= 0) return writeQueryAt(url, index, value === '' ? undefined : value);
  if (value === '') return url;
  return withPairs(url, [...pairsOf(split(url).query), `${encodeTyped(name)}=${encodeTyped(value)}`]);
}

const pairsOf = (query = ''): string[] => query.split('&').filter((pair) => pair !== '');

const withPairs = (url: string, pairs: readonly string[]): string =>
  join({ ...split(url), query: pairs.length > 0 ? pairs.join('&') : undefined });

/** The URL of an operation: with these values where it has parameters of their names, else with its examples. */
export function urlFor(
  operation: Operation,
  base: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const { path, pathParameters, queryParameters } = operation;
  const filled = path
    .split('/')
    .map((step) => {
      const name = parameterOf(step);
      return name === undefined ? step : toSegment(name, values[name] || exampleOf(pathParameters, name));
    })
    .join('/');
  const query = Object.entries(queryParameters?.shape ?? {})
    .map(([name, field]): [string, string] => [
      name,
      values[name] || (field.safeParse(undefined).success ? '' : exampleOf(queryParameters, name)),
    ])
    .filter(([, value]) => value !== '');
  return query.reduce(
    (url, [name, value]) => writeQueryParameter(url, name, value),
    base.replace(/\/+$/, '') + filled,
  );
}

function exampleOf(schema: z.ZodObject | undefined, name: string): string {
  const field = schema?.shape[name];
  const example = field && docOf(field)?.example;
  return example === undefined ? '' : String(example);
}

const toSegment = (name: string, value: string): string => (value === '' ? `{${name}}` : encodeTyped(value));

/** Encodes what is typed into a field, its variables excepted. */
const encodeTyped = (text: string): string => aroundVariables(text, encodePart);

/** The way back. Where an escape is broken, the text stays as it is. */
const decodeTyped = (text: string, inQuery = false): string =>
  aroundVariables(text, (part) => {
    try {
      return decodeURIComponent(inQuery ? part.replaceAll('+', ' ') : part);
    } catch {
      return part;
    }
  });

function aroundVariables(text: string, change: (part: string) => string): string {
  let changed = '';
  let at = 0;
  for (const { from, to } of findVariables(text, 'plain')) {
    changed += change(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return changed + change(text.slice(at));
}

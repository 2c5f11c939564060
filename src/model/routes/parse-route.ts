import { operations } from '../../schemas/operations.ts';
import { nearestName } from '../problems/suggest-field.ts';
import { parseUrl } from '../url.ts';
import { t } from '../words/words.ts';
import { pathProblem, shortened } from './path-problem.ts';
import type { Route } from './route.ts';
import { routeMethods } from './route-path.ts';

export type RouteReading = { route: Route } | { error: string };

const EXAMPLE = '"POST https://app.example.com/api/prove/mfa = mfa"';

/**
 * Reads a rule such as `POST https://app.example.com/api/prove/mfa = mfa`. The method may be left out, and so
 * may the host. Options follow the operation: `; region=eu; snake_case; request=/payload; response=/data`.
 */
export function parseRoute(rule: string): RouteReading {
  const [, left, id, options = ''] = /^(.*?)\s*=\s*([\w-]+)\s*(;.*)?$/.exec(rule.trim()) ?? [];
  if (left === undefined || id === undefined)
    return { error: t('A rule names a path, “=” and an operation, as in {example}.', { example: EXAMPLE }) };
  const [, method, address] = /^(?:([A-Za-z]+)\s+)?(\S*)$/.exec(left) ?? [];
  if (address === undefined)
    return {
      error: t('Before “=” there may be a method and one URL or path, as in {example}.', {
        example: EXAMPLE,
      }),
    };
  const place = readAddress(address);
  if ('error' in place) return place;
  const operation = operations.find((known) => known.id === id);
  if (!operation) return { error: unknownOperation(id) };
  if (method !== undefined && !METHODS.has(method.toUpperCase()))
    return { error: t('“{method}” is no method of HTTP that a route can have.', { method }) };
  const extra = readOptions(options);
  if ('error' in extra) return extra;
  return {
    route: {
      ...(method !== undefined && { method: method.toUpperCase() }),
      ...place,
      operationId: id,
      ...extra.options,
    },
  };
}

/** A route as the rule that `parseRoute` reads. */
export function formatRoute({ method, host, path, operationId, region, envelope, snakeCase }: Route): string {
  const address = host === undefined ? path : `https://${host}${path}`;
  const rule = `${method === undefined ? '' : `${method} `}${address} = ${operationId}`;
  const options = [
    region && `region=${region}`,
    snakeCase && 'snake_case',
    envelope?.request && `request=${envelope.request}`,
    envelope?.response && `response=${envelope.response}`,
  ];
  return [rule, ...options.filter(Boolean)].join('; ');
}

const METHODS = new Set<string>(routeMethods);

/** Reads a path, or a URL without query and fragment, as the place that a route is for. */
export function readAddress(address: string): Pick<Route, 'host' | 'path'> | { error: string } {
  if (/[?#]/.test(address)) return { error: t('A route is a path without a query or a fragment.') };
  const [, origin = '', path = ''] = /^(https?:\/\/[^/]+)?(\/.*)?$/i.exec(address) ?? [];
  const error = pathProblem(path === '' ? address : path);
  if (error !== undefined) return { error };
  if (origin === '') return { path };
  const url = parseUrl(origin);
  return url ? { host: url.host, path } : { error: t('“{host}” is no host.', { host: shortened(origin) }) };
}

const optionNames = ['region', 'snake_case', 'request', 'response'];

function readOptions(text: string): { options: Omit<Route, 'path' | 'operationId'> } | { error: string } {
  const options: Omit<Route, 'path' | 'operationId'> = {};
  for (const option of text.split(';').map((part) => part.trim())) {
    if (option === '') continue;
    const [name = '', value = ''] = option.split(/\s*=\s*(.*)/s);
    if (name === 'region' && (value === 'us' || value === 'eu')) options.region = value;
    else if (name === 'region') return { error: t('The region of a route is “us” or “eu”.') };
    else if (name === 'snake_case' && value === '') options.snakeCase = true;
    else if (name === 'request' || name === 'response') {
      if (!value.startsWith('/'))
        return {
          error: t('“{name}” takes a JSON Pointer such as “/data”: where the V3 body sits.', { name }),
        };
      options.envelope = { ...options.envelope, [name]: value };
    } else
      return {
        error: t('“{name}” is no option of a route; there are {options}.', {
          name: shortened(name),
          options: optionNames.join(', '),
        }),
      };
  }
  return { options };
}

function unknownOperation(id: string): string {
  const ids = operations.map((operation) => operation.id);
  const near = nearestName(id, ids);
  const name = shortened(id);
  return near
    ? t('There is no operation “{name}”. Did you mean “{near}”?', { name, near })
    : t('There is no operation “{name}”. There are: {ids}.', { name, ids: ids.join(', ') });
}

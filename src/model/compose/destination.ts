import { environments } from '../../schemas/environment.ts';
import type { Operation } from '../../schemas/operation.ts';
import { nameOf, type Route, segmentsOf } from '../routes/route.ts';
import { parseUrl } from '../url.ts';
import { baseOf, type Draft, parametersOf, usualWay } from './draft.ts';
import { urlFor } from './url-parameters.ts';
import { encodePart } from './variables.ts';

/** Where a draft can be sent: one of Prove's environments, where captured calls went, or a route of the user's. */
export interface Destination {
  /** Unique in a list. */
  id: string;
  kind: 'environment' | 'captured' | 'route';
  label: string;
  /** What stands before the path. */
  base: string;
  route?: Route;
}

/** Prove's environments that are offered; older names are still understood. */
const offered = environments.slice(0, 4);

/** The destinations for an operation, those of one's own first. `bases` are those of captured calls. */
export function destinationsFor(
  operation: Operation | undefined,
  bases: readonly string[],
  routes: readonly Route[],
): Destination[] {
  const known = new Set(offered.map(({ host }) => `https://${host}`));
  return [
    ...[...new Set(bases)]
      .filter((base) => base !== '' && !known.has(base))
      .map((base): Destination => ({ id: `captured ${base}`, kind: 'captured', label: base, base })),
    ...routes
      .filter((route) => operation && route.operationId === operation.id)
      .map((route, index) => toDestination(route, index, bases[0] ?? '')),
    ...offered.map(
      ({ id, host }): Destination => ({ id, kind: 'environment', label: id, base: `https://${host}` }),
    ),
  ];
}

function toDestination(route: Route, index: number, captured: string): Destination {
  const { host, method, path } = route;
  const base = host === undefined ? (parseUrl(captured)?.origin ?? '') : `${schemeOf(host)}://${host}`;
  const label = [method, (host ?? '') + path].filter(Boolean).join(' ');
  return { id: `route ${index}`, kind: 'route', label, base, route };
}

const schemeOf = (host: string) =>
  /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(host) ? 'http' : 'https';

/** The destination that a draft goes to; undefined where its URL is free. */
export function destinationOf(
  { url }: Draft,
  operation: Operation | undefined,
  destinations: readonly Destination[],
): Destination | undefined {
  const base = baseOf(url, operation);
  const path = url.trim().slice(base.length).split(/[?#]/)[0] ?? '';
  return destinations.find((destination) => {
    const { route } = destination;
    if (!route) return base === destination.base;
    return url.trim().startsWith(destination.base) && fitsRoute(route, path);
  });
}

function fitsRoute(route: Route, path: string): boolean {
  const wanted = segmentsOf(route.path);
  const segments = segmentsOf(path);
  return (
    wanted.length === segments.length &&
    wanted.every((step, i) => step === '*' || nameOf(step) !== undefined || step === segments[i])
  );
}

/** The draft at another destination: URL, method and the usual way of sending; what its URL says else is kept. */
export function moveTo(draft: Draft, operation: Operation | undefined, destination: Destination): Draft {
  const { base, route } = destination;
  const old = baseOf(draft.url, operation);
  if (!operation) {
    const url = base + draft.url.trim().slice(old.length);
    return { ...draft, url, way: usualWay(url) };
  }
  const parameters = parametersOf(draft.url, operation);
  if (route) {
    const path = segmentsOf(route.path).map((step) => {
      const name = nameOf(step);
      return name === undefined ? step : parameters[name] ? encodePart(parameters[name]) : step;
    });
    const url = `${base}/${path.join('/')}`;
    return { ...draft, url, method: route.method ?? draft.method, way: usualWay(url) };
  }
  const url = urlFor(operation, base, parameters);
  return { ...draft, url, method: operation.method, way: usualWay(url) };
}

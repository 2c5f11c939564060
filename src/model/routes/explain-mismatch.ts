import { environmentOf } from '../../schemas/environment.ts';
import type { Exchange } from '../exchange.ts';
import { parseUrl } from '../url.ts';
import { t } from '../words/words.ts';
import { kitRoutes } from './kits.ts';
import { mayBeV3 } from './match-operation.ts';
import { formatRoute } from './parse-route.ts';
import { matchRoute, type Route, segmentsOf } from './route.ts';
import type { StoredRoute } from './stored-route.ts';

/** Why an exchange that nothing matches is no call, one sentence for each thing that is nearly right. */
export function explainMismatch({ request }: Exchange, routes: readonly StoredRoute[]): string[] {
  const url = parseUrl(request.url);
  if (!url || !/^https?:$/.test(url.protocol))
    return [t('This is no absolute URL: begin with https:// or http:// and a host.')];
  if (request.method === 'OPTIONS')
    return [t('OPTIONS is what the browser asks before a call; it is none itself.')];
  const nearly = routes.flatMap((route) => missOf(route, request.method, url) ?? []);
  return [...nearly, byItself(request.method, url, request.url)];
}

/** What keeps a route from matching, where it is but one thing. */
function missOf({ off, ...route }: StoredRoute, method: string, url: URL): string | undefined {
  const { method: ownMethod, host: ownHost, ...anywhere } = route;
  const rule = formatRoute(route);
  if (matchRoute([route], method, url))
    return off ? t('Your route “{rule}” would match, but it is switched off.', { rule }) : undefined;
  if (matchRoute([anywhere], method, url)) {
    if (ownHost !== undefined && ownHost !== url.host)
      return t('Your route “{rule}” is for another host: this is {host}.', { rule, host: url.host });
    return t('Your route “{rule}” is for another method: this is {method}.', { rule, method });
  }
  const difference = onlyDifference(anywhere, url);
  return (
    difference &&
    t('Your route “{rule}” has “{wanted}” where this path has “{given}”.', { rule, ...difference })
  );
}

/** The one segment in which a path differs from that of a route. */
function onlyDifference({ path }: Route, { pathname }: URL): { wanted: string; given: string } | undefined {
  const wanted = segmentsOf(path);
  const given = segmentsOf(pathname);
  if (wanted.length !== given.length || wanted.length < 2) return undefined;
  const different = wanted.flatMap((segment, at) => {
    const other = given[at] ?? '';
    return segment === other || /^[*:{]/.test(segment) ? [] : [{ wanted: segment, given: other }];
  });
  return different.length === 1 ? different[0] : undefined;
}

/** Why it is not told to be V3's by its own looks. */
function byItself(method: string, url: URL, text: string): string {
  const path = url.pathname;
  if (environmentOf(url.hostname))
    return t('It goes to a host of Prove, but {path} is no path that V3 has.', { path });
  if (mayBeV3(text) || matchRoute(kitRoutes, method, url))
    return t(
      'Others use the path {path}, too: elsewhere than at Prove it counts where a body has what only V3 has, such as {field}. A route makes it count always.',
      { path, field: '“possessionType”' },
    );
  return t('The path does not end in one that V3 has, such as {path}, and no route of yours names it.', {
    path: '/v3/mfa',
  });
}

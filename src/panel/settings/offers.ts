import type { Exchange } from '../../model/exchange.ts';
import { looksLikeV3 } from '../../model/routes/looks-like-v3.ts';
import { formatRoute } from '../../model/routes/parse-route.ts';
import { type StoredRoute, storedRouteSchema } from '../../model/routes/stored-route.ts';

/** A route that would make calls of traffic that looks like V3. */
export interface Offer {
  /** The route as text, which no other offer has. */
  rule: string;
  route: StoredRoute;
  /** How many requests of it came so far. */
  count: number;
}

/** The routes to offer for exchanges that nothing matches, the latest first; each once. */
export function offersFor(exchanges: Iterable<Exchange>): Offer[] {
  const offers = new Map<string, Offer>();
  for (const exchange of exchanges) {
    const suspicion = looksLikeV3(exchange);
    const route = suspicion && storedRouteSchema.safeParse(suspicion.route).data;
    if (!route) continue;
    const rule = formatRoute(route);
    const count = (offers.get(rule)?.count ?? 0) + 1;
    offers.delete(rule);
    offers.set(rule, { rule, route, count });
  }
  return [...offers.values()].reverse();
}

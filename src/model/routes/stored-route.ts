import { findOperation } from '../../schemas/operations.ts';
import { z } from '../../schemas/zod.ts';
import { parseUrl } from '../url.ts';
import type { Route } from './route.ts';
import { isRoutePath, routeMethods } from './route-path.ts';

/** A JSON Pointer to something: `/data`, never the whole. */
const pointer = z.string().max(200).startsWith('/');

/** The door for a route of the user's, from storage or from a file. */
export const storedRouteSchema = z.object({
  method: z.enum(routeMethods).exactOptional(),
  host: z
    .string()
    .max(300)
    .refine((host) => parseUrl(`https://${host}`)?.host === host)
    .exactOptional(),
  path: z.string().max(500).refine(isRoutePath),
  operationId: z.string().refine((id) => findOperation(id) !== undefined),
  region: z.enum(['us', 'eu']).exactOptional(),
  envelope: z.object({ request: pointer.exactOptional(), response: pointer.exactOptional() }).exactOptional(),
  snakeCase: z.literal(true).exactOptional(),
  /** Id of the kit that it comes from. */
  kit: z.string().max(100).exactOptional(),
  /** It is kept, and does not count. */
  off: z.literal(true).exactOptional(),
});

export type StoredRoute = z.infer<typeof storedRouteSchema>;

/** The routes that count, in their order. */
export const activeRoutes = (routes: readonly StoredRoute[]): readonly Route[] =>
  routes.flatMap(({ off, ...route }) => (off ? [] : [route]));

import type { Route } from './route.ts';

/** A public starter kit or sample, with the paths of its back end. */
export interface Kit {
  id: string;
  title: string;
  routes: readonly Route[];
}

type Step = readonly [method: string, path: string, operationId: string];

const kit = (
  id: string,
  title: string,
  steps: readonly Step[],
  all: Pick<Route, 'snakeCase' | 'envelope'> = {},
): Kit => ({
  id,
  title,
  routes: steps.map(([method, path, operationId]) => ({ method, path, operationId, ...all, kit: id })),
});

const startSteps = (under: string, ...steps: readonly string[]): Step[] =>
  steps.map((step) => ['POST', `${under}/${step}`, step]);

/**
 * The kits that are known. Their calls count without configuration where a fingerprint shows that they are
 * V3's; as routes of the user they always count.
 */
export const kits: readonly Kit[] = [
  kit('react-v3', 'React kit v3', startSteps('/api/v3', 'start', 'validate', 'challenge', 'complete')),
  kit('angular-v3', 'Angular kit v3', startSteps('/api/v3', 'start', 'validate', 'challenge', 'complete'), {
    envelope: { response: '/data' },
  }),
  kit('flask', 'Flask demo', startSteps('/api', 'start', 'validate', 'complete'), { snakeCase: true }),
  kit('dotnet', '.NET demo', startSteps('/api/verification', 'start', 'validate', 'complete'), {
    envelope: { response: '/data/data' },
  }),
  kit('express-unify', 'Express Unify', [
    ['POST', '/unify', 'unify'],
    ['GET', '/unify/status/:correlationId', 'unify-status'],
    ['POST', '/unify/bind', 'unify-bind'],
  ]),
  kit('express-v2', 'Express v2', [
    ['POST', '/initialize', 'unify'],
    ['POST', '/verify', 'unify-status'],
  ]),
];

/**
 * The routes of all kits that no suffix of V3's own gives away. Their envelopes are found by looking, since
 * two kits may share a path.
 */
export const kitRoutes: readonly Route[] = kits
  .flatMap(({ routes }) => routes)
  .filter(({ path }) => !path.includes('/v3/'))
  .map(({ envelope: _, ...route }) => route);

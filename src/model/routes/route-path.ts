import { nameOf, segmentsOf } from './route.ts';

/** Methods that a route can ask for. */
export const routeMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const isOpen = (segment: string) => segment === '*' || nameOf(segment) !== undefined;

const isLiteral = (segment: string) => !/[*{}?#]|^:|^\.\.?$/.test(segment);

/** Whether a route can have a path; `pathProblem` says what is wrong with one that it cannot have. */
export function isRoutePath(path: string): boolean {
  const segments = segmentsOf(path);
  return (
    path.startsWith('/') &&
    segments.every((segment) => isOpen(segment) || isLiteral(segment)) &&
    !segments.every(isOpen)
  );
}

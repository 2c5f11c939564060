import { lazy } from '../lazy.tsx';

/** Loaded where the log is empty only. */
export const EmptyLog = lazy(() => import('./empty-log.tsx').then((module) => module.EmptyLog));

import { z } from '../schemas/zod.ts';
import { readRoutes, readSettings, type SettingsReading } from './read-settings.ts';
import type { StoredRoute } from './routes/stored-route.ts';
import type { Settings } from './settings.ts';
import { t } from './words/words.ts';

const SETTINGS = 'v3-inspector-settings';
const ROUTES = 'v3-inspector-routes';
/** Longer files, in characters, are no settings. */
const LONGEST = 5_000_000;

const settingsFile = z.looseObject({ format: z.literal(SETTINGS) });
const routesFile = z.object({ format: z.enum([SETTINGS, ROUTES]), routes: z.unknown() });

/** Settings as a file to keep or to give away. There is nothing captured and nothing secret in it. */
export const writeSettingsFile = (settings: Settings): string => toText({ format: SETTINGS, ...settings });

/** Routes alone as a file, for a team to share. */
export const writeRoutesFile = (routes: readonly StoredRoute[]): string =>
  toText({ format: ROUTES, version: 1, routes });

/** Reads a file of settings part by part, or says why it is none. */
export function readSettingsFile(text: string): SettingsReading | { error: string } {
  const found = settingsFile.safeParse(parse(text)).data;
  if (found) return readSettings(found);
  return routesFile.safeParse(parse(text)).success
    ? { error: t('This file holds routes alone: import it under Routes.') }
    : { error: t('This is no file of settings: it has to be one that “Export settings” made.') };
}

/** Reads the routes of a file of routes or of settings, one by one, or says why it has none. */
export function readRoutesFile(text: string): { routes: StoredRoute[]; lost: number } | { error: string } {
  const found = routesFile.safeParse(parse(text)).data;
  return found
    ? readRoutes(found.routes)
    : {
        error: t(
          'This is no file of routes: it has to be one that “Export routes” or “Export settings” made.',
        ),
      };
}

/** The routes with others after them, each once. */
export function joinRoutes(own: readonly StoredRoute[], others: readonly StoredRoute[]): StoredRoute[] {
  const texts = new Set(own.map(textOf));
  const added = others.filter((route) => {
    const isNew = !texts.has(textOf(route));
    texts.add(textOf(route));
    return isNew;
  });
  return [...own, ...added];
}

const textOf = ({ off: _, ...route }: StoredRoute): string =>
  JSON.stringify(Object.entries(route).sort(([a], [b]) => (a < b ? -1 : 1)));

const toText = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

function parse(text: string): unknown {
  try {
    return text.length > LONGEST ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

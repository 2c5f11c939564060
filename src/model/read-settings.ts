import { z } from '../schemas/zod.ts';
import { callsLayoutSchema } from './filter/calls-layout.ts';
import { type StoredRoute, storedRouteSchema } from './routes/stored-route.ts';
import { boundsSchema, defaultSettings, MAX_ROUTES, type Settings, settingsSchema } from './settings.ts';

/** Stands for the name of a setting where none at all could be read. */
export const ALL_SETTINGS = 'all settings';

/** Settings as far as they could be read, with what could not be, by name. */
export interface SettingsReading {
  settings: Settings;
  /** Names of settings that are the default because what was stored is damaged. */
  broken: readonly string[];
  /** How many routes had to be left out. */
  lostRoutes: number;
  /** They were written by a later version of the extension, which may know more. */
  newer: boolean;
}

/** Whether anything is to be said of a reading. */
export const isDamaged = ({ broken, lostRoutes, newer }: SettingsReading): boolean =>
  broken.length > 0 || lostRoutes > 0 || newer;

type Parts = Readonly<Record<string, unknown>>;

/** From each earlier version to the next. Each takes what that version may have written, damaged or not. */
const migrations: Readonly<Record<number, (stored: Parts) => Parts>> = {
  // Masking, time format, bounds and routes were added; nothing changed its name.
  1: (stored) => ({ ...stored, version: 2 }),
};

const { version, calls: _, bounds: __, routes: ___, ...plainShape } = settingsSchema.shape;
const CURRENT = version.value;
const partsSchema = z.record(z.string(), z.unknown());
const versionSchema = z.int().min(1);

/** Reads stored settings part by part: one that cannot be read costs no other. Any value gives settings. */
export function readSettings(stored: unknown): SettingsReading {
  if (stored === undefined) return { settings: defaultSettings, broken: [], lostRoutes: 0, newer: false };
  const found = partsSchema.safeParse(stored).data;
  if (!found) return { settings: defaultSettings, broken: [ALL_SETTINGS], lostRoutes: 0, newer: false };
  const parts = migrate(found);
  const broken: string[] = [];
  const read = <Shape extends z.ZodRawShape>(shape: Shape, from: Parts, defaults: Parts, under = '') =>
    Object.fromEntries(
      Object.entries(shape).map(([name, schema]) => {
        if (!Object.hasOwn(from, name)) return [name, defaults[name]];
        const { success, data } = z.safeParse(schema, from[name]);
        if (!success) broken.push(under + name);
        return [name, success ? data : defaults[name]];
      }),
    );
  const group = (name: 'calls' | 'bounds', shape: z.ZodRawShape) => {
    if (!Object.hasOwn(parts, name)) return defaultSettings[name];
    const inner = partsSchema.safeParse(parts[name]).data;
    if (!inner) broken.push(name);
    return inner ? read(shape, inner, defaultSettings[name], `${name}.`) : defaultSettings[name];
  };
  const { routes, lost } = readRoutes(Object.hasOwn(parts, 'routes') ? parts.routes : []);
  const settings = settingsSchema.parse({
    ...read(plainShape, parts, defaultSettings),
    version: CURRENT,
    calls: group('calls', callsLayoutSchema.shape),
    bounds: group('bounds', boundsSchema.shape),
    routes,
  });
  return { settings, broken, lostRoutes: lost, newer: versionOf(found) > CURRENT };
}

/** Reads a list of routes, one by one. */
export function readRoutes(stored: unknown): { routes: StoredRoute[]; lost: number } {
  if (!Array.isArray(stored)) return { routes: [], lost: stored === undefined ? 0 : 1 };
  const routes = stored
    .slice(0, MAX_ROUTES)
    .flatMap((route: unknown) => storedRouteSchema.safeParse(route).data ?? []);
  return { routes, lost: stored.length - routes.length };
}

const versionOf = (stored: Parts): number =>
  versionSchema.safeParse(Object.hasOwn(stored, 'version') ? stored.version : undefined).data ?? 1;

function migrate(stored: Parts): Parts {
  let parts = stored;
  for (let from = versionOf(stored); from < CURRENT; from++) parts = migrations[from]?.(parts) ?? parts;
  return parts;
}

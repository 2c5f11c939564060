import { readSettings } from '../model/read-settings.ts';
import type { Route } from '../model/routes/route.ts';
import { activeRoutes } from '../model/routes/stored-route.ts';
import { settingsStorage } from './settings-storage.ts';

/** Tells the user's routes that count: those that are stored, at once, and then whenever they change. */
export async function followRoutes(tell: (routes: readonly Route[]) => void): Promise<void> {
  let known: string | undefined;
  const read = (stored: unknown) => {
    const routes = activeRoutes(readSettings(stored).settings.routes);
    const text = JSON.stringify(routes);
    if (text === known) return;
    known = text;
    tell(routes);
  };
  try {
    settingsStorage.watch(read);
    read(await settingsStorage.load());
  } catch (error) {
    console.error('Routes could not be read; none is known', error);
    read(undefined);
  }
}

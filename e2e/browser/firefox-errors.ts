import type { CallBench } from './firefox-document.ts';
import type { Place } from './firefox-window.ts';
import { ESBUILD_CALLS } from './remote-call.ts';

interface ConsoleEvent {
  level: string;
  arguments: unknown[];
  filename: string;
  /** In ms since 1970. */
  timeStamp: number;
}

declare const Components: {
  classes: Record<
    string,
    { getService(type: unknown): { getEvents(windowId?: number): ConsoleEvent[] } } | undefined
  >;
  interfaces: { nsIConsoleAPIStorage: unknown };
};
interface PrivilegedWindow {
  windowGlobalChild: { innerWindowId: number };
}

/** Runs in the process of a document, with all rights: the errors written to the console there. */
function readConsole(wholeProcess: boolean, since: number, window: PrivilegedWindow): string[] {
  const storage = Components.classes['@mozilla.org/consoleAPI-storage;1']?.getService(
    Components.interfaces.nsIConsoleAPIStorage,
  );
  const events = wholeProcess
    ? storage?.getEvents()
    : storage?.getEvents(window.windowGlobalChild.innerWindowId);
  const inWords = (value: unknown) => {
    if (typeof value === 'object' && value !== null && 'message' in value) return String(value.message);
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return (events ?? [])
    .filter(({ level, timeStamp }) => (level === 'error' || level === 'assert') && timeStamp >= since)
    .map((event) => `console.${event.level} ${event.arguments.map(inWords).join(' ')} (${event.filename})`);
}

/**
 * What a document in a tab, or the process of the extension, wrote with console.error since a time (in ms since 1970)
 * and is still known.
 */
export async function consoleErrorsOf(bench: CallBench, place: Place, since: number): Promise<string[]> {
  const ofExtension = place.in === 'panel';
  const source = `${ESBUILD_CALLS}
    return JSON.stringify((${readConsole})(${ofExtension}, ${since}, window))`;
  const found: string[] = JSON.parse(String(await bench('run', place, source, true)));
  return found.map((text) => `${ofExtension ? 'extension' : 'page'}: ${text}`);
}

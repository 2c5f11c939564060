import type { CallBench } from './firefox-document.ts';
import type { Place } from './firefox-window.ts';

interface ConsoleEvent {
  level: string;
  arguments: unknown[];
  filename: string;
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
function readConsole(wholeProcess: boolean, window: PrivilegedWindow): string[] {
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
    .filter(({ level }) => level === 'error' || level === 'assert')
    .map((event) => `console.${event.level} ${event.arguments.map(inWords).join(' ')} (${event.filename})`);
}

/** What a document (`page`) or the process of the extension wrote with console.error and is still known. */
export async function consoleErrorsOf(
  bench: CallBench,
  place: Place,
  context: 'page' | 'extension',
): Promise<string[]> {
  const source = `const __name = (fn) => fn;
    return JSON.stringify((${readConsole})(${context === 'extension'}, window))`;
  const found: string[] = JSON.parse(String(await bench('run', place, source, true)));
  return found.map((text) => `${context}: ${text}`);
}

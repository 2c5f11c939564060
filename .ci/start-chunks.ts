/** What a bundler tells of a module. */
interface ModuleInfo {
  importers: readonly string[];
}

interface Context {
  getModuleInfo(id: string): ModuleInfo | null;
}

/** The first modules of the documents that are there from the beginning. */
const PANEL = '/src/panel/main.tsx';
const DEVTOOLS = '/src/devtools/devtools.ts';
/** One of these is shown first. */
const VIEWS = ['/src/panel/flows/flows-view.tsx', '/src/panel/calls/calls-view.tsx'];

/**
 * The chunk of a module that the panel needs at its start: one for what the devtools page needs as well, one for the
 * rest. Left to itself, the bundler makes thirty of them, which weigh more.
 */
export function startChunk(id: string, context: Context): string | null {
  const above = new Set([id]);
  for (const module of above)
    for (const importer of context.getModuleInfo(module)?.importers ?? []) above.add(importer);
  above.delete(id);
  const reaches = (first: string) => [...above].some((module) => module.endsWith(first));
  // What both views need is loaded with either.
  if (!reaches(PANEL)) return VIEWS.every(reaches) ? 'start' : null;
  return reaches(DEVTOOLS) ? 'shared' : 'start';
}

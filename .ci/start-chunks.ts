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
  if (!reaches(PANEL)) return null;
  return reaches(DEVTOOLS) ? 'shared' : 'start';
}

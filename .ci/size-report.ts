import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

type Bundle = Parameters<Extract<Plugin['writeBundle'], (...args: never) => unknown>>[1];
type Chunk = Extract<Bundle[string], { type: 'chunk' }>;

/** What may be loaded, in kB gzipped; more fails the build. */
const limits: Readonly<Record<string, number>> = {
  'panel with its flows': 90,
  'panel with its calls': 90,
  editor: 170,
};

/** The views that the panel can open at, by the name of their chunk. */
const FIRST_VIEWS: Readonly<Record<string, string>> = {
  'flows-view': 'panel with its flows',
  'calls-view': 'panel with its calls',
};

const EDITOR = /node_modules\/(?:@codemirror|@lezer|style-mod|w3c-keyname)\//;

/** Says after a build what the panel loads at its start and what later, and fails where that is too much. */
export const sizeReport = (): Plugin => ({
  name: 'size-report',
  writeBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const panel = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/panel.html'));
    const devtools = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/devtools.html'));
    if (!panel || !devtools) this.error('There is no panel to measure.');
    const atStart = closureOf(panel, bundle);
    const later = chunks.filter((chunk) => chunk.isDynamicEntry && !atStart.has(chunk));
    const editor = later.filter((chunk) => [...closureOf(chunk, bundle)].some(holdsEditor));
    const early = [...atStart].find(holdsEditor);
    if (early) this.error(`${early.fileName} holds the editor, and is loaded when the panel opens.`);

    const lines = Object.entries(FIRST_VIEWS).map(([view, name]) => {
      const chunk = later.find((candidate) => candidate.name === view);
      if (!chunk) this.error(`There is no ${view} to measure.`);
      return line(name, new Set([...atStart, ...closureOf(chunk, bundle)]));
    });
    lines.push(line('devtools page', closureOf(devtools, bundle)));
    const inEditor = new Set(editor.flatMap((chunk) => [...closureOf(chunk, bundle)]));
    lines.push(line('editor', without(inEditor, atStart)));
    for (const chunk of later)
      if (!editor.includes(chunk) && !(chunk.name in FIRST_VIEWS))
        lines.push(line(chunk.name, without(closureOf(chunk, bundle), atStart)));
    process.stdout.write(`\ngzipped JavaScript\n${lines.map(({ text }) => `  ${text}\n`).join('')}`);
    const heavy = lines.find(({ isOver }) => isOver);
    if (heavy) this.error(`Too much to load: ${heavy.text}`);
  },
});

/** A chunk with all that is loaded along with it. */
function closureOf(first: Chunk, bundle: Bundle): Set<Chunk> {
  const found = new Set([first]);
  for (const chunk of found)
    for (const name of chunk.imports) {
      const file = bundle[name];
      if (file?.type === 'chunk') found.add(file);
    }
  return found;
}

const without = (some: ReadonlySet<Chunk>, others: ReadonlySet<Chunk>): Set<Chunk> =>
  new Set([...some].filter((chunk) => !others.has(chunk)));

const holdsEditor = ({ moduleIds }: Chunk): boolean => moduleIds.some((id) => EDITOR.test(id));

function line(name: string, chunks: ReadonlySet<Chunk>): { text: string; isOver: boolean } {
  const bytes = [...chunks].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  const limit = limits[name] ?? Number.POSITIVE_INFINITY;
  const size = `${(bytes / 1000).toFixed(1)} kB`;
  const files = [...chunks].map(({ fileName }) => fileName.replace(/^.*\//, '')).join(', ');
  const bound = Number.isFinite(limit) ? ` of ${limit} kB` : '';
  return { text: `${name}: ${size}${bound} (${files})`, isOver: bytes > limit * 1000 };
}

import { chmodSync, readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { editLibraries } from './.ci/edit-libraries.ts';
import { sizeReport } from './.ci/size-report.ts';
import { startChunk } from './.ci/start-chunks.ts';
import manifest from './manifest.json' with { type: 'json' };
import pkg from './package.json' with { type: 'json' };

type Target = 'chrome' | 'firefox';

/** The one manifest, less what the other browser alone understands; the version comes from package.json. */
function manifestFor(target: Target): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, ...shared } = manifest;
  const own = target === 'firefox' ? { browser_specific_settings } : { minimum_chrome_version };
  return { ...shared, ...own, version: pkg.version } as ManifestV3Export;
}

/** Puts the project's own licence beside those of its dependencies. */
const ownLicence: Plugin = {
  name: 'own-licence',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'LICENSE', source: readFileSync('LICENSE') });
  },
};

/** Lets a bundle that begins with #! be started by its name. */
const executable: Plugin = {
  name: 'executable',
  writeBundle: ({ dir = '' }, bundle) => {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk' && file.code.startsWith('#!')) chmodSync(`${dir}/${file.fileName}`, 0o755);
  },
};

/** What runs in Node alone: one file that needs nothing but Node, and can be read. */
const forNode = (entry: string, outDir: string, fileName: string): UserConfig => ({
  publicDir: false,
  plugins: [executable],
  // Without this, what package.json calls a dependency would have to be installed.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: entry,
    outDir,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: fileName, codeSplitting: false } },
  },
});

const IN_BROWSER = 'src/browser/**/*.test.ts';
const UNIT_TESTS = [
  'src/**/*.test.{ts,tsx}',
  'e2e/*.test.ts',
  'e2e/hostile/**/*.test.ts',
  'e2e/sandbox/**/*.test.ts',
];

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return forNode('src/cli/main.ts', 'dist/cli', 'v3-inspector.mjs');
  if (mode === 'library') return forNode('src/model/v3-inspector.ts', 'dist/library', 'v3-inspector.js');
  if (mode === 'bench') return forNode('e2e/bench/model.ts', 'dist/bench', 'model.mjs');
  if (mode !== 'chrome' && mode !== 'firefox')
    return {
      test: {
        // Property tests take their time on a busy machine, which is no failure.
        testTimeout: 60_000,
        // Vitest would leave one core without work, which is half of those of a small machine.
        maxWorkers: '100%',
        projects: [
          // Each file by itself, since they play the browser.
          { extends: true, test: { name: 'browser', include: [IN_BROWSER] } },
          // To load the schemas anew for each file took most of the time.
          {
            extends: true,
            test: { name: 'unit', include: UNIT_TESTS, exclude: [IN_BROWSER], isolate: false },
          },
        ],
      },
    };
  return {
    // A worker is a bundle of its own.
    worker: { plugins: () => [editLibraries()] },
    plugins: [editLibraries(), ownLicence, crx({ manifest: manifestFor(mode), browser: mode }), sizeReport()],
    build: {
      outDir: `dist/${mode}`,
      // A browser that has the folder loaded would find it empty for a moment.
      emptyOutDir: !process.argv.includes('--watch'),
      target: mode === 'chrome' ? 'chrome120' : 'firefox142',
      // A page asks for its chunks together, and not one after the other as their imports are met.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, chunks, { hostType }) => (hostType === 'html' ? chunks : []),
      },
      license: { fileName: 'licenses.md' },
      // Pages that only the devtools page names are unknown to the manifest.
      rollupOptions: {
        input: { panel: 'src/panel/panel.html', permission: 'src/browser/permission.html' },
        output: { codeSplitting: { groups: [{ name: startChunk, debugName: 'start' }] } },
      },
    },
  };
});

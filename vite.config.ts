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

export default defineConfig(({ mode }) => {
  if (mode === 'cli') return forNode('src/cli/main.ts', 'dist/cli', 'v3-inspector.mjs');
  if (mode === 'library') return forNode('src/model/v3-inspector.ts', 'dist/library', 'v3-inspector.js');
  if (mode === 'bench') return forNode('e2e/bench/model.ts', 'dist/bench', 'model.mjs');
  if (mode !== 'chrome' && mode !== 'firefox')
    return {
      test: {
        include: [
          'src/**/*.test.{ts,tsx}',
          'e2e/*.test.ts',
          'e2e/hostile/**/*.test.ts',
          'e2e/sandbox/**/*.test.ts',
        ],
        // Property tests take their time on a busy machine, which is no failure.
        testTimeout: 60_000,
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
      modulePreload: false,
      license: { fileName: 'licenses.md' },
      // Pages that only the devtools page names are unknown to the manifest.
      rollupOptions: {
        input: { panel: 'src/panel/panel.html', permission: 'src/browser/permission.html' },
        output: { codeSplitting: { groups: [{ name: startChunk, debugName: 'start' }] } },
      },
    },
  };
});

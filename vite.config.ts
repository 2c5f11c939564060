import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vitest/config';
import manifest from './manifest.json' with { type: 'json' };
import pkg from './package.json' with { type: 'json' };

type Target = 'chrome' | 'firefox';

/** The one manifest, less what the other browser alone understands; the version comes from package.json. */
function manifestFor(target: Target): ManifestV3Export {
  const { browser_specific_settings, minimum_chrome_version, ...shared } = manifest;
  const own = target === 'firefox' ? { browser_specific_settings } : { minimum_chrome_version };
  return { ...shared, ...own, version: pkg.version } as ManifestV3Export;
}

export default defineConfig(({ mode }) => {
  if (mode !== 'chrome' && mode !== 'firefox')
    return { test: { include: ['src/**/*.test.{ts,tsx}', 'e2e/*.test.ts', 'e2e/sandbox/**/*.test.ts'] } };
  return {
    plugins: [crx({ manifest: manifestFor(mode), browser: mode })],
    build: {
      outDir: `dist/${mode}`,
      target: mode === 'chrome' ? 'chrome120' : 'firefox142',
      modulePreload: false,
      // Pages that only the devtools page names are unknown to the manifest.
      rollupOptions: { input: { panel: 'src/panel/panel.html', permission: 'src/browser/permission.html' } },
    },
  };
});

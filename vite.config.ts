import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
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

/**
 * Libraries' ways to make code or markup of strings, which the panel never uses and its CSP refuses. They are
 * taken out of the bundle, so that nobody has to show that they are never reached.
 */
const stringsStayStrings: readonly { file: RegExp; from: RegExp; to: string }[] = [
  { file: /zod\/v4\/core\/(?:util|doc)\.js$/, from: /const F = Function;/, to: 'const F = undefined;' },
  {
    file: /preact\/dist\/preact\.mjs$/,
    from: /(\w+)\.innerHTML=(\w+)\.__html/,
    to: '$1.textContent=$2.__html',
  },
];

const keepStrings = (): Plugin => ({
  name: 'keep-strings',
  transform(code, id) {
    const rule = stringsStayStrings.find(({ file }) => file.test(id));
    if (!rule) return undefined;
    if (!rule.from.test(code))
      this.error(`${id} has changed: look again for what makes code or markup of strings`);
    return { code: code.replace(rule.from, rule.to), map: null };
  },
});

export default defineConfig(({ mode }) => {
  if (mode !== 'chrome' && mode !== 'firefox')
    return { test: { include: ['src/**/*.test.{ts,tsx}', 'e2e/*.test.ts', 'e2e/sandbox/**/*.test.ts'] } };
  return {
    plugins: [keepStrings(), crx({ manifest: manifestFor(mode), browser: mode })],
    build: {
      outDir: `dist/${mode}`,
      target: mode === 'chrome' ? 'chrome120' : 'firefox142',
      modulePreload: false,
      // Pages that only the devtools page names are unknown to the manifest.
      rollupOptions: { input: { panel: 'src/panel/panel.html', permission: 'src/browser/permission.html' } },
    },
  };
});

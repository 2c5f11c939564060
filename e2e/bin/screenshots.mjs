import { build, ensureBrowser, ensureDependencies, run } from './setup.mjs';

// `npm run screenshots`: makes the pictures of the README (e2e/pictures) and of the stores (.store) anew.
// `npm run screenshots -- --all`: also every state in both themes and three widths, in test-results/pictures;
// with `firefox` after it, those in Firefox.

const options = process.argv.slice(2);

ensureDependencies();
const chromium = ensureBrowser('chromium');
const firefox = options.includes('firefox') ? { FIREFOX: ensureBrowser('firefox') } : {};
build();
process.exit(
  run('npx', ['tsx', 'e2e/bin/screenshots.ts', ...options], { CHROMIUM: chromium, ...firefox }) ? 0 : 1,
);

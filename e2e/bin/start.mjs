import { build, ensureBrowser, ensureDependencies, run } from './setup.mjs';

// `npm start`: sets up what is missing, then shows the panel on the demo integration.

ensureDependencies();
const chromium = ensureBrowser('chromium');
build();
process.exit(
  run('npx', ['tsx', 'e2e/bin/start.ts', ...process.argv.slice(2)], { CHROMIUM: chromium }) ? 0 : 1,
);

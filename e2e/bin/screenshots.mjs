import { build, ensureBrowser, ensureDependencies, run } from './setup.mjs';

// `npm run screenshots`: makes the pictures of the README anew, in e2e/pictures.

ensureDependencies();
const chromium = ensureBrowser('chromium');
build();
process.exit(run('npx', ['tsx', 'e2e/bin/screenshots.ts'], { CHROMIUM: chromium }) ? 0 : 1);

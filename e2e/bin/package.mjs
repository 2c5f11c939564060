import { build, ensureDependencies, run } from './setup.mjs';

// `npm run package`: builds and packs what the stores take.

ensureDependencies();
build();
process.exit(run('npx', ['tsx', 'e2e/bin/package.ts']) ? 0 : 1);

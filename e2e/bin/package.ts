import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pkg from '../../package.json' with { type: 'json' };
import { filesIn, sourceFiles } from './list-files.ts';
import { zipFiles } from './zip-files.ts';

// The zips for both stores, and the source that Mozilla's reviewers rebuild the Firefox one from.

const root = path.resolve(import.meta.dirname, '../..');
const packages = path.join(root, 'dist/packages');
rmSync(packages, { recursive: true, force: true });
mkdirSync(packages);

const pack = (name: string, folder: string, files: readonly string[]) => {
  const zip = zipFiles(folder, files);
  const file = `v3-inspector-${pkg.version}-${name}.zip`;
  writeFileSync(path.join(packages, file), zip);
  console.log(`dist/packages/${file}  ${files.length} files, ${Math.ceil(zip.length / 1000)} kB`);
};

for (const browser of ['chrome', 'firefox']) {
  const folder = path.join(root, 'dist', browser);
  pack(browser, folder, filesIn(folder));
}
pack('source', root, sourceFiles(root));

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { filesIn, sourceFiles } from './bin/list-files.ts';
import { zipFiles } from './bin/zip-files.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe.each(['chrome', 'firefox'])('the package for %s', (target) => {
  const manifest: unknown = JSON.parse(read(`dist/${target}/manifest.json`));

  it('asks for nothing but storage at installation, and for hosts only when a send needs them', () => {
    expect(manifest).toMatchObject({
      permissions: ['storage'],
      optional_host_permissions: ['http://*/*', 'https://*/*'],
    });
  });

  it('has nothing in its manifest that could reach further, no background worker among it', () => {
    const own = target === 'chrome' ? 'minimum_chrome_version' : 'browser_specific_settings';
    expect(Object.keys(Object(manifest)).toSorted()).toEqual(
      [
        own,
        'action',
        'content_security_policy',
        'default_locale',
        'description',
        'devtools_page',
        'icons',
        'manifest_version',
        'name',
        'optional_host_permissions',
        'options_ui',
        'permissions',
        'short_name',
        'version',
      ].toSorted(),
    );
  });

  it('starts no worker that the browser may stop but the one that reads a file', () => {
    const scripts = filesIn(path.join(root, 'dist', target)).filter((file) => file.endsWith('.js'));
    const started = scripts.flatMap((file) => [
      ...read(`dist/${target}/${file}`).matchAll(/new (?:Shared)?Worker\b|serviceWorker\.register/g),
    ]);
    expect(scripts.length).toBeGreaterThan(10);
    expect(started.map(([text]) => text)).toEqual(['new Worker']);
  });

  it('runs its own scripts only', () => {
    expect(manifest).toHaveProperty('content_security_policy', {
      extension_pages: "script-src 'self'; object-src 'self'",
    });
  });

  it('holds the licence of the project and of everything that is bundled', () => {
    expect(read(`dist/${target}/LICENSE`)).toBe(read('LICENSE'));
    const licences = read(`dist/${target}/licenses.md`);
    for (const bundled of ['preact', 'zod', 'jsonc-parser', 'webextension-polyfill', '@codemirror/view'])
      expect(licences).toContain(`\n## ${bundled} - `);
  });
});

test('equal files make an equal zip, whenever and in whatever order they are packed', () => {
  const files = ['LICENSE', 'README.md'];
  expect(zipFiles(root, files)).toEqual(zipFiles(root, files.toReversed()));
});

it('gives the same bytes whenever and wherever its source is built', () => {
  const [first, second] = [buildElsewhere(), buildElsewhere('some/deeper')];
  try {
    expect(filesIn(second.built).toSorted()).toEqual(filesIn(first.built).toSorted());
    for (const file of filesIn(first.built)) {
      const [one, other] = [first, second].map(({ built }) => readFileSync(path.join(built, file)));
      expect(one && other && one.equals(other), file).toBe(true);
    }
  } finally {
    for (const { folder } of [first, second]) rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

/** Builds the Firefox package of a copy of the source in a folder of its own. */
function buildElsewhere(below = '.') {
  const folder = mkdtempSync(path.join(tmpdir(), 'v3-inspector-'));
  const copy = path.join(folder, below);
  for (const file of sourceFiles(root)) cpSync(path.join(root, file), path.join(copy, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--mode', 'firefox'], {
    cwd: copy,
    encoding: 'utf8',
    // Vitest's own would make it a build for tests.
    env: { ...process.env, NODE_ENV: undefined },
  });
  expect(status, stderr).toBe(0);
  return { folder, built: path.join(copy, 'dist/firefox') };
}
